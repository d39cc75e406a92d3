internal import Configuration
internal import ReadKit
internal import StageKit
internal import SummaryModel

/// Reads the inputs that a user names.
enum InputFile {
    /// The file `path`, or standard input for `-`.
    static func read(_ path: String, in session: Session) throws(FileFailure) -> DraftFile {
        do {
            return path == "-"
                ? DraftFile(try FileContents.read(descriptor: session.input.descriptor))
                : DraftFile(try FileContents.read(path), name: path)
        } catch {
            throw FileFailure(error.message(path))
        }
    }
}

/// Words what went wrong with one input.
enum InputFailure {
    /// The exit status that says so.
    static func status(_ error: any Error) -> ExitStatus { error is Pipeline.StageFailure ? .stage : .inputOutput }

    static func message(_ error: any Error, input: String) -> LocalizedText {
        switch error {
        case let error as FileFailure:
            return error.message
        case let error as DraftError:
            return LocalizedText(zh: "\(input)：\(error.message.zh)", en: "\(input): \(error.message.en)")
        case let error as Pipeline.StageFailure:
            return LocalizedText(
                zh: "\(input)：阶段 \(error.stage) 失败：\(error.reason.zh)",
                en: "\(input): the stage \(error.stage) failed: \(error.reason.en)"
            )
        default:
            return LocalizedText(zh: "\(input)：\(error)", en: "\(input): \(error)")
        }
    }
}
