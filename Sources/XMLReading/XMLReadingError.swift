/// Why an XML document was refused.
package enum XMLReadingError: Error, Sendable, Hashable {
    /// It is not well-formed; the parser says why.
    case malformed(line: Int, reason: String)
    /// It has a document type declaration, which may hide entities that grow without end or read other files.
    case documentType(line: Int)
    /// Elements are nested deeper than allowed.
    case tooDeep(line: Int, limit: Int)
    /// The parser could not be started.
    case outOfMemory
}
