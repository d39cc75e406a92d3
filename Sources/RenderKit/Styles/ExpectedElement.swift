/// An element of an official document that a style sheet expects (GB/T 9704-2012, 7.1). The raw value is its name in style
/// sheets and in the stage `elements`.
public enum ExpectedElement: String, Sendable, Hashable, CaseIterable {
    /// The mark of the issuing body (发文机关标志).
    case issuer
    /// The document number (发文字号), or that of an order or a bulletin.
    case number
    /// The title (标题).
    case title
    /// The addressee (主送机关).
    case recipient
    /// Who signs (署名).
    case signature
    /// The date (成文日期).
    case date
    /// Who gets copies (抄送).
    case copies
    /// Who prints and issues the document (印发机关).
    case printer
}
