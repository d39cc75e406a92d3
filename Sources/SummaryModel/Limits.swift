/// The limits that keep hostile input from exhausting the machine. They stand here and nowhere else; reaching one is an
/// error that names it.
public struct Limits: Sendable, Hashable {
    /// The largest input file, in bytes.
    public var inputBytes = 512 * 1024 * 1024
    /// How many times larger than its archive the content of a ZIP file may be.
    public var zipRatio = 200
    /// The deepest nesting of lists, mappings or elements in a file that is read.
    public var nesting = 256
    /// The largest single reply of an external stage, in bytes.
    public var externalReplyBytes = 64 * 1024 * 1024

    /// The largest file of a picture that a draft refers to, in bytes.
    public var pictureBytes = 64 * 1024 * 1024

    /// The largest row of a table of data, in bytes.
    public var rowBytes = 64 * 1024 * 1024

    /// How long another program may take to convert a file, in seconds.
    public var externalProgramSeconds = 120

    /// Creates the limits that hold unless someone sets others.
    public init() {}

    /// The limits that hold for everyone.
    public static let standard = Limits()

    /// The limits by name, as people read them.
    public var table: [(name: String, value: String)] {
        func megabytes(_ bytes: Int) -> String { "\(bytes / 1024 / 1024) MB" }
        return [
            ("input", megabytes(inputBytes)), ("zip-ratio", String(zipRatio)), ("nesting", String(nesting)),
            ("external-reply", megabytes(externalReplyBytes)), ("row", megabytes(rowBytes)),
            ("picture", megabytes(pictureBytes)),
            ("external-program", "\(externalProgramSeconds) s"),
        ]
    }
}
