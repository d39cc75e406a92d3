// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that neither users nor the tests of Qinggao build it.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "Qinggao", path: "..")],
    targets: [
        .executableTarget(
            name: "WriterBenchmark",
            dependencies: [
                .product(name: "Qinggao", package: "Qinggao"), .product(name: "WordprocessingML", package: "Qinggao"),
            ],
            swiftSettings: [
                .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"), .treatAllWarnings(as: .error),
            ]
        )
    ]
)
