package import SummaryModel

/// What is to be written: new files, and lines in files that are there. Nothing is overwritten.
package struct ScaffoldPlan: Sendable {
    /// A file with its whole text.
    package struct File: Sendable, Hashable {
        /// The path from the root.
        package var path: String
        /// The text.
        package var text: String
    }

    /// Lines that are added to a file, or one to which something is added.
    package struct Addition: Sendable, Hashable {
        /// The path from the root.
        package var path: String
        /// The number of the first line, from 1, as it is then.
        package var line: Int
        /// What is added, one or more lines.
        package var text: [String]
    }

    /// A line that a person has to add, because the place for it was not found.
    package struct OpenAddition: Sendable, Hashable {
        /// The path from the root.
        package var path: String
        /// What is to be added.
        package var text: String
        /// Where.
        package var place: LocalizedText
    }

    /// The files that are new.
    package private(set) var newFiles: [File] = []
    /// The files that are changed, with their new texts.
    package private(set) var changedFiles: [File] = []
    /// What is added to them.
    package private(set) var additions: [Addition] = []
    /// What could not be added. A file with such a line is left as it is.
    package private(set) var openAdditions: [OpenAddition] = []
    /// The commands to run next, from the root.
    package private(set) var nextCommands: [String]

    init(nextCommands: [String]) { self.nextCommands = nextCommands }

    /// Adds a file.
    ///
    /// - Throws: ``ScaffoldProblem`` when there is one at this path.
    mutating func add(_ path: String, _ text: String, to tree: SourceTree) throws(ScaffoldProblem) {
        if tree.exists(path) {
            throw ScaffoldProblem(
                zh: "\(path) 已经存在，不会覆盖；请换一个名称",
                en: "\(path) is there already and is not overwritten; choose another name"
            )
        }
        newFiles.append(File(path: path, text: text))
    }

    /// Adds what was changed in a file.
    mutating func add(_ file: EditedFile) {
        if file.openAdditions.isEmpty {
            changedFiles.append(File(path: file.path, text: file.text))
            additions += file.additions
        } else {
            openAdditions += file.openAdditions
        }
    }
}
