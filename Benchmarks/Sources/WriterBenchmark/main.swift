// Measures the .docx writer inside one process: `WriterBenchmark S.tsv L.tsv`, where each line of the files is a letter for
// the kind of a block, TAB, and its text. Prints `name value unit`, one figure a line.

import Foundation
import Qinggao
import RenderKit
import SummaryModel
import WordprocessingML

/// A sink that only counts.
struct CountingSink: ByteSink {
    var count = 0

    mutating func write(_ bytes: UnsafeRawBufferPointer) { count += bytes.count }
    mutating func reserve(_ count: Int) -> Bool {
        self.count += count
        return true
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

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    print("usage: WriterBenchmark S.tsv L.tsv")
    exit(2)
}
let style = try StyleLibrary.sheet(.builtIn("gbt9704"))
let renderer = DocxRenderer()
let (small, large) = (try document(arguments[1]), try document(arguments[2]))

for compression in Compression.allCases {
    let name = compression.rawValue
    let context = RenderContext(application: "benchmark", compression: compression)
    let prepared = try renderer.prepared(style: style, context: context)
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

var xml = CountingSink()
let layer = try least(5) {
    xml = CountingSink()
    try renderer.writeMainPart(of: large, style: style, into: &xml)
}
show("xml", Double(xml.count) / layer.cpu / 1e6, "MB/s")
show("xml-size", Double(xml.count), "bytes")

for compression in Compression.allCases {
    for workers in [1, 2] {
        let context = RenderContext(application: "benchmark", compression: compression, workers: workers)
        let prepared = try renderer.prepared(style: style, context: context)
        var sink = CountingSink()
        let time = try least(compression == .small ? 1 : 3) {
            sink = CountingSink()
            _ = try prepared.render(large, into: &sink)
        }
        show("large-\(compression.rawValue)-\(workers)", time.wall, "s")
        show("large-cpu-\(compression.rawValue)-\(workers)", time.cpu, "s")
        if workers == 1 { show("large-size-\(compression.rawValue)", Double(sink.count), "bytes") }
    }
}

let prepared = try renderer.prepared(style: style, context: RenderContext(application: "benchmark"))
func perByte(_ name: String, _ document: Document) throws {
    var xml = CountingSink()
    try renderer.writeMainPart(of: document, style: style, into: &xml)
    let time = try least(3) {
        var sink = CountingSink()
        _ = try prepared.render(document, into: &sink)
    }
    show("\(name)-time", time.cpu, "s")
    show("\(name)-per-byte", time.cpu / Double(xml.count) * 1e9, "ns")
}
try perByte("usual", large)
try perByte("tenth", Document(blocks: Array(large.blocks.prefix(large.blocks.count / 10))))
try perByte("one-paragraph", paragraphs(1, large.blocks.map(\.content.shownText).joined()))
try perByte("empty-paragraphs", paragraphs(1_000_000, ""))
