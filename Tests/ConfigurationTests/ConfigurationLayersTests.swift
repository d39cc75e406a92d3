import Foundation
import Numbering
import RenderKit
import StageKit
import SummaryModel
import Testing

@testable import Configuration

/// `extends`, `options`, `profiles` and presets: what goes over what.
@Suite struct ConfigurationLayersTests {
    /// The options of the stages `cleanup` in `main.yaml` of a folder with these files.
    private func load(
        _ files: [String: String],
        profile: String? = nil,
        loader: ConfigurationLoader? = nil
    ) throws -> EffectiveConfiguration {
        let folder = try TemporaryFolder()
        for (name, text) in files { _ = try folder.write("version: 1\n" + text, to: name) }
        var loader = try loader ?? sampleLoader()
        loader.profile = profile.map { .init($0, place: ConfigurationPlace(file: "--profile")) }
        return try loader.load(path: folder.path + "/main.yaml")
    }

    /// The problems, as `file:line:column message`, with the folder of the file left out.
    private func problems(_ files: [String: String], profile: String? = nil) throws -> [String] {
        do {
            _ = try load(files, profile: profile)
            return []
        } catch let error as ConfigurationError {
            return error.problems.map { problem in
                let name = problem.place.file.split(separator: "/").last.map(String.init) ?? ""
                let position = problem.place.position.map { "\($0.line):\($0.column) " } ?? ""
                return "\(name):\(position)\(problem.message.en)"
            }
        }
    }

    /// What is wrong with the configuration of this name.
    private func messages(_ loader: ConfigurationLoader, _ name: String?) -> [String] {
        do throws(ConfigurationError) {
            _ = try loader.load(name)
            return []
        } catch { return error.problems.map(\.message.en) }
    }

    private func cleanup(_ configuration: EffectiveConfiguration) throws -> CleanupSample.Options {
        try #require(configuration.pipeline.stages.compactMap { $0 as? CleanupSample }.first).options
    }

    @Test func theFileGoesOverWhatItExtends() throws {
        let configuration = try load([
            "base.yaml": """
            stages: [cleanup: { depth: 3, label: base }, numbering]
            style: compact
            outputs: [txt]
            ignore: [a.b, c.d]
            """,
            "main.yaml": "extends: base.yaml\noptions: { cleanup: { depth: 4 } }\nignore: [c.d, e.f]\n",
        ])
        #expect(configuration.pipeline.stageNames == ["cleanup", "numbering"])
        let options = try cleanup(configuration)
        #expect(options.depth == 4)
        #expect(options.label == "base")
        #expect(configuration.style == .builtIn("compact"))
        #expect(configuration.outputs.map(\.format) == ["txt"])
        #expect(configuration.ignored.map(\.id) == ["a.b", "c.d", "e.f"])
    }

    @Test func laterBasesGoOverEarlierOnes() throws {
        let files = [
            "one.yaml": "options: { cleanup: { depth: 3, label: one } }\nstyle: compact\n",
            "two.yaml": "options: { cleanup: { depth: 5 } }\noutputs: [html]\n",
            "main.yaml": "extends: [one.yaml, two.yaml]\n",
        ]
        let options = try cleanup(load(files))
        #expect(options.depth == 5 && options.label == "one")
        let reversed = try cleanup(load(files.merging(["main.yaml": "extends: [two.yaml, one.yaml]\n"]) { $1 }))
        #expect(reversed.depth == 3 && reversed.label == "one")
    }

    @Test func aListReplacesTheListButOptionsOfTheBaseStayBelow() throws {
        let configuration = try load([
            "base.yaml":
                "stages: [cleanup: { mode: thorough }, numbering]\noptions: { cleanup: { depth: 3, label: base } }\n",
            "main.yaml": "extends: base.yaml\nstages: [cleanup: { depth: 7 }, cleanup]\n",
        ])
        #expect(configuration.pipeline.stageNames == ["cleanup", "cleanup"])
        let stages = configuration.pipeline.stages.compactMap { $0 as? CleanupSample }.map(\.options)
        #expect(stages.map(\.depth) == [7, 3])
        #expect(stages.map(\.label) == ["base", "base"])
        #expect(stages.map(\.mode) == [.gentle, .gentle])
    }

    @Test func mappingsMergeKeyByKeyAndListsDoNot() throws {
        let configuration = try load([
            "base.yaml": "options: { cleanup: { keep: [x, y], data: { a: 1, b: { c: 2, d: 3 } } } }\n",
            "main.yaml": "extends: base.yaml\noptions: { cleanup: { keep: [z], data: { b: { d: 4 }, e: 5 } } }\n",
        ])
        let options = try cleanup(configuration)
        #expect(options.keep == ["z"])
        let data = try #require(options.data)
        #expect(data["a"]?.text == "1" && data["e"]?.text == "5")
        #expect(data["b"]?["c"]?.text == "2" && data["b"]?["d"]?.text == "4")
    }

    @Test func pathsAreRelativeToTheFileThatSaysThem() throws {
        let configuration = try load([
            "office/base.yaml":
                "extends: more/data.yaml\nstages: [cleanup]\noptions: { cleanup: { label: base } }\nstyle: own.yaml\n",
            "office/more/data.yaml": "options: { cleanup: { data: figures.yaml } }\n",
            "office/more/figures.yaml": "x: 12\n", "office/own.yaml": "name: own\n",
            "main.yaml": "extends: office/base.yaml\n",
        ])
        #expect(try cleanup(configuration).data?["x"]?.text == "12")
        #expect(configuration.style.name == "own.yaml")
        #expect(configuration.files.map { $0.split(separator: "/").last } == ["main.yaml", "base.yaml", "data.yaml"])
    }

    @Test func twoWaysToOneFileAreNoCircle() throws {
        let configuration = try load([
            "root.yaml": "ignore: [a.b]\n", "left.yaml": "extends: root.yaml\n", "right.yaml": "extends: ./root.yaml\n",
            "main.yaml": "extends: [left.yaml, right.yaml]\n",
        ])
        #expect(configuration.ignored.map(\.id) == ["a.b"])
    }

    @Test func manyWaysToOneFileTakeNoLonger() throws {
        // Every file extends the next twice: 2 to the 60th ways.
        var files = ["60.yaml": "options: { cleanup: { depth: 9 } }\nignore: [a.b]\n"]
        for number in 0..<60 { files["\(number).yaml"] = "extends: [\(number + 1).yaml, \(number + 1).yaml]\n" }
        files["main.yaml"] = "extends: 0.yaml\n"
        #expect(try cleanup(load(files)).depth == 9)
    }

    @Test func whatIsWrongWithExtendsHasAPlace() throws {
        let circle = [
            "main.yaml": "extends: [a.yaml, prnt, user]\n", "a.yaml": "extends: ./b.yaml\n",
            "b.yaml": "extends: main.yaml\n",
        ]
        let found = try problems(circle).sorted()
        #expect(found.count == 3)
        #expect(found.first?.hasPrefix("b.yaml:2:10 'extends' goes round in a circle (") == true)
        #expect(found.first?.hasSuffix("main.yaml); take one of them out") == true)
        #expect(
            found.dropFirst() == [
                "main.yaml:2:19 unknown preset 'prnt'; did you mean 'print'?",
                "main.yaml:2:25 there is no configuration of the user, or --no-user-config leaves it out; take 'user' out",
            ]
        )
        let missing = try problems(["main.yaml": "extends: bsae.yaml\nstages: [cleanpu]\n", "base.yaml": ""])
        #expect(missing.first?.hasPrefix("main.yaml:2:10 the file ") == true)
        #expect(missing.first?.hasSuffix("bsae.yaml' does not exist; did you mean 'base.yaml'?") == true)
        #expect(missing.dropFirst() == ["main.yaml:3:10 unknown stage 'cleanpu'; did you mean 'cleanup'?"])
        #expect(
            try problems(["main.yaml": "extends: { a: b }\n"]) == [
                "main.yaml:2:10 'extends' must be a preset, a path, or a list of these, found a mapping"
            ]
        )
    }

    @Test func aCircleIsShownFromItsBeginning() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("version: 1\n", to: "sub/other.yaml")
        _ = try folder.write("version: 1\nextends: ./sub/../b.yaml\n", to: "a.yaml")
        _ = try folder.write("version: 1\nextends: ././a.yaml\n", to: "b.yaml")
        let main = try folder.write("version: 1\nextends: ./a.yaml\n", to: "main.yaml")
        let path = folder.path
        #expect(
            try messages(sampleLoader(), main) == [
                "'extends' goes round in a circle (\(path)/a.yaml → \(path)/sub/../b.yaml → \(path)/sub/../a.yaml); take one of them out"
            ]
        )
    }

    @Test func aFileIsNotTakenForThePresetOfItsName() throws {
        #expect(
            try problems(["main.yaml": "extends: [print, ./preset print]\n"]).map {
                $0.hasSuffix("does not exist; check the path")
            }
                == [true]
        )
        // Nor may it name what there is not.
        let folder = try TemporaryFolder()
        let path = try folder.write("version: 1\noutputs: [md]\n", to: "preset review")
        #expect(try messages(sampleLoader(), path).first?.hasPrefix("unknown output format 'md'") == true)
        #expect(try sampleLoader().load("review").outputs.map(\.format) == ["docx"])
    }

    @Test func manyEntriesTakeLinearTime() {
        let count = 20_000
        let place = ConfigurationPlace(file: "q.yaml")
        func layer(_ value: String) -> ConfigurationLayer {
            var said = PipelineConfiguration()
            let option = ConfigurationValue(.string(value), place: place)
            for number in 0..<count {
                let entry = ConfigurationValue.Entry(key: "a", keyPlace: place, value: option)
                said.options.append(.init(name: .init("s\(number)", place: place), options: [entry]))
                said.ignored.append(.init(Suppression(id: "a.b\(number)"), place: place))
                said.profiles.append(.init(name: .init("p\(number)", place: place), content: PipelineConfiguration()))
            }
            return ConfigurationLayer(said)
        }
        let start = ContinuousClock.now
        var both = layer("lower")
        both.put(layer("upper"))
        both.noteStages(["s7"])
        // To compare each with each takes minutes.
        #expect(ContinuousClock.now - start < .seconds(20))
        #expect(both.over.entries.count == count && both.ignored.count == count && both.profiles.count == count)
        #expect(both.options(for: "s19999").over.map(\.value.text) == ["upper"])
        #expect(both.over["s7"]?.hasStage == true && both.over["s8"]?.hasStage == false && both.over["x"] == nil)
    }

    @Test func mistakesInBasesAreReportedWithTheOthers() throws {
        #expect(
            try problems([
                "base.yaml": "options: { cleanup: { depth: 12 } }\nstyl: compact\n",
                "main.yaml": "extends: base.yaml\nstyle: compcat\n",
            ]) == [
                "base.yaml:2:30 'depth' must be an integer from 1 to 9, found 12",
                "base.yaml:3:1 unknown key of a configuration 'styl'; did you mean 'style'?",
                "main.yaml:3:8 unknown style 'compcat'; did you mean 'compact'?",
            ]
        )
    }

    @Test(arguments: [
        (
            "options: { boilerplate: { replace: true } }",
            "2:12 the pipeline has no stage 'boilerplate'; add it to 'stages', or take its options out"
        ),
        ("options: { cleenup: { depth: 3 } }", "2:12 unknown stage 'cleenup'; did you mean 'cleanup'?"),
        ("options: { cleanup: { dept: 3 } }", "2:23 unknown option of cleanup 'dept'; did you mean 'depth'?"),
        ("options: { cleanup: { enable: false } }", "2:23 unknown option of cleanup 'enable'; did you mean 'enabled'?"),
        ("options: { cleanup: { enabled: 1 } }", "2:32 'enabled' must be true or false, found an integer"),
        ("options: { cleanup: { when: x } }", "2:29 'when' must be a mapping of facts to values, found a string"),
        (
            "options: { cleanup: { when: { a: { b: c } } } }",
            "2:34 'a' must be a value or a list of values, found a mapping"
        ),
        ("options: [cleanup]", "2:10 'options' must be a mapping of stages to options, found a list"),
        ("options: { cleanup: 3 }", "2:21 'cleanup' must be a mapping of options, found an integer"),
        ("profiles: [a]", "2:11 'profiles' must be a mapping of names to configurations, found a list"),
        (
            "profiles: { a: { version: 1 } }",
            "2:18 unknown key of a profile 'version'; known: extends, ignore, options, outputs, stages, style"
        ),
        ("profiles: { a: { stages: [cleanpu] } }", "2:27 unknown stage 'cleanpu'; did you mean 'cleanup'?"),
        (
            "profiles: { a: { options: { cleanup: { dpeth: 1 } } } }",
            "2:40 unknown option of cleanup 'dpeth'; did you mean 'depth'?"
        ),
        ("profiles: { a: { style: compat } }", "2:25 unknown style 'compat'; did you mean 'compact'?"),
        (
            "outputs: [txt: { wrop: 60 }]", "2:18 unknown key of the output txt 'wrop'; did you mean 'wrap'?"
        ), ("outputs: [txt: { wrap: 7 }]", "2:24 'wrap' must be an integer from 40 to 400, found 7"),
        ("outputs: [txt: { wrap: wide }]", "2:24 'wrap' must be an integer from 40 to 400, found a string"),
        ("outputs: [{ format: txt, numbers: 1 }]", "2:35 'numbers' must be true or false, found an integer"),
        ("outputs: [docx: { wrap: 60 }]", "2:19 unknown key of the output docx 'wrap'; known: format, style, suffix"),
        ("outputs: [text: { wrap: 60 }]", "2:11 unknown output format 'text'; did you mean 'txt'?"),
        ("outputs: [{ style: compact }]", "2:11 this entry of 'outputs' lacks 'format'; add it"),
        ("outputs: [{ format: txt, sufix: a }]", "2:26 unknown key of the output txt 'sufix'; did you mean 'suffix'?"),
        (
            "outputs: [{ format: txt, suffix: a/b }]",
            "2:34 'suffix' is part of a file name; remove '/' and control characters"
        ),
        (
            "outputs: [txt, { format: txt, suffix: a }, { format: txt, suffix: a }]",
            "2:54 the output format 'txt' stands twice; remove one, or give it a 'suffix' of its own"
        ),
        (
            "outputs: [[txt]]",
            "2:11 an entry of 'outputs' must be a format, a format with its options, or a mapping with format, style, suffix, found a list"
        ),
    ])
    func oneProblem(yaml: String, message: String) throws {
        #expect(try problems(["main.yaml": yaml + "\n"]) == ["main.yaml:" + message])
    }

    @Test func optionsOfABaseMayOutliveItsList() throws {
        let base = "stages: [cleanup, numbering]\noptions: { numbering: { mode: renumber } }\n"
        #expect(try problems(["base.yaml": base, "main.yaml": "extends: base.yaml\nstages: [cleanup]\n"]) == [])
        // What the base alone could not use, a file may.
        let early = "options: { boilerplate: { replace: true } }\n"
        #expect(try problems(["base.yaml": early, "main.yaml": "extends: base.yaml\nstages: [boilerplate]\n"]) == [])
        #expect(try problems(["base.yaml": early, "main.yaml": "extends: base.yaml\n"]).count == 1)
        // A preset that goes over the options does not excuse them.
        let wrong = "stages: [cleanup]\noptions: { numbering: { mode: check } }\n"
        #expect(
            try problems(["main.yaml": wrong], profile: "print") == [
                "main.yaml:3:12 the pipeline has no stage 'numbering'; add it to 'stages', or take its options out"
            ]
        )
    }

    @Test func outputsHaveOptionsOfTheirFormats() throws {
        let configuration = try load([
            "main.yaml":
                "outputs: [txt: { wrap: 60, suffix: -w, style: compact }, { format: txt, numbers: false }, html: {}]\n"
        ])
        #expect(configuration.outputs.map(\.format) == ["txt", "txt", "html"])
        #expect(configuration.outputs.map(\.suffix) == ["-w", "", ""])
        #expect(configuration.outputs.map { $0.options[integer: "wrap"] } == [60, nil, nil])
        #expect(configuration.outputs.map { $0.options[flag: "numbers"] } == [nil, false, nil])
        #expect(
            configuration.yaml(in: .english).contains("- { format: txt, style: compact, suffix: \"-w\", wrap: 60 }")
        )
    }

    @Test func assignmentsGoToOutputsAsWell() throws {
        var loader = try sampleLoader()
        #expect(try loader.assign("txt.wrap=72"))
        #expect(try !loader.assign("html.wrap=72"))
        let configuration = try load(["main.yaml": "outputs: [txt: { wrap: 60 }]\n"], profile: nil, loader: loader)
        #expect(configuration.outputs.map { $0.options[integer: "wrap"] } == [72])
        let place = ConfigurationPlace(file: "--to")
        #expect(try loader.output(.init("txt", place: place)).options[integer: "wrap"] == 72)
        #expect(loader.problems(withOutputsIn: ["docx"]).map(\.message.en).count == 1)
        #expect(loader.problems(withOutputsIn: ["docx", "txt"]).isEmpty)
    }

    @Test func oneValueIsAListOfOne() throws {
        var loader = try sampleLoader()
        #expect(try loader.assign("cleanup.keep=甲"))
        let configuration = try load(["main.yaml": "stages: [cleanup]\n"], profile: nil, loader: loader)
        let stages = configuration.pipeline.stages.compactMap { $0 as? CleanupSample }
        #expect(stages.map(\.options.keep) == [["甲"]])
    }

    @Test func outputsHaveStylesAndSuffixes() throws {
        let configuration = try load([
            "main.yaml": "outputs: [txt, { format: docx, style: compact, suffix: -送审 }, { format: docx, suffix: 2 }]\n"
        ])
        #expect(configuration.outputs.map(\.format) == ["txt", "docx", "docx"])
        #expect(configuration.outputs.map(\.suffix) == ["", "-送审", "2"])
        #expect(configuration.outputs.map(\.style) == [nil, .builtIn("compact"), nil])
    }

    // MARK: - Profiles

    private static let withProfiles = """
        stages: [cleanup: { depth: 2 }, numbering]
        profiles:
          quick:
            options: { cleanup: { depth: 1, label: quick } }
            outputs: [txt]
            ignore: [a.b]
          bare: { stages: [numbering], style: compact }
          empty:
        """

    @Test func aProfileGoesOverTheFile() throws {
        let quick = try load(["main.yaml": Self.withProfiles], profile: "quick")
        #expect(try cleanup(quick).label == "quick")
        #expect(quick.outputs.map(\.format) == ["txt"])
        #expect(quick.ignored.map(\.id) == ["a.b"])
        let bare = try load(["main.yaml": Self.withProfiles], profile: "bare")
        #expect(bare.pipeline.stageNames == ["numbering"])
        #expect(bare.style == .builtIn("compact"))
        #expect(try cleanup(load(["main.yaml": Self.withProfiles], profile: "empty")).depth == 2)
        #expect(try cleanup(load(["main.yaml": Self.withProfiles])).label == nil)
    }

    @Test func profilesOfBasesGoBelowThoseOfTheFile() throws {
        let files = [
            "base.yaml": Self.withProfiles, "more.yaml": "options: { cleanup: { mode: thorough } }\n",
            "main.yaml":
                "extends: base.yaml\nprofiles: { quick: { extends: more.yaml, options: { cleanup: { depth: 6 } } } }\n",
        ]
        let options = try cleanup(load(files, profile: "quick"))
        #expect(options.depth == 6 && options.label == "quick" && options.mode == .thorough)
    }

    @Test func presetsServeAsProfilesAndLeaveOutWhatIsNotThere() throws {
        let configuration = try load(["main.yaml": "stages: [numbering: { enabled: false }]\n"], profile: "print")
        #expect(configuration.pipeline.stageNames == ["numbering"])
        #expect(configuration.pipeline.steps.map(\.condition) == [nil])
        #expect(configuration.files.suffix(2) == ["preset print", "preset standard"])
        #expect(configuration.unused == [.init(stage: "placeholders", origin: "preset print:5")])
        // A profile of the file comes before the preset of its name.
        let own = try load(["main.yaml": "profiles: { print: { outputs: [txt] } }\n"], profile: "print")
        #expect(own.outputs.map(\.format) == ["txt"])
        #expect(own.files.count == 1)
    }

    @Test func profilesThatWereNotChosenAreLookedAtAsWell() throws {
        let files = [
            "main.yaml": """
            stages: [cleanup: { depth: 3 }, numbering]
            profiles:
              a: { extends: [bsae.yaml, prnit] }
              b:
                options:
                  cleanup: { enabled: maybe, when: x, depth: 12 }
                  numbering: { mode: chekc }
              c: { stages: [cleanup: { on: 3 }], extends: base.yaml }
              good: { options: { cleanup: { depth: 4 } } }
            """, "base.yaml": "options: { cleanup: { depth: 0 } }\nstyle: compcat\n",
        ]
        let wanted = [
            "base.yaml:2:30 'depth' must be an integer from 1 to 9, found 0",
            "base.yaml:3:8 unknown style 'compcat'; did you mean 'compact'?",
            "main.yaml:4:18 the file ",
            "main.yaml:4:29 unknown preset 'prnit'; did you mean 'print'?",
            "main.yaml:7:27 'enabled' must be true or false, found a string",
            "main.yaml:7:40 'when' must be a mapping of facts to values, found a string",
            "main.yaml:7:50 'depth' must be an integer from 1 to 9, found 12",
            "main.yaml:8:26 unknown value of 'mode' 'chekc'; did you mean 'check'?",
            "main.yaml:9:32 'on' must be true or false, found an integer",
        ]
        for profile in [nil, "good"] {
            let found = try problems(files, profile: profile).sorted()
            #expect(found.count == wanted.count)
            for (found, wanted) in zip(found, wanted) { #expect(found.hasPrefix(wanted)) }
        }
        // What is right is no problem, and is not among the files that hold.
        let right = try load([
            "main.yaml": "profiles: { a: { extends: base.yaml, options: { boilerplate: { replace: true } } } }\n",
            "base.yaml": "options: { cleanup: { depth: 5 } }\n",
        ])
        #expect(try cleanup(right).depth == 2)
        #expect(right.files.count == 1)
    }

    @Test func anUnknownProfileHasANearestName() throws {
        #expect(
            try problems(["main.yaml": Self.withProfiles], profile: "quik") == [
                "--profile:unknown profile 'quik'; did you mean 'quick'?"
            ]
        )
        var loader = try sampleLoader()
        loader.profile = .init("reveiw", place: ConfigurationPlace(file: "--profile"))
        #expect(messages(loader, nil) == ["unknown profile 'reveiw'; did you mean 'review'?"])
    }

    // MARK: - Presets and the configuration of the user

    @Test func aNameIsAPresetBeforeItIsAFile() throws {
        var loader = try sampleLoader()
        #expect(try loader.load("standard").pipeline.stageNames == ["cleanup", "numbering"])
        #expect(try loader.load("standard").files == ["preset standard"])
        #expect(try loader.load("print").files == ["preset print", "preset standard"])
        #expect(messages(loader, "./print") == ["the file './print' does not exist; check the path"])
        #expect(messages(loader, "prnit") == ["the file 'prnit' does not exist; did you mean the preset 'print'?"])
        #expect(try loader.load(nil).files == [])
        let folder = try TemporaryFolder()
        loader.userFile = try folder.write("version: 1\noptions: { cleanup: { label: mine } }\n", to: "config.yaml")
        #expect(try cleanup(loader.load(nil)).label == "mine")
        #expect(try cleanup(loader.load("print")).label == nil)
        let file = try folder.write("version: 1\nextends: user\noptions: { cleanup: { depth: 8 } }\n", to: "main.yaml")
        let options = try cleanup(loader.load(file))
        #expect(options.label == "mine" && options.depth == 8)
    }

    @Test func theConfigurationOfTheUserCannotExtendItself() throws {
        let folder = try TemporaryFolder()
        var loader = try sampleLoader()
        let path = try folder.write("version: 1\nextends: user\n", to: "config.yaml")
        loader.userFile = path
        #expect(
            messages(loader, nil) == [
                "'extends' goes round in a circle (\(path) → \(path)); take one of them out"
            ]
        )
    }

    // MARK: - Switches

    @Test func switchesBecomeConditions() throws {
        let configuration = try load([
            "main.yaml": """
            stages:
              - cleanup: { enabled: true }
              - numbering: { enabled: false, when: { genre: 总结 } }
              - cleanup: { when: { genre: [工作总结, 报告], 年度: 2024 } }
              - numbering: { when: }
            """
        ])
        #expect(
            configuration.pipeline.steps.map(\.condition) == [
                nil, .never,
                .facts([.init(fact: "genre", values: ["工作总结", "报告"]), .init(fact: "年度", values: ["2024"])]), nil,
            ]
        )
    }

    // MARK: - Assignments

    @Test func assignmentsGoOverEverything() throws {
        var loader = try sampleLoader()
        for text in [
            "cleanup.depth=5", "cleanup.keep=[a, b]", "cleanup.on=false", "cleanup.depth=6", "numbering.mode=renumber",
        ] {
            #expect(try loader.assign(text), "\(text)")
        }
        for text in ["depth=5", "cleenup.depth=5", "甲.乙=丙", "cleanup.depth", "=cleanup.x"] {
            #expect(try !loader.assign(text), "\(text)")
        }
        let configuration = try load(
            [
                "main.yaml":
                    "stages: [cleanup: { depth: 1 }, numbering, cleanup]\nprofiles: { p: { options: { cleanup: { depth: 2 } } } }\n"
            ],
            profile: "p",
            loader: loader
        )
        let stages = configuration.pipeline.stages.compactMap { $0 as? CleanupSample }.map(\.options)
        #expect(stages.map(\.depth) == [6, 6])
        #expect(stages.map(\.keep) == [["a", "b"], ["a", "b"]])
        #expect(stages.map(\.isOn) == [false, false])
    }

    @Test(arguments: [
        ("cleanup.dpeth=5", "unknown option of cleanup 'dpeth'; did you mean 'depth'?"),
        (
            "cleanup.depth=[1",
            "the value of 'cleanup.depth=[1' is wrong: not valid YAML: did not find expected ',' or ']'"
        ),
        ("cleanup..depth=1", "'cleanup..depth=1' must be written as STAGE.OPTION=VALUE"),
        (
            "boilerplate.replace=true",
            "the pipeline has no stage 'boilerplate'; add it to 'stages', or take its options out"
        ),
        ("cleanup.depth=many", "'depth' must be an integer from 1 to 9, found a string"),
        ("cleanup.depth=", "'depth' must be an integer from 1 to 9, found nothing"),
        ("cleanup.mode.x=y", "there are no keys under 'mode'; write cleanup.mode=VALUE"),
        ("cleanup.mode.x.y.z=1", "there are no keys under 'mode'; write cleanup.mode=VALUE"),
        ("cleanup.enabled.x=true", "there are no keys under 'enabled'; write cleanup.enabled=VALUE"),
        ("cleanup.when.genre.x=1", "there are no keys under 'genre'; write cleanup.when.genre=VALUE"),
        (
            "cleanup.depth=1e999",
            "the value of 'cleanup.depth=1e999' is wrong: '1e999' is not a finite number; write a finite one, or put a text in quotation marks"
        ),
        ("cleanup.depth=1e9", "'depth' must be an integer from 1 to 9, found 1e9"),
    ])
    func wrongAssignment(text: String, message: String) throws {
        var loader = try sampleLoader()
        do throws(ConfigurationError) {
            _ = try loader.assign(text)
            _ = try loader.standard()
            Issue.record("nothing was found wrong")
        } catch {
            #expect(error.problems.map(\.message.en) == [message])
            #expect(error.problems.map(\.place) == [ConfigurationPlace(file: "--set")])
        }
    }
}
