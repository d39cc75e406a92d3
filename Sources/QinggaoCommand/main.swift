import Foundation
import Qinggao
import DraftReading
import SummaryModel
let data = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
let r = try DraftReader().read(data, explains: true)
let e = JSONEncoder(); e.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
if CommandLine.arguments.contains("-p") { print(String(decoding: try e.encode(PlaceholderList(r)), as: UTF8.self)) } else {
print(String(decoding: try e.encode(Outline(r)), as: UTF8.self)) }
if CommandLine.arguments.contains("-e") {
    for b in r.document.blocks { print(b.source!.lowerBound, b.kind.rawValue, b.shownText.prefix(30), r.evidence[b.id]!.map { "\($0.observation.en) \($0.weight)" }) }
}
