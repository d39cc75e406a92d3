internal import SummaryModel

/// What the program is told, one object a line.
enum Request {
    /// The name and version of the protocol; another number after the stroke is another protocol.
    static let protocolName = "qinggao-stage/1"

    /// The first line.
    struct Hello: Encodable {
        let message = "hello"
        let `protocol` = Request.protocolName
        /// The forms of documents that may follow.
        let schemas = [Document.schema]
        /// What this program understands in answers.
        let capabilities = ["document", "diagnostics", "reasons"]
    }

    /// A document to work on.
    struct Work {
        var options: JSONValue
        var date: String?
        var document: Document
    }

    /// The line of a document, with the number that the answer must repeat.
    struct Numbered: Encodable {
        let message = "run"
        var id: Int
        var options: JSONValue
        var date: String?
        var document: Document

        init(_ work: Work, id: Int) {
            self.id = id
            options = work.options
            date = work.date
            document = work.document
        }
    }
}
