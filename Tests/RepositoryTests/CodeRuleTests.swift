import Foundation
import Testing

/// Rules that the compiler does not know.
@Suite("Rules of the code")
struct CodeRuleTests {
    @Test("only the command line prints, reads the environment or exits")
    func noSideDoors() throws {
        let doors =
            /(?:^|[^\w.])(print|debugPrint|exit|_exit|abort|getenv|setenv|fputs|puts)\(|FileHandle\.standard|ProcessInfo/
        for path in try Repository.productFiles()
        where !path.hasPrefix("Sources/QinggaoCLI/") && !path.hasPrefix("Sources/QinggaoCommand/") {
            for (number, line) in try Repository.code(path) where line.contains(doors) {
                Issue.record("\(path):\(number): \(line)")
            }
        }
    }

    @Test("nothing traps or escapes the checks of the compiler")
    func noEscapes() throws {
        let forbidden = /\btry!|@unchecked\b|nonisolated\(unsafe\)|\bfatalError\(|\bas!|[\w)\]]!(?=$|[\s.,;)\]\[(])/
        for path in try Repository.productFiles() {
            for (number, line) in try Repository.code(path) where line.contains(forbidden) {
                Issue.record("\(path):\(number): \(line)")
            }
        }
    }

    @Test("a file that declares types declares one of its own name")
    func fileNames() throws {
        let type =
            /^(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|private|fileprivate|final|indirect)\s+)*(?:struct|class|enum|protocol|actor)\s+(\w+)/
        for path in try Repository.productFiles() where !path.hasSuffix("/main.swift") {
            let stem = (path.split(separator: "/").last ?? "").dropLast(".swift".count).split(separator: "+")[0]
            let types = try Repository.code(path).compactMap { _, line in
                // Only what stands at the left edge is declared by the file itself.
                guard line.first?.isLetter == true || line.first == "@" else { return nil as Substring? }
                return line.firstMatch(of: type).map { $0.output.1 }
            }
            #expect(types.isEmpty || types.contains(stem), "\(path) declares \(types)")
        }
    }
}
