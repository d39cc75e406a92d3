/// How much time goes into making an output small.
///
/// The text that an output shows is the same for all of them. Formats that are not compressed take no notice.
public enum Compression: String, Sendable, Hashable, CaseIterable {
    /// The least time; the file is about an eighth larger.
    case fast
    /// What suits most.
    case standard = "default"
    /// The smallest file; compressing takes several times as long.
    case small
}
