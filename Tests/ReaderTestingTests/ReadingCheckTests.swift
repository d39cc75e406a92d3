import DraftReading
import ReadKit
import ReaderTesting
import SummaryModel
import Testing

@Suite("The check of readings finds what is wrong")
struct ReadingCheckTests {
    private let reading = DraftReader().read(Draft(source: SourceText("年度总结\n\n一、加强学习。全年三次。\n"), format: "text"))

    @Test("a reading of the program is right")
    func right() {
        #expect(ReadingCheck.failures(reading) == [])
    }

    @Test("a lost character, a wrong place and a double identity are found")
    func wrong() {
        var lossy = reading
        lossy.document.blocks[0].content = [.text("年度总")]
        #expect(ReadingCheck.failures(lossy) == ["U+7ED3 is there 1 times too rarely"])
        var moved = reading
        moved.document.blocks.swapAt(0, 1)
        #expect(ReadingCheck.failures(moved).count == 1)
        var double = reading
        double.document.blocks[1].id = double.document.blocks[0].id
        #expect(ReadingCheck.failures(double) == ["two blocks have one identity"])
        var outside = reading
        outside.document.blocks[0].content[0].source = SourceRange(900, 901)
        #expect(ReadingCheck.failures(outside).count == 1)
    }
}
