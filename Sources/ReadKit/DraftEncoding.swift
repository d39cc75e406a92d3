/// The encodings in which drafts arrive.
public enum DraftEncoding: String, Sendable, Hashable, Codable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    /// GB 18030-2022, of which GBK and GB 2312 are parts.
    case gb18030 = "GB18030"
}
