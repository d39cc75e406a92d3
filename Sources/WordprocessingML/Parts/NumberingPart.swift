internal import XMLWriting

/// `word/numbering.xml`: the levels of GB/T 9704-2012, 7.3.3, for people who number in Word. The document itself carries
/// its markers as text, so nothing refers to them.
struct NumberingPart {
    func write(_ xml: borrowing XMLWriter) {
        xml.start("w:numbering")
        xml.attribute("xmlns:w", Namespaces.main)
        xml.start("w:abstractNum")
        xml.attribute("w:abstractNumId", "0")
        xml.value("w:multiLevelType", "multilevel")
        let levels: [(format: String, text: String)] = [
            ("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("decimal", "（%4）"),
            ("decimalEnclosedCircle", "%5"),
        ]
        for (index, level) in levels.enumerated() {
            xml.start("w:lvl")
            xml.attribute("w:ilvl", String(index))
            xml.value("w:start", 1)
            xml.value("w:numFmt", level.format)
            xml.value("w:suff", "nothing")
            xml.value("w:lvlText", level.text)
            xml.value("w:lvlJc", "left")
            xml.end()
        }
        xml.end()
        xml.start("w:num")
        xml.attribute("w:numId", "1")
        xml.value("w:abstractNumId", 0)
        xml.end()
        xml.end()
    }
}
