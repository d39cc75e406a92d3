import Foundation
import Scaffolding

/// Trees for tests.
enum Files {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The repository as it is.
    static let repository = SourceTree(
        text: { try? String(contentsOf: root.appendingPathComponent($0), encoding: .utf8) },
        names: { (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent($0).path)) ?? [] }
    )

    /// A tree of these files.
    static func tree(_ files: [String: String]) -> SourceTree {
        SourceTree(
            text: { files[$0] },
            names: { folder in
                Array(
                    Set(
                        files.keys.filter { $0.hasPrefix(folder + "/") }.compactMap {
                            $0.dropFirst(folder.count + 1).split(separator: "/").first.map(String.init)
                        }
                    )
                )
            }
        )
    }

    /// A clone with one stage that consists of rules.
    static let clone = [
        "Package.swift": """
        let package = Package(
            name: "Qinggao",
            targets: [
                stage("Cleanup"),
                stage("House"),
                stage(
                    "Listed",
                    resources: words("a")
                ),

                module(
                    "Qinggao",
                    [
                        "SummaryModel", "Cleanup",
                    ]
                ),
                tests("Cleanup", ["SummaryModel"]),
                tests(
                    "Listed",
                    ["SummaryModel"]
                ),
            ]
        )

        """,
        "Sources/Qinggao/StandardCatalogs.swift": """
        internal import Cleanup
        internal import House
        public import ReadKit

        extension StageCatalog {
            public static let standard: StageCatalog = {
                do {
                    return try StageCatalog()
                        .adding(CleanupStage.self)
                        .adding(HouseStage.self)
                } catch {}
            }()
        }

        """,
        "Sources/StageKit/Finding.swift": "public struct Finding: Sendable {}\n",
        "Plugins/House/HouseStage.swift": """
        public struct HouseStage: RuleStage {
            public static let rules: [any TextRule.Type] = [
                First.self,
            ]
            public let options: RuleOptions<HouseStage>
        }

        """,
        "Plugins/House/Rules/First.swift": """
        enum First: TextRule {
            static let name = "the-first"
        }

        """,
        "Documentation/Architecture.md": "| Module | May import |\n| `Qinggao` | the facade | `Cleanup`, `House` |\n",
        "Documentation/Stages.md": """
        # Stages

        ## cleanup

        ### Findings

        | Identity | Severity | Meaning | Source |
        | --- | --- | --- | --- |
        | `cleanup.a` | info | A. | practice |

        ## house

        ### Options

        | Name | Value | Default | Meaning |
        | --- | --- | --- | --- |
        | `mode` | one of report, fix | `report` | Mode. |

        ### Findings

        | Identity | Severity | Meaning | Source |
        | --- | --- | --- | --- |
        | `house.the-first` | info | B. | practice |

        ### Examples

        """,
        "Documentation/Stages.zh-CN.md": """
        # 处理阶段

        ## house

        ### 发现

        | 标识 | 级别 | 含义 | 依据 |
        | --- | --- | --- | --- |
        | `house.the-first` | info | 乙 | 惯例 |

        """,
    ]

    /// The clone without one of its lines.
    static func clone(without line: String, in path: String) -> SourceTree {
        var files = clone
        files[path] = clone[path]?.replacingOccurrences(of: line, with: "")
        return tree(files)
    }
}
