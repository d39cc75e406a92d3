import Testing

@testable import WordReading
