// swift-tools-version: 6.2
import PackageDescription

/// The settings of every Swift target: Swift 6 language mode with the upcoming features that make imports and
/// existentials explicit. Warnings are errors for our own targets only.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// A module under `Sources/`.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: "Sources/\(name)", swiftSettings: settings)
}

/// A stage under `Plugins/`: it imports the model and the stage kit; only the one that starts programs imports more.
func stage(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(
        name: name,
        dependencies: ["SummaryModel", "StageKit"] + dependencies,
        path: "Plugins/\(name)",
        resources: resources,
        swiftSettings: settings
    )
}

/// Lists of words under `Words/` in the folder of a target, embedded as bytes.
func words(_ names: String...) -> [Resource] { names.map { .embedInCode("Words/\($0).txt") } }

/// Templates under `Templates/` in the folder of a target, embedded as bytes.
func templates(_ names: String...) -> [Resource] { names.map { .embedInCode("Templates/\($0).txt") } }

/// The tests of a module or a stage, under `Tests/<name>Tests`.
func tests(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.init(stringLiteral: name)] + dependencies,
        path: "Tests/\(name)Tests",
        resources: resources,
        swiftSettings: settings
    )
}

/// Tests of the program or the repository as a whole, under `Tests/<name>Tests`.
func wholeTests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: dependencies, path: "Tests/\(name)Tests", swiftSettings: settings)
}

/// A C library of the system, found by pkg-config.
func system(_ name: String, _ pkgConfig: String, apt: String, brew: String) -> Target {
    .systemLibrary(
        name: name,
        path: "Sources/\(name)",
        pkgConfig: pkgConfig,
        providers: [.apt([apt]), .brew([brew])]
    )
}

/// Who uses the package does not fetch what only its documentation needs: `make docs` sets the variable.
let documentation: [Package.Dependency] =
    Context.environment["QINGGAO_DOCC"] == nil
    ? [] : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0")]

let package = Package(
    name: "Qinggao",
    defaultLocalization: "en",
    platforms: [.macOS(.v15)],
    products: [
        // With the modules whose types its own declarations use.
        .library(
            name: "Qinggao",
            targets: [
                "Qinggao", "SummaryModel", "ReadKit", "DraftReading", "RowReading", "WordTemplates", "StageKit",
                "RenderKit", "Configuration",
            ]
        ),
        .library(name: "WordprocessingML", targets: ["WordprocessingML", "SummaryModel", "RenderKit"]),
        .library(name: "QinggaoCLI", targets: ["QinggaoCLI"]),
        .library(name: "StageKit", targets: ["SummaryModel", "StageKit"]),
        .library(name: "StageTesting", targets: ["StageTesting", "ReaderTesting", "RendererTesting"]),
        .executable(name: "qinggao", targets: ["QinggaoCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
    ] + documentation,
    targets: [
        system("CLibXML2", "libxml-2.0", apt: "libxml2-dev", brew: "libxml2"),
        system("CCMark", "libcmark-gfm", apt: "libcmark-gfm-extensions-dev", brew: "cmark-gfm"),
        system("CYAML", "yaml-0.1", apt: "libyaml-dev", brew: "libyaml"),
        system("CDeflate", "libdeflate", apt: "libdeflate-dev", brew: "libdeflate"),
        system("CZlib", "zlib", apt: "zlib1g-dev", brew: "zlib"),
        system("CZip", "libzip", apt: "libzip-dev", brew: "libzip"),
        .systemLibrary(name: "CSpawn", path: "Sources/CSpawn"),

        module("SummaryModel"),
        module("ParallelWork"),
        module("ReadKit", ["SummaryModel"]),
        module("PlainTextReading", ["SummaryModel", "ReadKit"]),
        module("XMLReading", ["CLibXML2"]),
        module("WordReading", ["SummaryModel", "ReadKit", "XMLReading", "OpenPackaging"]),
        module("JSONReading", ["SummaryModel", "ReadKit"]),
        module(
            "StyleLearning",
            ["SummaryModel", "ReadKit", "RenderKit", "WordReading", "Configuration", "OpenPackaging", "XMLReading"]
        ),
        module(
            "RowReading",
            [
                "SummaryModel", "ReadKit", "StageKit", "Configuration", "JSONReading", "OpenPackaging", "XMLReading",
                "WordReading", "CYAML",
            ]
        ),
        module(
            "WordTemplates",
            [
                "SummaryModel", "ReadKit", "WordReading", "RenderKit", "RowReading", "XMLReading", "XMLWriting",
                "OpenPackaging",
            ]
        ),
        module("ChildProcess", ["CSpawn"]),
        module("OfficeReading", ["SummaryModel", "ReadKit", "ChildProcess"]),
        module("MarkdownReading", ["SummaryModel", "ReadKit", "CCMark"]),
        module("HTMLReading", ["SummaryModel", "ReadKit", "CLibXML2"]),
        .target(
            name: "DraftReading",
            dependencies: ["SummaryModel", "ReadKit", "ParallelWork"],
            path: "Sources/DraftReading",
            resources: words("adverts", "genres", "organizations"),
            swiftSettings: settings
        ),
        module("StageKit", ["SummaryModel", "ParallelWork"]),
        module("RenderKit", ["SummaryModel", "TitleBreaking"]),
        module("Configuration", ["SummaryModel", "ReadKit", "StageKit", "RenderKit", "CYAML"]),
        module("XMLWriting", ["CLibXML2"]),
        module(
            "OpenPackaging",
            ["SummaryModel", "RenderKit", "XMLReading", "XMLWriting", "CDeflate", "CZlib", "CZip"]
        ),
        module("TitleBreaking"),
        module(
            "WordprocessingML",
            ["SummaryModel", "RenderKit", "ParallelWork", "XMLWriting", "OpenPackaging"]
        ),
        module("MarkupRenderers", ["SummaryModel", "RenderKit"]),

        stage("Cleanup"),
        stage("External", ["ChildProcess"]),
        stage("Punctuation"),
        stage("Numbering"),
        stage("Boilerplate"),
        stage("Placeholders", resources: words("places", "prose")),
        stage(
            "Proofreading",
            resources: words(
                "confusable",
                "particles",
                "phrases",
                "correct",
                "set-phrases",
                "homophones",
                "common-words"
            )
        ),

        stage("UnitNames"),
        stage("Elements"),

        .target(
            name: "Styles",
            path: "Styles",
            resources: [
                .embedInCode("gbt9704.yaml"),
                .embedInCode("gbt9704-centred.yaml"),
                .embedInCode("gbt9704-red-head.yaml"),
                .embedInCode("gbt9704-letter.yaml"),
                .embedInCode("gbt9704-order.yaml"),
                .embedInCode("gbt9704-minutes.yaml"),
                .embedInCode("enterprise-report.yaml"),
                .embedInCode("thesis-like.yaml"),
                .embedInCode("plain.yaml"),
            ],
            swiftSettings: settings
        ),

        module(
            "Qinggao",
            [
                "SummaryModel", "ReadKit", "PlainTextReading", "MarkdownReading", "HTMLReading", "WordReading",
                "JSONReading", "OfficeReading", "DraftReading", "RowReading", "WordTemplates", "StageKit", "RenderKit",
                "Configuration", "ChildProcess", "WordprocessingML", "MarkupRenderers", "StyleLearning", "Styles",
                "Cleanup",
                "Punctuation", "Numbering", "Boilerplate",
                "Placeholders", "Proofreading", "UnitNames", "Elements", "External",
            ]
        ),
        .target(
            name: "Scaffolding",
            dependencies: ["SummaryModel"],
            path: "Sources/Scaffolding",
            resources: templates(
                "Stage",
                "Options",
                "StageTests",
                "Page.en",
                "Page.zh",
                "Package",
                "Main",
                "ExampleTests",
                "Readme",
                "Gitignore",
                "PassageRule",
                "PassageRuleTests",
                "PunctuationRule",
                "PunctuationRuleTests",
                "TextRule",
                "TextRuleTests"
            ),
            swiftSettings: settings
        ),
        module(
            "QinggaoCLI",
            [
                "Qinggao", "SummaryModel", "ReadKit", "DraftReading", "StageKit", "RenderKit", "Configuration",
                "Placeholders", "Scaffolding", "RowReading", "WordTemplates", "ParallelWork", "ChildProcess", "CSpawn",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "QinggaoCommand",
            dependencies: ["QinggaoCLI"],
            path: "Sources/QinggaoCommand",
            swiftSettings: settings
        ),
        module("StageTesting", ["SummaryModel", "StageKit"]),
        module("ReaderTesting", ["SummaryModel", "ReadKit", "DraftReading"]),
        module("RendererTesting", ["SummaryModel", "RenderKit"]),

        .target(
            name: "DraftFixtures",
            path: "Tests/Fixtures",
            exclude: ["Drafts", "README.md"],
            swiftSettings: settings
        ),

        .target(name: "JSONSchemaTesting", path: "Tests/JSONSchemaTesting", swiftSettings: settings),

        tests(
            "JSONReading",
            [
                "SummaryModel", "ReadKit", "DraftReading", "StageKit", "RenderKit", "Configuration", "Qinggao",
                "DraftFixtures",
            ]
        ),
        tests(
            "StyleLearning",
            [
                "SummaryModel", "ReadKit", "DraftReading", "StageKit", "RenderKit", "Configuration", "Qinggao",
                "WordprocessingML", "OpenPackaging",
            ]
        ),
        tests("OfficeReading", ["SummaryModel", "ReadKit"]),
        tests("RowReading", ["SummaryModel", "ReadKit", "RenderKit", "OpenPackaging"]),
        tests(
            "WordTemplates",
            ["SummaryModel", "RenderKit", "RowReading", "XMLReading", "OpenPackaging"]
        ),
        tests("DraftReading", ["SummaryModel", "ReadKit", "DraftFixtures"]),
        tests("MarkdownReading", ["SummaryModel", "ReadKit", "DraftReading", "DraftFixtures", "ReaderTesting"]),
        tests("HTMLReading", ["SummaryModel", "ReadKit", "DraftReading", "DraftFixtures", "ReaderTesting"]),
        wholeTests(
            "Repository",
            [
                "Qinggao", "SummaryModel", "ReadKit", "DraftReading", "StageKit", "RenderKit", "Configuration",
                "DraftFixtures", "JSONSchemaTesting", "OpenPackaging",
            ]
        ),
        wholeTests(
            "Transcript",
            [
                "Qinggao", "QinggaoCLI", "ReadKit", "StageKit", "RenderKit",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        tests("StageKit", ["SummaryModel", "DraftFixtures"]),
        tests("Scaffolding", ["SummaryModel", "StageKit"]),
        tests("StageTesting", ["SummaryModel", "StageKit"]),
        tests("ReaderTesting", ["SummaryModel", "ReadKit", "DraftReading"]),
        tests("RendererTesting", ["SummaryModel", "RenderKit", "Configuration", "Styles"]),
        tests("Elements", ["SummaryModel", "StageKit", "StageTesting", "ReadKit", "DraftReading"]),
        tests("UnitNames", ["SummaryModel", "StageKit", "StageTesting", "ReadKit", "DraftReading"]),
        tests("ChildProcess"),
        tests("ParallelWork"),
        tests(
            "External",
            [
                "SummaryModel", "StageKit", "StageTesting", "ReadKit", "DraftReading", "Configuration", "Qinggao",
                "JSONSchemaTesting",
            ]
        ),
        tests("Boilerplate", ["SummaryModel", "StageKit", "StageTesting", "Configuration"]),
        tests(
            "Numbering",
            ["SummaryModel", "StageKit", "StageTesting", "ReadKit", "DraftReading", "DraftFixtures"]
        ),
        tests("Cleanup", ["SummaryModel", "StageKit", "StageTesting", "ReadKit", "DraftReading"]),
        tests(
            "Punctuation",
            ["SummaryModel", "StageKit", "StageTesting", "ReadKit", "DraftReading", "DraftFixtures"]
        ),
        tests(
            "Proofreading",
            ["SummaryModel", "StageKit", "StageTesting", "ReadKit", "DraftReading", "DraftFixtures"]
        ),
        tests(
            "Placeholders",
            ["SummaryModel", "StageKit", "StageTesting", "ReadKit", "DraftReading", "DraftFixtures"]
        ),
        tests(
            "Qinggao",
            [
                "SummaryModel", "ReadKit", "DraftReading", "StageKit", "RenderKit", "Configuration", "OpenPackaging",
                "DraftFixtures", "StageTesting", "ReaderTesting", "RendererTesting", "JSONSchemaTesting",
                "WordprocessingML",
            ]
        ),
        tests("RenderKit", ["SummaryModel"]),
        tests("Configuration", ["SummaryModel", "StageKit", "RenderKit", "Styles", "Numbering", "Boilerplate"]),
        tests("XMLReading"),
        tests("WordReading", ["SummaryModel", "ReadKit", "OpenPackaging", "XMLWriting"]),
        tests("XMLWriting"),
        tests("OpenPackaging", ["RenderKit"]),
        tests("TitleBreaking"),
        tests(
            "WordprocessingML",
            [
                "SummaryModel", "StageKit", "RenderKit", "Configuration", "Styles", "OpenPackaging", "XMLWriting",
                "CLibXML2",
            ]
        ),
        tests("MarkupRenderers", ["SummaryModel", "StageKit", "RenderKit", "Configuration", "Styles"]),
    ]
)
