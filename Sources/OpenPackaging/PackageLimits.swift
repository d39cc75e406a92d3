package import SummaryModel

/// What a package that is read may ask for. What the user is told of stands in ``Limits``.
package struct PackageLimits: Sendable, Hashable {
    /// The number of parts.
    package var parts = 4096
    /// The bytes of all parts together, uncompressed.
    package var totalSize = Limits.standard.inputBytes
    /// How many times larger than its compressed form a part may be.
    package var ratio = Limits.standard.zipRatio
    /// The size up to which the ratio of a part does not matter: small parts of XML compress very well.
    package var ratioFloor = 1 << 20

    /// Creates the default limits.
    package init() {}

    /// Creates the limits that the user has set.
    package init(_ limits: Limits) {
        totalSize = limits.inputBytes
        ratio = limits.zipRatio
    }
}
