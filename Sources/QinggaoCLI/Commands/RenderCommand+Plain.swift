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
        var values: [String: String] = [:]
        var lists: [String: [String]] = [:]
        var switches: Set<String> = []
        var rest = arguments
        while let argument = rest.popFirst() {
            switch argument {
            case "--output", "--to", "--config", "--profile", "--style", "--keep", "--drop", "--correct", "--date",
                "--report", "--lang", "--jobs", "--compression", "-o":
                guard let value = rest.popFirst(), Self.isValue(value) else { return nil }
                let name = argument == "-o" ? "--output" : argument
                guard values.updateValue(value, forKey: name) == nil else { return nil }
            case "--data", "--set":
                guard let value = rest.popFirst(), Self.isValue(value) else { return nil }
                lists[argument, default: []].append(value)
            case "--strict", "--force", "--quiet", "--verbose", "--json", "--no-external", "--no-user-config",
                "--allow-external":
                guard switches.insert(argument).inserted else { return nil }
            default:
                guard Self.isValue(argument) else { return nil }
                inputs.append(argument)
            }
        }
        self.init()
        self.inputs = inputs
        output = values["--output"]
        report = values["--report"]
        strict = switches.contains("--strict")
        force = switches.contains("--force")
        quiet = switches.contains("--quiet")
        verbose = switches.contains("--verbose")
        json = switches.contains("--json")
        var configuration = ConfigurationOptions()
        configuration.config = values["--config"]
        configuration.profile = values["--profile"]
        configuration.noUserConfig = switches.contains("--no-user-config")
        var document = DocumentOptions()
        document.to = values["--to"]
        document.style = values["--style"]
        document.date = values["--date"]
        if let name = values["--compression"] {
            guard let compression = Compression(rawValue: name) else { return nil }
            document.compression = compression
        }
        document.configuration = configuration
        var gapValues = ValueOptions()
        gapValues.data = lists["--data"] ?? []
        gapValues.assignments = lists["--set"] ?? []
        document.values = gapValues
        var reading = ReadingOptions()
        reading.keep = values["--keep"]
        reading.drop = values["--drop"]
        reading.correct = values["--correct"]
        reading.noExternal = switches.contains("--no-external")
        document.reading = reading
        var programs = ProgramOptions()
        programs.allowExternal = switches.contains("--allow-external")
        document.programs = programs
        self.document = document
        var work = JobOptions()
        if let jobs = values["--jobs"] {
            guard let count = Int(jobs) else { return nil }
            work.jobs = count
        }
        self.work = work
        var common = CommonOptions()
        common.lang = values["--lang"]
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
