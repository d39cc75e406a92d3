//! A style sheet that extends a built-in one.

import Configuration
import Qinggao
import RenderKit
import StageKit
import SummaryModel

// snippet.sheet
let text = """
    version: 1
    extends: gbt9704
    summary:
      zh: 本单位内部材料：标题用黑体，行距 26 磅
      en: Papers of the house, with titles in 黑体 and lines of 26 points
    paragraphs:
      title: { font: 黑体, latin: 黑体 }
      paragraph: { line: 26磅 }
    """
// snippet.end

// snippet.read
func sheet(_ text: String) throws(ConfigurationError) -> StyleSheet {
    let value = try DataFile.read(Array(text.utf8), path: "house.yaml")
    return try StyleSheetDecoding.decode(value, name: "house", known: StyleLibrary.names) {
        name throws(ConfigurationError) in
        try DataFile.read(Array(StyleLibrary.text(.builtIn(name)).utf8), path: "\(name).yaml")
    }
}

let house = try sheet(text)
print("title: \(house[BlockKind.title].format.text.font)")
print("body: \(house.body.format.text.font), on the grid: \(house.body.format.snapsToGrid)")
do {
    _ = try sheet(text.replacing("title:", with: "titel:"))
} catch {
    for problem in error.problems { print("\(problem.place.position?.line ?? 0): \(problem.message(.english))") }
}
// snippet.end
