/// Placeholder for the skeleton build.
public struct StyleSheet: Sendable { public init() {} }
