import Qinggao
import ReadKit
import SummaryModel
import Testing

@Suite("PDF and pictures of pages")
struct PageExportTests {
    @Test(
        "a picture has the number of its page in its name",
        arguments: [
            ("a/总结.png", "a/总结-3.png"), ("总结", "总结-3"), ("a.b/总结", "a.b/总结-3"), (".png", ".png-3"),
            ("a/2024.12.png", "a/2024.12-3.png"),
        ]
    )
    func names(_ path: String, _ numbered: String) {
        #expect(PageExport.png.path(ofPage: 3, in: path) == numbered)
        #expect(PageExport.pdf.path(ofPage: 1, in: path) == path)
    }

    @Test("where programs must not start, the message says so", arguments: PageExport.allCases)
    func forbidden(_ export: PageExport) {
        let error = #expect(throws: PageExportError.self) {
            try export.files(ofDocx: [], in: ReaderContext(allowsExternalPrograms: false))
        }
        #expect(error?.message.en.contains("--no-external") == true)
        #expect(error?.message.zh.contains(export.rawValue) == true)
    }
}
