import Testing

@testable import RowReading

@Suite struct CSVRowsTests {}
