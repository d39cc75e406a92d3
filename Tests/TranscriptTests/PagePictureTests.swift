import Foundation
import Qinggao
import Testing

@testable import QinggaoCLI

@Suite("Pictures of pages")
struct PagePictureTests {
    @Test("the pages of an earlier, longer document go, and nothing else")
    func stalePages() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pages-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let others = ["x-03.png", "x-3.jpg", "x-7.png", "x.png", "y-3.png", "xx-3.png"]
        for name in ["x-1.png", "x-2.png", "x-3.png", "x-4.png"] + others {
            try Data("a".utf8).write(to: folder.appendingPathComponent(name))
        }
        try FileAccess.removePages(after: 2) { PageExport.png.path(ofPage: $0, in: folder.path + "/x.png") }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.sorted() == (["x-1.png", "x-2.png"] + others).sorted())
    }
}
