import TestKit
import Testing

@testable import ServiceKit

struct SecretTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("a secret comes from the variable, and is never shown")
    func variable() throws {
        let reader = SettingsReader(environment: ["TOKEN": "hush"])
        #expect(reader.secret("TOKEN", .text, "A token.") == "hush")
        try reader.finish()
        #expect(reader.settings.map(\.value) == ["***"])
    }

    @Test("a secret comes from a file, without the line end", arguments: ["hush", "hush\n", "hush\r\n"])
    func file(content: String) throws {
        let path = try folder.write(content.utf8, to: "token")
        let reader = SettingsReader(environment: ["TOKEN_FILE": path])
        #expect(reader.secret("TOKEN", .text, "A token.") == "hush")
        try reader.finish()
        #expect(reader.settings.first?.origin == .file(path: path))
        #expect(reader.settings.map(\.value) == ["***"])
    }

    @Test("a secret that is not set is no fault")
    func missing() throws {
        let reader = SettingsReader(environment: [:])
        #expect(reader.secret("TOKEN", .text, "A token.") == nil)
        try reader.finish()
        #expect(reader.settings.map(\.value) == [""])
    }

    @Test("the variable and its file together are a fault")
    func both() throws {
        let reader = SettingsReader(environment: ["TOKEN": "hush", "TOKEN_FILE": "/run/secrets/token"])
        _ = reader.secret("TOKEN", .text, "A token.")
        let error = try #require(throws: ConfigurationError.self) { try reader.finish() }
        #expect(error.description == "One setting is wrong:\n  TOKEN and TOKEN_FILE are both set; set only one of them")
    }

    @Test("a wrong secret is named but not shown")
    func wrong() throws {
        let reader = SettingsReader(environment: ["PIN": "hush"])
        _ = reader.secret("PIN", .integer(in: 1...9), "A number.")
        let error = try #require(throws: ConfigurationError.self) { try reader.finish() }
        #expect(error.description == "One setting is wrong:\n  PIN=***: the value is not a whole number from 1 to 9")
    }

    @Test(
        "a file that cannot be used is a fault that names the file and the reason",
        arguments: [
            ("missing", nil, "No such file or directory"), ("empty", [0x0A], "it is empty"),
            ("binary", [0xFF, 0xFE], "it is not UTF-8 text"),
            ("large", Array(repeating: 0x61, count: 65_537), "it is larger than 65536 bytes"),
        ] as [(String, [UInt8]?, String)]
    )
    func unusableFile(name: String, content: [UInt8]?, reason: String) throws {
        if let content { try folder.write(content, to: name) }
        let reader = SettingsReader(environment: ["TOKEN_FILE": folder.file(name)])
        #expect(reader.secret("TOKEN", .text, "A token.") == nil)
        let error = try #require(throws: ConfigurationError.self) { try reader.finish() }
        #expect(error.faults == [SettingFault(name: "TOKEN_FILE", message: "=\(folder.file(name)) cannot be read: \(reason)")])
    }

    @Test("a folder is no file")
    func folderAsFile() throws {
        #expect(throws: UnreadableFile("Is a directory")) { try SecretFile.contents(at: folder.path) }
    }
}
