public import SummaryModel

/// What a command may touch of the world: only this module prints, reads the environment or exits.
public struct Session: Sendable {
    /// A stream of the process.
    public struct Stream: Sendable {
        /// The file descriptor.
        public var descriptor: Int32
        /// Whether it is a terminal.
        public var isTerminal: Bool

        /// Creates a stream.
        public init(descriptor: Int32, isTerminal: Bool) {
            self.descriptor = descriptor
            self.isTerminal = isTerminal
        }
    }

    /// Where results go.
    public var output: Stream
    /// Where messages go.
    public var errors: Stream
    /// Where a draft comes from when the input is `-`.
    public var input: Stream
    /// The language of messages.
    public var language: Language

    /// The environment variables that were passed in.
    public var environment: [String: String]

    /// Creates a session.
    public init(
        output: Stream,
        errors: Stream,
        input: Stream,
        language: Language,
        environment: [String: String] = [:]
    ) {
        self.output = output
        self.errors = errors
        self.input = input
        self.language = language
        self.environment = environment
    }

    /// Prints a result, with a line end.
    func printResult(_ text: String) throws(FileFailure) {
        var sink = DescriptorSink(output.descriptor, path: "-")
        try sink.writeAll(Array((text + "\n").utf8))
    }

    /// Prints a message, with a line end. That a message cannot be shown stops nothing.
    func printMessage(_ text: String) {
        var sink = DescriptorSink(errors.descriptor, path: "-")
        try? sink.writeAll(Array((text + "\n").utf8))
    }

    /// Prints to the stream of messages as it is.
    func printRaw(_ text: String) {
        var sink = DescriptorSink(errors.descriptor, path: "-")
        try? sink.writeAll(Array(text.utf8))
    }
}
