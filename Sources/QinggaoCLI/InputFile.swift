internal import Configuration
internal import Qinggao
internal import ReadKit
internal import StageKit
internal import SummaryModel

/// Reads the inputs that a user names.
enum InputFile {
    /// The file `path`, or standard input for `-`.
    static func read(_ path: String, in session: Session) throws(FileFailure) -> DraftFile {
        do {
            let isStream = path == "-"
            let bytes = try isStream ? FileContents.read(descriptor: session.input.descriptor) : FileContents.read(path)
            var file = DraftFile(bytes, name: isStream ? nil : path)
            if !isStream { file.companion = CompanionFolder(of: path).file }
            file.convertDrawings()
            return file
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
        case let error as PageExportError:
            return LocalizedText(zh: "\(input)：\(error.message.zh)", en: "\(input): \(error.message.en)")
        case let error as Pipeline.StageFailure:
            let message = error.message
            return LocalizedText(zh: "\(input)：\(message.zh)", en: "\(input): \(message.en)")
        default:
            return LocalizedText(zh: "\(input)：\(error)", en: "\(input): \(error)")
        }
    }
}

extension Pipeline {
    /// Says to the stages that no more documents come.
    ///
    /// - Returns: The exit status: ``ExitStatus/stage`` when something went wrong with one, which is said.
    func finished(in session: Session) -> ExitStatus {
        do {
            try finish()
            return .done
        } catch {
            session.printMessage(Wording.error + error.message(session.language))
            return .stage
        }
    }
}

extension Pipeline.StageFailure {
    /// The failure in words.
    fileprivate var message: LocalizedText {
        LocalizedText(zh: "阶段 \(stage) 失败：\(reason.zh)", en: "the stage \(stage) failed: \(reason.en)")
    }
}
