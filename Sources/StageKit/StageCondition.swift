/// When a step of a pipeline is taken.
public enum StageCondition: Sendable, Hashable {
    /// Not at all: the stage is switched off.
    case never
    /// When the document has all of this, as it stands before the first step.
    case facts([FactCondition])
    /// When the metadata of the document have one of these names; otherwise the step is as if it were not there.
    case metadata([String])

    /// Whether the step is taken. A fact that the document lacks does not hold.
    public func holds(for facts: DocumentFacts) -> Bool {
        switch self {
        case .never: false
        case .metadata(let names): names.contains { facts.metadata[$0] != nil }
        case .facts(let conditions): conditions.allSatisfy { $0.holds(for: facts) ?? false }
        }
    }
}
