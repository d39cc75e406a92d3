import Foundation
import ReadKit

/// A folder with a program folder and a temporary folder of its own, gone when the test is over.
final class WorkFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("office \(UUID().uuidString)").path
        for folder in [programs, temporary] {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    private var programs: String { path + "/bin" }
    var temporary: String { path + "/tmp" }

    /// A context in which programs and temporary files are those of this folder.
    var context: ReaderContext { ReaderContext(programFolders: [programs], temporaryFolder: temporary) }

    /// Puts a script where LibreOffice is looked for; `$out` is the folder for the result, `$input` the file.
    func installSoffice(_ script: String) throws {
        try install(
            "soffice",
            """
            for word do
                [ "$previous" = --outdir ] && out=$word
                previous=$word
                input=$word
            done
            \(script)
            """
        )
    }

    /// Puts a script into the program folder.
    func install(_ name: String, _ script: String) throws {
        let text = "#!/bin/sh\n\(script)\n"
        let file = programs + "/" + name
        try Data(text.utf8).write(to: URL(filePath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    }

    /// What lies in the temporary folder.
    func leftovers() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: temporary) }

    /// The text of a file.
    func text(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }
}
