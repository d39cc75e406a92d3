/// libxml2 could not go on: it ran out of memory, or the structure of the document was broken by the caller.
package struct XMLWritingError: Error, Sendable {}
