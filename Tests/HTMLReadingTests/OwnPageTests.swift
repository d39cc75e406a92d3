import HTMLReading
import ReadKit
import SummaryModel
import Testing

@Suite("Pages that this program wrote")
struct OwnPageTests {
    private func draft(_ body: String) throws -> Draft {
        try HTMLReader().read(
            DraftFile(Array("<!DOCTYPE html><html><body>\(body)</body></html>".utf8), name: "a.html"),
            in: ReaderContext()
        )
    }

    private func lines(_ draft: Draft) -> [String] { draft.source.lines.map { draft.source[$0] } }

    @Test func classesSayTheKindsThatTextDoesNotTell() throws {
        let body =
            "<p class=\"author\">张三</p><p class=\"lead\">导语</p><p class=\"attachment-item\">2. 乙</p><p class=\"joined-above date\">2024年</p>"
        let own = try draft("<main class=\"qinggao\">\(body)</main>")
        #expect(own.traits.map(\.kind) == [.author, nil, .attachment, .date])
        #expect(own.traits.map(\.isCertain) == [true, false, true, true])
        // Elsewhere the same words are those of somebody else.
        #expect(try draft(body).traits.allSatisfy { $0.kind == nil && !$0.isCertain })
    }

    @Test func linesOfTheLayoutAreJoinedAndThoseOfTheDocumentStay() throws {
        let title = "<h1 class=\"title\">某县<br>甲<br class=\"wrap\">乙</h1>"
        let own = try draft("<main class=\"qinggao\">\(title)</main>")
        #expect(lines(own).filter { !$0.isEmpty } == ["某县", "甲乙"])
        #expect(own.traits.prefix(2).allSatisfy { $0.kind == .title && $0.isCertain })
        #expect(try lines(draft(title)).filter { !$0.isEmpty } == ["某县", "甲", "乙"])
    }

    @Test func blanksStayWhereTheyAreMarked() throws {
        let own = try draft("<main class=\"qinggao\"><p>甲<span class=\"blank\">  </span>乙 丙</p></main>")
        #expect(lines(own).first == "甲  乙 丙")
    }

    @Test func aTableOfOneColumnIsOne() throws {
        let table = "<table class=\"grid\"><tbody><tr><td>甲</td></tr><tr><td>乙</td></tr></tbody></table>"
        let own = try draft("<main class=\"qinggao\">\(table)</main>")
        #expect(own.traits.map(\.kind) == [.table, .table])
        #expect(try draft(table).traits.allSatisfy { $0.kind == nil })
    }
}
