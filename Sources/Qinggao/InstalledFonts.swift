internal import ChildProcess
internal import Configuration
public import ReadKit
public import RenderKit

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The fonts of this machine, with which LibreOffice, a browser or Word would show a document here.
public struct InstalledFonts: Sendable {
    /// What this machine has of a font that a style sheet names.
    public struct Entry: Sendable, Hashable, Encodable {
        /// The role in the sheet.
        public var role: String
        /// The name of the font.
        public var name: String
        /// Its other names, Chinese and English.
        public var otherNames: [String]
        /// Whether the machine has it, by any of its names.
        public var isInstalled: Bool
        /// What stands in for it where it is missing; `nil` when that is not known.
        public var standIn: String?
    }

    /// The names of families, in lower case, each with the name as it is written.
    private let families: [String: String]
    private let fontconfig: Fontconfig?

    /// Looks for fonts: by fontconfig (`fc-list`) where it is and other programs may be started, else in the usual folders.
    ///
    /// - Parameters:
    ///   - environment: The variables of the user.
    ///   - context: Whether and where programs may be started.
    public init(environment: [String: String], in context: ReaderContext) {
        let fontconfig = Fontconfig(environment, context)
        if let fontconfig, let names = fontconfig.families(), !names.isEmpty {
            families = Self.table(names)
            self.fontconfig = fontconfig
        } else {
            families = Self.table(FontFolders.families(environment))
            self.fontconfig = nil
        }
    }

    /// Knows the fonts of these names only.
    init(families: [String]) {
        self.families = Self.table(families)
        fontconfig = nil
    }

    private static func table(_ names: [String]) -> [String: String] {
        Dictionary(names.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The fonts that the styles of a sheet use, in the order of the sheet.
    public func entries(for sheet: StyleSheet) -> [Entry] {
        var roles: Set<String> = []
        for style in sheet.allParagraphStyles { roles.formUnion([style.format.text.font, style.format.text.latin]) }
        for style in sheet.characterStyles { roles.formUnion([style.font, style.latin].compactMap(\.self)) }
        return sheet.fonts.filter { roles.contains($0.role) }.map { font in
            let isInstalled = holds(font.name)
            var others = Array(FontNames.names(of: font.name).dropFirst())
            if let alternative = font.alternative, alternative != font.name, !others.contains(alternative) {
                others.append(alternative)
            }
            return Entry(
                role: font.role,
                name: font.name,
                otherNames: others,
                isInstalled: isInstalled,
                standIn: isInstalled ? nil : standIn(for: font)
            )
        }
    }

    private func holds(_ name: String) -> Bool {
        FontNames.names(of: name).contains { families[$0.lowercased()] != nil }
    }

    private func standIn(for font: FontFamily) -> String? {
        let named = ([font.alternative].compactMap(\.self) + font.fallbacks).first { holds($0) }
        return named ?? fontconfig?.match(font.name, isChinese: font.characterSet == 134)
    }
}

/// The programs of fontconfig.
private struct Fontconfig: Sendable {
    private let list: String
    private let matcher: String?
    private let environment: [String]
    private let context: ReaderContext

    init?(_ environment: [String: String], _ context: ReaderContext) {
        guard context.allowsExternalPrograms else { return nil }
        let folders = context.programFolders + ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
        func find(_ name: String) -> String? {
            folders.lazy.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
        }
        guard let list = find("fc-list") else { return nil }
        self.list = list
        matcher = find("fc-match")
        let known = [
            "HOME", "PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
        ]
        self.environment = known.compactMap { name in environment[name].map { "\(name)=\($0)" } } + ["LC_ALL=C.UTF-8"]
        self.context = context
    }

    /// The names of all families.
    func families() -> [String]? {
        guard let text = output(list, ["-f", "%{family}\n"]) else { return nil }
        return text.split(whereSeparator: { $0 == "\n" || $0 == "," }).map { $0.filter { $0 != "\\" } }
    }

    /// The font that programs take for one that is missing.
    func match(_ name: String, isChinese: Bool) -> String? {
        guard let matcher else { return nil }
        // A pattern is divided by these signs.
        let pattern = name.filter { !":,-\\".contains($0) || $0 == " " }
        let text = output(matcher, ["-f", "%{family[0]}\n", pattern + (isChinese ? ":lang=zh-cn" : "")])
        return text?.split(separator: "\n").first.map(String.init)
    }

    /// What a program prints.
    private func output(_ program: String, _ arguments: [String]) -> String? {
        var template = Array("\(context.temporaryFolder)/qinggao-fonts-XXXXXX".utf8CString)
        let descriptor = template.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkstemp($0) } ?? -1 }
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        template.withUnsafeBufferPointer { if let path = $0.baseAddress { _ = unlink(path) } }
        let start = ProcessStart(program, arguments, environment: environment, in: "/")
        let end = GroupedProcess(start).run(within: .seconds(20), output: descriptor) { false }
        guard end == .exited(0), lseek(descriptor, 0, SEEK_SET) == 0,
            let bytes = try? FileContents.read(descriptor: descriptor)
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The folders in which systems keep fonts.
private enum FontFolders {
    /// How many files are looked at, at most.
    private static let limit = 4000

    static func families(_ environment: [String: String]) -> [String] {
        let home = environment["HOME"].map { home in
            ["\(home)/Library/Fonts", "\(home)/.local/share/fonts", "\(home)/.fonts"]
        }
        let folders =
            (home ?? []) + [
                "/Library/Fonts", "/System/Library/Fonts", "/System/Library/AssetsV2", "/usr/share/fonts",
                "/usr/local/share/fonts",
            ]
        var names: [String] = []
        var count = 0
        for folder in folders {
            for path in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
                let suffix = path.suffix(4).lowercased()
                guard [".ttf", ".ttc", ".otf", ".otc"].contains(suffix), count < limit else { continue }
                count += 1
                names += FontFile.families("\(folder)/\(path)")
            }
        }
        return names
    }
}

/// The names in a font of OpenType (ISO/IEC 14496-22, 5.2.7).
enum FontFile {
    /// The names of the families in a file, in all languages.
    static func families(_ path: String) -> [String] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        return families { offset, count in
            var bytes = [UInt8](repeating: 0, count: count)
            let found = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, count, off_t(offset)) }
            return found == count ? bytes : nil
        }
    }

    /// - Parameter read: Gives so many bytes at an offset; `nil` where there are none.
    static func families(_ read: (_ offset: Int, _ count: Int) -> [UInt8]?) -> [String] {
        guard let head = read(0, 12) else { return [] }
        var starts = [0]
        if head.starts(with: Array("ttcf".utf8)) {
            let count = min(64, number(head, 8, 4))
            guard let table = read(12, count * 4) else { return [] }
            starts = (0..<count).map { number(table, $0 * 4, 4) }
        }
        var names: [String] = []
        for start in starts {
            guard let head = read(start, 12), let tables = read(start + 12, min(256, number(head, 4, 2)) * 16) else {
                continue
            }
            for entry in stride(from: 0, to: tables.count, by: 16)
            where tables[entry...].starts(with: Array("name".utf8)) {
                let (offset, size) = (number(tables, entry + 8, 4), min(number(tables, entry + 12, 4), 1 << 16))
                if let table = read(offset, size) { names += Self.names(table) }
            }
        }
        return names
    }

    private static func names(_ table: [UInt8]) -> [String] {
        guard table.count >= 6 else { return [] }
        let (count, storage) = (number(table, 2, 2), number(table, 4, 2))
        return (0..<count).compactMap { index -> String? in
            let entry = 6 + index * 12
            guard entry + 12 <= table.count, [1, 16].contains(number(table, entry + 6, 2)) else { return nil }
            let (length, offset) = (number(table, entry + 8, 2), storage + number(table, entry + 10, 2))
            // Names for Windows and Unicode are UTF-16; those for the old Macintosh are repeated in these.
            guard [0, 3].contains(number(table, entry, 2)), offset + length <= table.count, length > 1 else {
                return nil
            }
            let units = stride(from: offset, to: offset + length - 1, by: 2).map { UInt16(number(table, $0, 2)) }
            return String(decoding: units, as: UTF16.self)
        }
    }

    private static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
        bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }
}
