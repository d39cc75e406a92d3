import Testing

@testable import Configuration

@Suite struct ConfigurationPathTests {
    @Test(arguments: [
        ("a.yaml", "main.yaml", "a.yaml"), ("././a.yaml", "main.yaml", "a.yaml"), ("./a.yaml", "./main.yaml", "a.yaml"),
        ("a.yaml", "sub/main.yaml", "sub/a.yaml"), ("./a.yaml", "./sub/./main.yaml", "sub/a.yaml"),
        ("../a.yaml", "sub/main.yaml", "sub/../a.yaml"), ("x//a.yaml", "/etc/main.yaml", "/etc/x/a.yaml"),
        ("/a/./b.yaml", "sub/main.yaml", "/a/b.yaml"), (".", "main.yaml", "."), ("./", "sub/main.yaml", "sub"),
        ("..", "main.yaml", ".."), ("...", "main.yaml", "..."), ("", "main.yaml", ""), ("/", "main.yaml", "/"),
    ])
    func resolved(path: String, file: String, expected: String) {
        #expect(ConfigurationPath.resolve(path, from: file) == expected)
    }
}
