internal import ArgumentParser
internal import RenderKit

extension RenderCommand {
    /// Reads the arguments of everyday calls: names of drafts, options with a value after a blank, switches.
    ///
    /// The library looks at every property of every option through reflection before it reads the first argument, which
    /// takes longer than a short draft takes to be rendered. What is not as plain as this (`--to=md`, an option twice, a
    /// mistake, a call for help) is left to it, so that it alone says what is wrong.
    ///
    /// - Returns: `nil` for anything else; never what the library would not return.
    init?(plain arguments: ArraySlice<String>) {
        var inputs: [String] = []
        // Few enough to look through; a dictionary of a new type takes the runtime longer than all of this.
        var given: [(name: String, value: String)] = []
        var switches: [String] = []
        var rest = arguments
        while let argument = rest.popFirst() {
            switch argument {
            case "--output", "--to", "--config", "--profile", "--style", "--reference", "--keep", "--drop", "--correct",
                "--date",
                "--report", "--lang", "--jobs", "--compression", "-o":
                guard let value = rest.popFirst(), Self.isValue(value) else { return nil }
                let name = argument == "-o" ? "--output" : argument
                guard !given.contains(where: { $0.name == name }) else { return nil }
                given.append((name, value))
            case "--data", "--set":
                guard let value = rest.popFirst(), Self.isValue(value) else { return nil }
                given.append((argument, value))
            case "--strict", "--force", "--quiet", "--verbose", "--json", "--no-external", "--no-user-config",
                "--allow-external":
                guard !switches.contains(argument) else { return nil }
                switches.append(argument)
            default:
                guard Self.isValue(argument) else { return nil }
                inputs.append(argument)
            }
        }
        func value(_ name: String) -> String? { given.first { $0.name == name }?.value }
        self.init()
        self.inputs = inputs
        output = value("--output")
        report = value("--report")
        strict = switches.contains("--strict")
        force = switches.contains("--force")
        quiet = switches.contains("--quiet")
        verbose = switches.contains("--verbose")
        json = switches.contains("--json")
        var configuration = ConfigurationOptions()
        configuration.config = value("--config")
        configuration.profile = value("--profile")
        configuration.noUserConfig = switches.contains("--no-user-config")
        var document = DocumentOptions()
        document.to = value("--to")
        document.style = value("--style")
        document.reference = value("--reference")
        document.date = value("--date")
        guard let compression = Compression(rawValue: value("--compression") ?? Compression.standard.rawValue) else {
            return nil
        }
        document.compression = compression
        document.configuration = configuration
        var gapValues = ValueOptions()
        gapValues.data = given.filter { $0.name == "--data" }.map { $0.value }
        gapValues.assignments = given.filter { $0.name == "--set" }.map { $0.value }
        document.values = gapValues
        var reading = ReadingOptions()
        reading.keep = value("--keep")
        reading.drop = value("--drop")
        reading.correct = value("--correct")
        reading.noExternal = switches.contains("--no-external")
        document.reading = reading
        var programs = ProgramOptions()
        programs.allowExternal = switches.contains("--allow-external")
        document.programs = programs
        self.document = document
        var work = JobOptions()
        work.jobs = value("--jobs").flatMap(Int.init)
        if work.jobs == nil, value("--jobs") != nil { return nil }
        self.work = work
        var common = CommonOptions()
        common.lang = value("--lang")
        common.color = .auto
        self.common = common
        do {
            try common.validate()
            try document.validate()
            try work.validate()
            try validate()
        } catch {
            return nil
        }
    }

    /// Whether an argument is a value wherever it stands.
    private static func isValue(_ argument: String) -> Bool {
        argument == "-" || !argument.isEmpty && !argument.hasPrefix("-")
    }
}
