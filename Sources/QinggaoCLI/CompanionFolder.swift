internal import Configuration
internal import ReadKit
internal import SummaryModel

/// The folder of a draft, from which the pictures come that the draft refers to.
struct CompanionFolder: Sendable {
    private let folder: String

    /// The folder of the draft at `path`.
    init(of path: String) { folder = FileAccess.folder(of: path) }

    /// The file at a path that begins at the folder. A path from the root of the machine, which a page has for its site, leads
    /// to nothing; neither do pipes and devices.
    func file(_ path: String) -> CompanionFile {
        guard !path.isEmpty, !path.hasPrefix("/"), !path.utf8.contains(0) else { return .missing }
        let whole = folder.isEmpty ? path : folder + "/" + path
        guard FileAccess.isRegularFile(whole) else { return .missing }
        do {
            return .bytes(try FileContents.read(whole, limit: Limits.standard.pictureBytes))
        } catch .tooLarge(let limit) {
            return .tooLarge(limit)
        } catch {
            return .missing
        }
    }
}
