internal import ArgumentParser

/// Options of every command that runs the stages of a configuration.
struct ProgramOptions: ParsableArguments {
    @Flag(
        help: .text(
            zh: "允许配置中的 external 阶段启动程序",
            en: "Lets the stage 'external' of a configuration start its program."
        )
    )
    var allowExternal = false

    /// Refuses to start programs and not to start any at once.
    func check(with reading: ReadingOptions) throws {
        guard allowExternal, reading.noExternal else { return }
        throw ValidationError(
            Wording.text(
                zh: "--allow-external 与 --no-external 不能同时使用",
                en: "--allow-external and --no-external exclude each other"
            )
        )
    }
}
