// Measures the .docx writer inside one process: `WriterBenchmark S.tsv L.tsv`, where each line of the files is a letter for
// the kind of a block, TAB, and its text. Prints `name value unit`, one figure a line. Names after the files choose what is
// measured: memory, combine, small, xml, large, linear.

import Foundation
import Qinggao
import RenderKit
import SummaryModel
import WordprocessingML

/// A sink that only counts.
struct CountingSink: ByteSink {
    var count = 0

    mutating func write(_ bytes: UnsafeRawBufferPointer) { count += bytes.count }
    mutating func reserve(_ count: Int) -> Int? {
        defer { self.count += count }
        return self.count
    }
}

/// The seconds of all threads of the process, and those on the clock.
func times() -> (cpu: Double, wall: Double) {
    func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    return (seconds(CLOCK_PROCESS_CPUTIME_ID), seconds(CLOCK_MONOTONIC))
}

/// The least time of several runs.
func least(_ runs: Int, _ body: () throws -> Void) rethrows -> (cpu: Double, wall: Double) {
    var best = (cpu: Double.infinity, wall: Double.infinity)
    for _ in 0..<runs {
        let start = times()
        try body()
        let end = times()
        best = (min(best.cpu, end.cpu - start.cpu), min(best.wall, end.wall - start.wall))
    }
    return best
}

func show(_ name: String, _ value: Double, _ unit: String) {
    print(name, String(format: value < 100 ? "%.3f" : "%.0f", value), unit)
    fflush(nil)
}

func document(_ path: String) throws -> Document {
    let kinds: [Character: BlockKind] = [
        "T": .title, "S": .subtitle, "1": .heading1, "2": .heading2, "3": .heading3,
    ]
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    var offset = 0
    let blocks = text.utf8.split(separator: 0x0A).enumerated().map { index, line -> Block in
        let source = SourceRange(offset, offset + line.count - 2)
        offset += line.count - 1
        return Block(
            id: BlockID(rawValue: "b\(index)"),
            kind: line.first.flatMap { kinds[Character(Unicode.Scalar($0))] } ?? .paragraph,
            content: [.text(String(decoding: line.dropFirst(2), as: UTF8.self), source: source)],
            origin: .source(source)
        )
    }
    return Document(blocks: blocks)
}

func paragraphs(_ count: Int, _ text: String) -> Document {
    let block = Block(id: BlockID(rawValue: "b"), kind: .paragraph, content: [.text(text)], origin: .stage("benchmark"))
    return Document(blocks: Array(repeating: block, count: count))
}

/// How far the memory of the process rises above what it is, in bytes; `nil` where the system does not say it.
func memory(_ body: () throws -> Void) throws -> Double? {
    func field(_ name: String) -> Double? {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
        return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }
    }
    // Sets the peak to what is in memory now.
    try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
    guard let before = field("VmRSS:") else { return nil }
    try body()
    return field("VmHWM:").map { ($0 - before) * 1024 }
}

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
    print("usage: WriterBenchmark S.tsv L.tsv [MEASUREMENT]...")
    exit(2)
}
let wanted = arguments.dropFirst(3)

/// Runs a measurement that is asked for.
func measure(_ name: String, _ body: () throws -> Void) rethrows {
    if wanted.isEmpty || wanted.contains(name) { try body() }
}

let style = try StyleLibrary.sheet(.builtIn("gbt9704"))
let renderer = DocxRenderer()
func prepared(_ compression: Compression = .standard, workers: Int = 1) throws -> any PreparedRenderer {
    let context = RenderContext(application: "benchmark", compression: compression, workers: workers)
    return try renderer.prepared(style: style, context: context)
}
let (small, large) = (try document(arguments[1]), try document(arguments[2]))

try measure("memory") {
    for workers in [1, 2] {
        let prepared = try prepared(workers: workers)
        var sink = CountingSink()
        let peak = try memory { _ = try prepared.render(large, into: &sink) }
        if let peak { show("memory-\(workers)", peak / 1e6, "MB") }
    }
}

try measure("combine") {
    for count in [1_000, 10_000] {
        let context = RenderContext(application: "benchmark", workers: 2)
        let combination = try DocxCombination(style: style, context: context)
        var sink = CountingSink()
        let start = times()
        let peak = try memory {
            var rest = count
            try combination.render(into: &sink, report: { _ in }) {
                rest -= 1
                return rest < 0 ? nil : small
            }
        }
        show("combine-\(count)", (times().cpu - start.cpu) / Double(count) * 1e6, "us")
        if let peak { show("combine-memory-\(count)", peak / 1e6, "MB") }
    }
}

try measure("small") {
    for compression in Compression.allCases {
        let name = compression.rawValue
        let prepared = try prepared(compression)
        var sink = MemorySink()
        let runs = compression == .small ? 200 : 2_000
        let time = try least(5) {
            for _ in 0..<runs {
                sink.removeAll()
                _ = try prepared.render(small, into: &sink)
            }
        }
        show("small-\(name)", time.cpu / Double(runs) * 1e6, "us")
        show("small-size-\(name)", Double(sink.bytes.count), "bytes")
    }
}

func mainPart(_ document: Document) throws -> Int {
    var sink = CountingSink()
    try renderer.writeMainPart(of: document, style: style, into: &sink)
    return sink.count
}

try measure("xml") {
    var size = 0
    let time = try least(5) { size = try mainPart(large) }
    show("xml", Double(size) / time.cpu / 1e6, "MB/s")
    show("xml-size", Double(size), "bytes")
}

try measure("large") {
    for compression in Compression.allCases {
        let name = compression.rawValue
        for workers in [1, 2] {
            let prepared = try prepared(compression, workers: workers)
            var sink = CountingSink()
            let time = try least(compression == .small ? 1 : 3) {
                sink = CountingSink()
                _ = try prepared.render(large, into: &sink)
            }
            show("large-\(name)-\(workers)", time.wall, "s")
            show("large-cpu-\(name)-\(workers)", time.cpu, "s")
            if workers == 1 { show("large-size-\(name)", Double(sink.count), "bytes") }
        }
    }
}

try measure("linear") {
    let prepared = try prepared()
    let tenth = Document(blocks: Array(large.blocks.prefix(large.blocks.count / 10)))
    let documents = [
        ("usual", large), ("tenth", tenth),
        ("one-paragraph", paragraphs(1, large.blocks.map(\.content.shownText).joined())),
        ("empty-paragraphs", paragraphs(1_000_000, "")),
    ]
    for (name, document) in documents {
        let size = try mainPart(document)
        let time = try least(3) {
            var sink = CountingSink()
            _ = try prepared.render(document, into: &sink)
        }
        show("\(name)-time", time.cpu, "s")
        show("\(name)-per-byte", time.cpu / Double(size) * 1e9, "ns")
    }
}
