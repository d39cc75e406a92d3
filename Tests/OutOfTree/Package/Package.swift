// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "OfficeQinggao",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "Qinggao", path: "../../..")],
    targets: [
        .target(name: "OfficeStages", dependencies: [.product(name: "StageKit", package: "Qinggao")]),
        .executableTarget(
            name: "office-qinggao",
            dependencies: [
                "OfficeStages", .product(name: "Qinggao", package: "Qinggao"),
                .product(name: "QinggaoCLI", package: "Qinggao"),
            ],
            path: "Sources/OfficeQinggao"
        ),
    ]
)
