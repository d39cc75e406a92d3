import Testing

@testable import WordTemplates

@Suite struct WordTemplateTests {}
