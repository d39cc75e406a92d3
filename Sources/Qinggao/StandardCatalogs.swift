internal import Boilerplate
internal import Cleanup
internal import Numbering
internal import Placeholders
public import StageKit

extension StageCatalog {
    /// The stages that come with the program.
    public static let standard: StageCatalog = {
        do throws(StageCatalog.DuplicateName) {
            return try StageCatalog()
                .adding(CleanupStage.self)
                .adding(NumberingStage.self)
                .adding(BoilerplateStage.self)
                .adding(PlaceholdersStage.self)
        } catch {
            // Two stages of ours with one name: a mistake in this file, which every run of the program would show.
            preconditionFailure("two built-in stages have the name \(error.name)")
        }
    }()
}
