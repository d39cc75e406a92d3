import Foundation
import ReadKit
import SummaryModel
import Testing

@testable import OfficeReading

/// Stands for the reader of .docx: it gives the bytes as text.
struct EchoReader: Reader {
    static let format = "echo"
    static let summary = LocalizedText(zh: "", en: "")
    static let extensions = ["docx"]

    static func recognition(of file: DraftFile) -> Recognition { .none }

    func read(_ file: DraftFile, in context: ReaderContext) throws(DraftError) -> Draft {
        Draft(
            source: SourceText((file.name ?? "") + "\n" + String(decoding: file.bytes, as: UTF8.self)),
            format: "echo"
        )
    }
}

@Suite("Files of other word processors go through LibreOffice", .serialized)
struct OfficeReaderTests {
    private typealias Office = OfficeReader<EchoReader>

    /// A compound file whose directory names these streams.
    private static func compoundFile(_ streams: String...) -> [UInt8] {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        bytes += [UInt8](repeating: 0, count: 1024 - bytes.count)
        for name in ["Root Entry"] + streams {
            var entry = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            let length = entry.count + 2
            entry += [UInt8](repeating: 0, count: 128 - entry.count)
            entry[64] = UInt8(length)
            entry[66] = name == "Root Entry" ? 5 : 2
            bytes += entry
        }
        return bytes
    }

    private static let doc = compoundFile("WordDocument", "1Table")

    private static func zip(mimetype: String) -> [UInt8] {
        [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 22) + [8, 0, 0, 0] + Array(("mimetype" + mimetype).utf8)
    }

    private static let known: [(bytes: [UInt8], extension: String)] = [
        (doc, "doc"), (Array("{\\rtf1\\ansi 甲}".utf8), "rtf"),
        (zip(mimetype: "application/vnd.oasis.opendocument.text"), "odt"),
        (zip(mimetype: "application/vnd.oasis.opendocument.text-template"), "odt"),
        (
            Array("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Word.Document\"?>\n<w:wordDocument/>".utf8),
            "xml"
        ),
        (
            Array(
                "\u{FEFF}<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.text\"/>"
                    .utf8
            ), "fodt"
        ),
    ]

    private static let unknown: [[UInt8]] = [
        [], Array("总结".utf8), Array("<p>office:document opendocument.text".utf8), zip(mimetype: "application/epub+zip"),
        zip(mimetype: "application/vnd.oasis.opendocument.spreadsheet"), [0x50, 0x4B, 3, 4], [0xD0, 0xCF, 0x11],
        Array("正文 <?mso-application progid=\"Word.Document\"?>".utf8),
        Array([0x50, 0x4B, 3, 4] + [UInt8](repeating: 0xFF, count: 40)),
    ]

    @Test("formats are told by their content", arguments: known.indices)
    func recognition(_ index: Int) throws {
        let folder = try WorkFolder()
        try folder.installSoffice(
            "printf '%s ' \"$@\" > \"$out/draft.docx\"; basename \"$input\" >> \"$out/draft.docx\""
        )
        let file = DraftFile(Self.known[index].bytes, name: "a/总结.wps")
        #expect(Office.recognition(of: file) == .certain)
        let text = try Office().read(file, in: folder.context).source
        #expect(text[text.lines[0]] == "总结.docx")
        #expect(text[text.lines[1]].hasSuffix(" draft.\(Self.known[index].extension)"))
    }

    @Test("other files are not theirs", arguments: unknown.indices)
    func others(_ index: Int) throws {
        let file = DraftFile(Self.unknown[index], name: "a.doc")
        #expect(Office.recognition(of: file) == .none)
        #expect(throws: DraftError.self) { try Office().read(file, in: ReaderContext(allowsExternalPrograms: false)) }
    }

    @Test(
        "compound files of other programs are refused by name, without LibreOffice",
        arguments: [
            (compoundFile("Workbook"), "Excel"), (compoundFile("Book"), "Excel"),
            (compoundFile("PowerPoint Document"), "PowerPoint"), (compoundFile("Property"), "WordDocument"),
            (compoundFile("EncryptionInfo", "EncryptedPackage"), "password"), ([], ""),
        ]
    )
    func refusals(_ bytes: [UInt8], _ name: String) throws {
        guard !bytes.isEmpty else { return }
        let folder = try WorkFolder()
        try folder.installSoffice("echo x > \"$out/draft.docx\"")
        let error = #expect(throws: DraftError.self) { try Office().read(DraftFile(bytes), in: folder.context) }
        #expect(error?.message.en.contains(name) == true)
    }

    @Test("the program is started with a profile of its own, where no macro runs, and nothing is left")
    func success() throws {
        let folder = try WorkFolder()
        try folder.installSoffice(
            """
            printf '%s\\n' "$@" > "$out/draft.docx"
            cat "$out/../profile/user/registrymodifications.xcu" >> "$out/draft.docx"
            env >> "$out/draft.docx"
            """
        )
        let draft = try Office().read(DraftFile(Self.doc), in: folder.context)
        #expect(draft.format == "office")
        let text = String(decoding: draft.source.utf8, as: UTF8.self)
        let start = "-env:UserInstallation=file://\(folder.temporary.replacing(" ", with: "%20"))/qinggao-"
        for words in [
            start,
            "/profile\n--headless\n--norestore\n--nolockcheck\n--nodefault\n--convert-to\ndocx:MS Word 2007 XML\n--outdir\n",
            "<prop oor:name=\"DisableMacrosExecution\" oor:op=\"fuse\"><value>true</value>",
            "HOME=\(folder.temporary)/qinggao-",
        ] {
            #expect(text.contains(words), "\(text)")
        }
        #expect(!text.contains("USER="))
        #expect(try folder.leftovers() == [])
    }

    @Test("what it prints does not matter")
    func chatter() throws {
        let folder = try WorkFolder()
        try folder.installSoffice(
            "head -c 20000000 /dev/zero; head -c 20000000 /dev/zero >&2; echo 甲 > \"$out/draft.docx\""
        )
        #expect(try Office().read(DraftFile(Self.doc), in: folder.context).source.lines.count == 2)
        #expect(try folder.leftovers() == [])
    }

    @Test(
        "failures are told apart, and nothing is left",
        arguments: [
            ("exit 3", "could not convert"), ("exit 0", "could not convert"), ("kill -9 $$", "could not convert"),
            (": > \"$out/draft.docx\"", "could not convert"), ("mkdir \"$out/draft.docx\"", "could not convert"),
            ("ln -s /etc/passwd \"$out/draft.docx\"", "could not convert"),
            ("head -c 5000000 /dev/zero > \"$out/draft.docx\"", "limit (input: 4 MB)"),
        ]
    )
    func failures(_ script: String, _ words: String) throws {
        let folder = try WorkFolder()
        try folder.installSoffice(script)
        var context = folder.context
        context.limits.inputBytes = 4 << 20
        let error = #expect(throws: DraftError.self) { try Office().read(DraftFile(Self.doc), in: context) }
        #expect(error?.message.en.contains(words) == true, "\(error?.message.en ?? "")")
        #expect(try folder.leftovers() == [])
    }

    @Test("a program that hangs is stopped with everything that it started")
    func hang() throws {
        let folder = try WorkFolder()
        try folder.installSoffice(
            "trap '' TERM INT; (sleep 600 & echo $! > '\(folder.path)/child'; wait) & wait; sleep 600"
        )
        var context = folder.context
        context.limits.externalProgramSeconds = 1
        let start = ContinuousClock.now
        let error = #expect(throws: DraftError.self) { try Office().read(DraftFile(Self.doc), in: context) }
        #expect(ContinuousClock.now - start < .seconds(10))
        #expect(error?.message.en.contains("external-program: 1 s") == true)
        #expect(try folder.leftovers() == [])
        let child = try #require(Int32(folder.text("child").trimmingCharacters(in: .whitespacesAndNewlines)))
        // Nobody may be there to collect it, so that it stays in the table of processes for a moment.
        for _ in 0..<200 where Self.isRunning(child) { usleep(10_000) }
        #expect(!Self.isRunning(child))
    }

    @Test("where it is not allowed or not there, the message says what to do")
    func unavailable() throws {
        let folder = try WorkFolder()
        try folder.installSoffice("echo x > \"$out/draft.docx\"")
        var context = folder.context
        context.allowsExternalPrograms = false
        let forbidden = #expect(throws: DraftError.self) { try Office().read(DraftFile(Self.doc), in: context) }
        #expect(forbidden?.message.en.contains("--no-external") == true)
        #expect(throws: LibreOffice.Failure.notInstalled("LibreOffice")) {
            try LibreOffice.docx(from: Self.doc, extension: "doc", in: ReaderContext(), places: ["/nowhere/soffice"])
        }
        let absent = LibreOffice.Failure.notInstalled("LibreOffice").message(.reading)
        #expect(absent.en.contains("apt-get install libreoffice-writer-nogui") && absent.en.contains("save the file"))
        context = folder.context
        context.temporaryFolder = "/nowhere"
        let noFolder = #expect(throws: DraftError.self) { try Office().read(DraftFile(Self.doc), in: context) }
        #expect(noFolder?.message.en.contains("'/nowhere'") == true)
    }

    @Test("a .docx becomes a PDF, with the fonts of the user")
    func pdf() throws {
        let folder = try WorkFolder()
        try folder.installSoffice(
            "printf '%s\\n' \"$@\" > \"$out/draft.pdf\"; cat \"$input\" >> \"$out/draft.pdf\"; env >> \"$out/draft.pdf\""
        )
        let result = try LibreOffice.pdf(
            ofDocx: Array("甲\n".utf8),
            fonts: ["XDG_DATA_HOME=/fonts"],
            in: folder.context
        )
        let text = String(decoding: result, as: UTF8.self)
        #expect(text.contains("--convert-to\npdf:writer_pdf_Export\n"))
        #expect(text.contains("/draft.docx\n甲\n"))
        #expect(text.contains("XDG_DATA_HOME=/fonts"))
        #expect(try folder.leftovers() == [])
    }

    @Test("poppler draws the pages of the PDF, in order")
    func pictures() throws {
        let folder = try WorkFolder()
        try folder.installSoffice("echo 甲 > \"$out/draft.pdf\"")
        #expect(throws: LibreOffice.Failure.notInstalled("pdftoppm")) {
            try LibreOffice.pictures(ofDocx: [1], resolution: 150, in: folder.context, popplerPlaces: [])
        }
        try folder.install(
            "pdftoppm",
            "for word do last=$word; done; for page in 10 02 01; do echo \"$1 $2 $3 $page\" > \"$last-$page.png\"; done"
        )
        let pictures = try LibreOffice.pictures(ofDocx: [1], resolution: 150, in: folder.context, popplerPlaces: [])
        #expect(
            pictures.map { String(decoding: $0, as: UTF8.self) } == [
                "-png -r 150 01\n", "-png -r 150 02\n", "-png -r 150 10\n",
            ]
        )
        try folder.install("pdftoppm", "exit 0")
        #expect(throws: LibreOffice.Failure.failed("pdftoppm")) {
            try LibreOffice.pictures(ofDocx: [1], resolution: 150, in: folder.context, popplerPlaces: [])
        }
        #expect(try folder.leftovers() == [])
    }

    @Test("no program is started for a picture where that is not allowed")
    func forbiddenPictures() throws {
        let folder = try WorkFolder()
        try folder.installSoffice("echo x > \"$out/draft.pdf\"")
        var context = folder.context
        context.allowsExternalPrograms = false
        #expect(throws: LibreOffice.Failure.notAllowed) { try LibreOffice.pdf(ofDocx: [1], in: context) }
        #expect(throws: LibreOffice.Failure.notAllowed) {
            try LibreOffice.pictures(ofDocx: [1], resolution: 150, in: context)
        }
    }

    @Test("LibreOffice itself converts", .enabled(if: LibreOffice.find(in: []) != nil, "LibreOffice is not installed"))
    func real() throws {
        let folder = try WorkFolder()
        var context = folder.context
        context.programFolders = []
        let rtf = DraftFile(Array("{\\rtf1\\ansi\\uc1 \\u24635?\\u32467?\\par X\\par}".utf8), name: "总结.rtf")
        let draft = try Office().read(rtf, in: context)
        #expect(draft.source.utf8.contains(sequence: "PK\u{3}\u{4}"))
        #expect(try folder.leftovers() == [])
    }

    private static func isRunning(_ process: Int32) -> Bool {
        guard kill(process, 0) == 0 else { return false }
        guard let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return true }
        return !state.contains(") Z")
    }
}

extension [UInt8] {
    fileprivate func contains(sequence text: String) -> Bool {
        indices.contains { self[$0...].starts(with: text.utf8) }
    }
}
