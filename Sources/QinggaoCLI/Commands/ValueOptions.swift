internal import ArgumentParser

/// Options of every command that takes values for gaps.
struct ValueOptions: ParsableArguments {
    @Option(
        help: .text(
            zh: "填空数据（YAML、JSON 或 CSV），可重复",
            en: "Values for gaps (YAML, JSON or CSV); may be repeated.",
            valueName: "file"
        )
    )
    var data: [String] = []

    @Option(
        name: .customLong("set"),
        help: .text(
            zh: "填一个空，或改步骤的一个选项（步骤.选项=值），可重复",
            en: "Fills one gap, or sets an option (STAGE.OPTION=VALUE); may be repeated.",
            valueName: "key=value"
        )
    )
    var assignments: [String] = []
}
