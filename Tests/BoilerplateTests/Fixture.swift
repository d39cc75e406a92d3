import Boilerplate
import Configuration
import StageKit
import StageTesting
import SummaryModel

/// Stages made of libraries in YAML, and documents made of lines.
enum Fixture {
    static func stage(_ names: String, _ library: String, replace: Bool = false) throws -> BoilerplateStage {
        var options = BoilerplateOptions()
        options.library = [try YAMLReader().read(Array(library.utf8), file: "library.yaml")]
        options.insert = try YAMLReader().read(Array("[\(names)]".utf8), file: "q.yaml").elements ?? []
        options.replacesSuperseded = replace
        return try BoilerplateStage(options: options)
    }

    /// One block a line; the first is the title unless it is empty.
    static func read(_ source: SourceText) -> Document {
        var blocks: [Block] = []
        for (index, line) in source.lines.enumerated() where line.count > 0 {
            let text = source[line]
            var block = Block(id: BlockID(rawValue: "l\(index)"), kind: .paragraph, origin: .source(line))
            block.content = [.text(text)]
            let numbers = ["一、", "二、", "三、"]
            if let ordinal = numbers.firstIndex(where: text.hasPrefix) {
                block.kind = .heading1
                block.label = NumberLabel(scheme: .official, level: 1, ordinal: ordinal + 1, marker: numbers[ordinal])
                block.content = [.text(String(text.dropFirst(2)))]
            } else if let ordinal = ["（一）", "（二）", "（三）"].firstIndex(where: text.hasPrefix) {
                let marker = String(text.prefix(3))
                block.kind = .heading2
                block.label = NumberLabel(scheme: .official, level: 2, ordinal: ordinal + 1, marker: marker)
                block.content = [.text(String(text.dropFirst(3)))]
            } else if index == 0, text.hasSuffix("总结") {
                block.kind = .title
            } else if !blocks.contains(where: { $0.kind == .heading1 }) {
                block.kind = .lead
            } else if text.hasSuffix("日") {
                block.kind = .date
            } else if text.hasSuffix("局") {
                block.kind = .signature
            } else if text.hasPrefix("附件") {
                block.kind = .attachment
            } else if text.hasPrefix("抄送") {
                block.kind = .copies
            } else if text.hasPrefix("特此") || text.hasPrefix("以上") {
                block.kind = .closing
            }
            blocks.append(block)
        }
        return Document(blocks: blocks)
    }

    /// What is wrong when the stage with this library runs on a draft with marks.
    static func failures(
        _ names: String,
        _ library: String,
        _ draft: String,
        becomes expected: String? = nil,
        placeless: [String] = [],
        date: String? = nil,
        replace: Bool = false
    ) throws -> [String] {
        StageTest(try stage(names, library, replace: replace), date: date, reading: read)
            .failures(draft, becomes: expected, placeless: placeless)
    }

    /// The findings of a run in words.
    static func messages(_ names: String, _ library: String, _ draft: String) throws -> [String] {
        let source = SourceText(draft)
        return try Pipeline([try stage(names, library)]).run(read(source), source: source).diagnostics.map(\.message.en)
    }

    static func problems(_ names: String, _ library: String?) -> [String] {
        do {
            var options = BoilerplateOptions()
            options.library = try library.map { [try YAMLReader().read(Array($0.utf8), file: "library.yaml")] } ?? []
            options.insert = try YAMLReader().read(Array("[\(names)]".utf8), file: "q.yaml").elements ?? []
            _ = try BoilerplateStage(options: options)
            return []
        } catch let error as ConfigurationError {
            return error.problems.map { problem in
                let position = problem.place.position
                return "\(problem.place.file):\(position?.line ?? 0):\(position?.column ?? 0) \(problem.message.en)"
            }
        } catch {
            return ["\(error)"]
        }
    }
}
