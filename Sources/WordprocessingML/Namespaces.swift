/// The namespaces and the families of relationship and content types of ISO/IEC 29500, transitional.
enum Namespaces {
    static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships"
    static let coreProperties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    static let extendedProperties = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    static let customProperties = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    static let variantTypes = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    static let dublinCore = "http://purl.org/dc/elements/1.1/"
    static let dublinCoreTerms = "http://purl.org/dc/terms/"
    static let schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"

    /// The content type of a part of WordprocessingML.
    static func contentType(_ name: String) -> String {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.\(name)+xml"
    }
}
