import Configuration
import Numbering
import StageKit
import SummaryModel
import Testing

@Suite struct ConfigurationLoaderTests {
    @Test func standardHoldsTheStagesOfTheBuild() throws {
        let configuration = try sampleLoader().standard()
        #expect(configuration.pipeline.stageNames == ["cleanup", "numbering"])
        #expect(configuration.style == .builtIn("gbt9704"))
        #expect(configuration.outputs.map(\.format) == ["docx"])
    }

    @Test func everythingIsTakenOver() throws {
        let yaml = """
            version: 1
            stages:
              - cleanup: { keep: [x], mode: thorough, depth: 9, on: false, label: 007 }
              - numbering
              - numbering: { mode: renumber }
              - cleanup:
            style: compact
            outputs: [txt, html]
            """
        let configuration = try sampleLoader().load(Array(yaml.utf8), file: "q.yaml")
        #expect(configuration.pipeline.stageNames == ["cleanup", "numbering", "numbering", "cleanup"])
        let options = try #require(configuration.pipeline.stages.first as? CleanupSample).options
        #expect(options.keep == ["x"] && options.mode == .thorough && options.depth == 9 && !options.isOn)
        #expect(options.label == "007")
        #expect(configuration.style == .builtIn("compact"))
        #expect(configuration.outputs.map(\.format) == ["txt", "html"])
    }

    @Test func noStagesAreNoStages() throws {
        let configuration = try sampleLoader().load(Array("version: 1\nstages: []".utf8), file: "q.yaml")
        #expect(configuration.pipeline.stages.isEmpty)
    }

    @Test func allProblemsAtOnce() throws {
        let yaml = """
            version: 2
            stages:
              - cleanpu
              - numbering: { mod: check }
              - numbering: { mode: chekc }
              - cleanup:
                on: true
              - external: { command: [x] }
              - [cleanup]
              - boilerplate: { library: none.yaml, insert: [a] }
            style: gbt9740
            stile: compact
            outputs: [docx, pdf, docx]
            outputs: [txt]
            """
        let found = try problems(of: yaml)
        #expect(
            found == [
                "1:10 the configuration version '2' is not known; write 'version: 1'",
                "3:5 unknown stage 'cleanpu'; did you mean 'cleanup'?",
                "4:18 unknown option of numbering 'mod'; did you mean 'mode'?",
                "5:24 unknown value of 'mode' 'chekc'; did you mean 'check'?",
                "7:5 'on' stands beside the stage 'cleanup'; indent it as its option, or begin a new entry",
                "8:5 unknown stage 'external'; known: boilerplate, cleanup, numbering",
                "9:5 an entry of 'stages' must be a stage name, or a name with its options, found a list",
                "10:29 the file 'none.yaml' does not exist; check the path",
                "11:8 unknown style 'gbt9740'; did you mean 'gbt9704'?",
                "12:1 unknown key of a configuration 'stile'; did you mean 'style'?",
                "13:17 unknown output format 'pdf'; known: docx, html, txt",
                "13:22 the output format 'docx' stands twice; remove one, or give it a 'suffix' of its own",
                "14:1 duplicate key 'outputs'",
            ]
        )
    }

    @Test(arguments: [
        ("", "the configuration lacks 'version'; add 'version: 1'"),
        ("[]", "1:1 the configuration must be a mapping, found a list"),
        ("version: 1\nstages: cleanup", "2:9 'stages' must be a list of stages, found a string"),
        ("version: 1\nstages:", "2:8 'stages' must be a list of stages, found nothing"),
        ("version: 1\noutputs: docx", "2:10 'outputs' must be a list of at least one output, found a string"),
        ("version: 1\noutputs: []", "2:10 'outputs' must be a list of at least one output, found a list"),
        ("version: 1\nstyle: []", "2:8 'style' must be a name, found a list"),
        (
            "version: 1\nstages: [{}]",
            "2:10 an entry of 'stages' must be a stage name, or a name with its options, found a mapping"
        ),
        ("version: 1\nstages: [cleanup: 3]", "2:19 'cleanup' must be a mapping of options, found an integer"),
        ("version: 1\nstages: [cleanup: {depth: 10}]", "2:27 'depth' must be an integer from 1 to 9, found 10"),
    ])
    func oneProblem(yaml: String, message: String) throws { #expect(try problems(of: yaml) == [message]) }

    @Test func pathsAreRelativeToTheFile() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("snippets:\n  end: { place: closing, text: 特此报告。 }\n", to: "data/library.yaml")
        _ = try folder.write("{\"figures\": [1]}", to: "figures.json")
        _ = try folder.write("name: own\n", to: "styles/own.yaml")
        let path = try folder.write(
            """
            version: 1
            stages:
              - boilerplate: { library: data/library.yaml, insert: [end] }
              - cleanup: { data: figures.json }
            style: styles/own.yaml
            """,
            to: "q.yaml"
        )
        let configuration = try sampleLoader().load(path: path)
        let cleanup = try #require(configuration.pipeline.stages.last as? CleanupSample)
        #expect(cleanup.options.data?["figures"]?.elements?.map(\.content) == [.integer(1)])
        guard case .file(let style, let name) = configuration.style else {
            Issue.record("not a file")
            return
        }
        #expect(style == folder.path + "/styles/own.yaml")
        #expect(name.text == "styles/own.yaml")
    }

    @Test func aLibraryMayBeAFolder() throws {
        let folder = try TemporaryFolder()
        for (name, end) in [
            ("b.yml", "乙"), ("a.yaml", "甲"), ("c.JSON", "丙"), (".d.yaml", "丁"), ("e.txt", "戊"), ("f/g.yaml", "己"),
        ] {
            _ = try folder.write(
                "{\"snippets\": {\"\(end)\": {\"place\": \"closing\", \"text\": \"特此报告\"}}}",
                to: "library/" + name
            )
        }
        let values = try ConfigurationLoader.dataFiles("library", ConfigurationPlace(file: folder.path + "/q.yaml"))
        #expect(values.map { $0["snippets"]?.entries?.first?.key } == ["甲", "乙", "丙"])
        #expect(values.map(\.place.file) == ["a.yaml", "b.yml", "c.JSON"].map { folder.path + "/library/" + $0 })
        let yaml = "version: 1\nstages:\n  - boilerplate: { library: library/, insert: [甲, 丁] }\n"
        let file = folder.path + "/q.yaml"
        #expect(try problems(of: yaml, file: file) == ["3:51 unknown snippet '丁'; known: 丙, 乙, 甲"])
        _ = try folder.write("{", to: "library/b.yml")
        _ = try folder.write("a: 1\na: 2\n", to: "library/c.JSON")
        #expect(try problems(of: yaml, file: file).count == 2)
        _ = try folder.write("", to: "empty/e.txt")
        #expect(
            try problems(of: yaml.replacing("library/,", with: "empty,"), file: file) == [
                "3:29 the folder '\(folder.path)/empty' holds no YAML or JSON file; check the path"
            ]
        )
        // Options that want one file do not take a folder.
        #expect(
            try problems(of: "version: 1\nstages:\n  - cleanup: { data: library }\n", file: file) == [
                "3:22 '\(folder.path)/library' is a folder; name a file"
            ]
        )
    }

    @Test func problemsOfDataFilesNameThatFile() throws {
        let folder = try TemporaryFolder()
        let library = try folder.write("snippets:\n  end: { place: closng, text: 特此报告。 }\n", to: "library.yaml")
        let path = try folder.write(
            "version: 1\nstages:\n  - boilerplate: { library: library.yaml, insert: [ned] }\n  - numbring\n",
            to: "q.yaml"
        )
        let loader = try sampleLoader()
        let problems = try #require(throws: ConfigurationError.self) { try loader.load(path: path) }.problems
        #expect(problems.map(\.place.file) == [library, path, path])
        #expect(problems.map(\.place.position?.line) == [2, 3, 4])
        #expect(problems.map(\.message.en)[1] == "unknown snippet 'ned'; did you mean 'end'?")
    }

    @Test func missingFileHasANearestName() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("snippets: {}", to: "library.yaml")
        let path = try folder.write("version: 1\nstages: [boilerplate: { library: libary.yaml }]", to: "q.yaml")
        let loader = try sampleLoader()
        let problems = try #require(throws: ConfigurationError.self) { try loader.load(path: path) }.problems
        #expect(
            problems.map(\.message.en) == [
                "the file '\(folder.path)/libary.yaml' does not exist; did you mean 'library.yaml'?"
            ]
        )
    }

    @Test func missingConfigurationIsNamed() throws {
        let loader = try sampleLoader()
        let error = #expect(throws: ConfigurationError.self) { try loader.load(path: "nowhere/q.yaml") }
        #expect(error?.problems.map(\.message.en) == ["the file 'nowhere/q.yaml' does not exist; check the path"])
    }

    @Test func overridesComeLast() throws {
        var loader = try sampleLoader()
        let place = ConfigurationPlace(file: "--set")
        loader.overrides["cleanup"] = [
            .init(key: "depth", keyPlace: place, value: ConfigurationValue(.integer(5), place: place))
        ]
        for yaml in ["version: 1", "version: 1\nstages: [cleanup: {depth: 3, label: l}]"] {
            let stage = try loader.load(Array(yaml.utf8), file: "q.yaml").pipeline.stages.first
            #expect(try #require(stage as? CleanupSample).options.depth == 5)
        }
    }
}
