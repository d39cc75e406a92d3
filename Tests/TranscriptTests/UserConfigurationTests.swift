import Foundation
import Testing

@testable import QinggaoCLI

@Suite("The configuration file of the user")
struct UserConfigurationTests {
    @Test("is looked for where the XDG Base Directory Specification says")
    func places() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("user-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        func make(_ name: String) throws -> String {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data("version: 1\n".utf8).write(to: file)
            return file.path
        }
        let (xdg, home) = (folder.path + "/xdg", folder.path + "/home")
        let environment = ["XDG_CONFIG_HOME": xdg, "HOME": home]
        #expect(UserConfiguration.path(in: environment) == nil)
        #expect(UserConfiguration.path(in: [:]) == nil)
        let inHome = try make("home/.config/qinggao/config.yaml")
        #expect(UserConfiguration.path(in: environment) == nil)
        #expect(UserConfiguration.path(in: ["XDG_CONFIG_HOME": "", "HOME": home]) == inHome)
        #expect(UserConfiguration.path(in: ["XDG_CONFIG_HOME": "xdg", "HOME": home]) == inHome)
        let inXDG = try make("xdg/qinggao/config.yaml")
        #expect(UserConfiguration.path(in: environment) == inXDG)
        #expect(UserConfiguration.path(in: ["HOME": home]) == inHome)
    }
}
