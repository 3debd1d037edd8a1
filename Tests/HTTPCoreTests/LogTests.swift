import Hummingbird
import Logging
import Testing

@testable import HTTPCore

#if canImport(Musl)
import Musl
#else
import Glibc
#endif

@Suite("The log", .timeLimit(.minutes(1)))
struct LogTests {
    /// A pipe, to read what a writer writes.
    struct Pipe: ~Copyable {
        let reading: CInt
        let writing: CInt

        init() throws {
            var ends: [CInt] = [0, 0]
            try #require(pipe(&ends) == 0)
            (reading, writing) = (ends[0], ends[1])
        }

        deinit {
            close(reading)
            close(writing)
        }

        /// Waits until something is there, at most ten seconds.
        func waitForMore() -> Bool {
            var readiness = pollfd(fd: reading, events: CShort(POLLIN), revents: 0)
            return poll(&readiness, 1, 10_000) == 1
        }

        /// What is there now.
        func read() -> String {
            _ = fcntl(reading, F_SETFL, O_NONBLOCK)
            var buffer = [UInt8](repeating: 0, count: 1 << 20)
            let count = Glibc.read(reading, &buffer, buffer.count)
            return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
        }
    }

    static func line(_ format: LogFormat, _ key: String, _ value: String) -> String {
        var line = LogLine(format, level: "info", message: "message")
        line.add(key, value)
        line.end()
        // Without the time, which is 24 characters long.
        return String(decoding: line.bytes, as: UTF8.self)
    }

    static let values: [(value: String, text: String, json: String)] = [
        ("plain", "plain", "\"plain\""),
        ("", "\"\"", "\"\""),
        ("two words", "\"two words\"", "\"two words\""),
        ("a=b", "\"a=b\"", "\"a=b\""),
        ("say \"hi\" \\", "\"say \\\"hi\\\" \\\\\"", "\"say \\\"hi\\\" \\\\\""),
        ("line\nbreak\r\n\t", "\"line\\nbreak\\r\\n\\t\"", "\"line\\nbreak\\r\\n\\t\""),
        ("\u{1B}[31mred", "\"\\u001b[31mred\"", "\"\\u001b[31mred\""),
        ("\u{0}\u{7F}\u{9B}", "\"\\u0000\\u007f\\u009b\"", "\"\\u0000\\u007f\\u009b\""),
        ("\u{2028}\u{202E}\u{FEFF}", "\"\\u2028\\u202e\\ufeff\"", "\"\\u2028\\u202e\\ufeff\""),
        ("é€😀", "\"é€😀\"", "\"é€😀\""),
    ]

    @Test("A value stays inside its value and its line, whatever it is", arguments: values)
    func escaping(_ value: String, _ text: String, _ json: String) throws {
        #expect(Self.line(.text, "key", value).dropFirst(24) == " info message key=\(text)\n")
        let line = Self.line(.json, "key", value)
        #expect(line.hasSuffix(",\"level\":\"info\",\"message\":\"message\",\"key\":\(json)}\n"))
        #expect(try JSONParser.parse(line)["key"]?.stringValue == value)
    }

    @Test("A key cannot break out either")
    func hostileKey() throws {
        #expect(Self.line(.text, "a\nb", "x").dropFirst(24) == " info message a\\nb=x\n")
        #expect(try JSONParser.parse(Self.line(.json, "a\"\n", "x"))["a\"\n"]?.stringValue == "x")
    }

    @Test("A long value is cut")
    func longValue() {
        #expect(Self.line(.text, "key", String(repeating: "x", count: 1 << 20)).utf8.count < 3000)
    }

    @Test("A line begins with the time in UTC")
    func time() {
        let line = Self.line(.text, "key", "value")
        #expect(line.prefix(24).wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil)
    }

    @Test("Numbers and durations are written as they are")
    func numbers() {
        var line = LogLine(.json, level: "info", message: "m")
        line.add("a", -12)
        line.add("b", 0)
        line.add("c", milliseconds: 1_234_567_890)
        line.add("d", milliseconds: 999)
        line.end()
        #expect(String(decoding: line.bytes, as: UTF8.self).hasSuffix(",\"a\":-12,\"b\":0,\"c\":1234.567,\"d\":0.000}\n"))
    }

    @Test("What is logged arrives in its order, with what every line carries")
    func handler() throws {
        let pipe = try Pipe()
        let writer = LogWriter(descriptor: pipe.writing)
        var logger = Logger(label: "test") { ServiceLogHandler(label: $0, writer: writer, format: .text) }
        logger[metadataKey: "b"] = "2"
        logger.debug("unseen")
        logger.info("first", metadata: ["a": "1"])
        logger.warning("second\nline", metadata: ["b": "3"])
        writer.close()
        let lines = pipe.read().split(separator: "\n").map { $0.dropFirst(24) }
        #expect(lines == [" info first logger=test a=1 b=2", " warning second\\nline logger=test b=3"])
    }

    @Test("A line is written without anyone asking for it")
    func flushes() throws {
        let pipe = try Pipe()
        LogWriter(descriptor: pipe.writing, delayMilliseconds: 1).write(Array("line\n".utf8))
        let hasCome = pipe.waitForMore()
        #expect(hasCome)
        #expect(pipe.read() == "line\n")
    }

    @Test("A reader that has stopped costs lines, not memory or time")
    func stalledReader() throws {
        let pipe = try Pipe()
        let writer = LogWriter(descriptor: pipe.writing, bufferLimit: 1000, delayMilliseconds: 60_000)
        let line = Array((String(repeating: "x", count: 99) + "\n").utf8)
        for _ in 0..<25 { writer.write(line) }
        writer.close()
        let text = pipe.read()
        #expect(text.split(separator: "\n").count { $0.hasPrefix("x") } == 10)
        #expect(text.hasSuffix("log lines dropped: 15\n"))
    }

    @Test("Closing does not wait for a reader that has stopped")
    func closeIsBounded() throws {
        let pipe = try Pipe()
        let writer = LogWriter(descriptor: pipe.writing)
        writer.write([UInt8](repeating: UInt8(ascii: "x"), count: 300_000))
        let start = ContinuousClock.now
        writer.close()
        #expect(ContinuousClock.now - start < .seconds(5))
        // The writer goes on when the reader does, and loses nothing.
        var count = 0
        while count < 300_000, pipe.waitForMore() { count += pipe.read().utf8.count }
        #expect(count == 300_000)
    }

    @Test("The access line tells all but secrets")
    func accessLog() async throws {
        let pipe = try Pipe()
        let writer = LogWriter(descriptor: pipe.writing)
        try await TestServer.run(accessLog: AccessLog(writer: writer, format: .json)) { router in
            router.get("/ping/{token}") { _, context in
                var context = context
                context.identity = Identity(accountID: 7, keyID: 1, scopes: [])
                return Response.text(.ok, "ok")
            }
        } _: { server in
            _ = try await server.get("/ping/secret1?key=secret2", "Authorization: Bearer secret3\r\nX-API-Key: secret4\r\n")
            _ = try await server.get("/nothing%0aforged?key=secret5")
            _ = try await server.get("/ping/secret6/start/now")
            _ = try await server.exchange("nonsense\r\n\r\n")
        }
        writer.close()
        let text = pipe.read()
        #expect(!text.contains("secret"), "\(text)")
        let lines = try text.split(separator: "\n").map { try JSONParser.parse(String($0)) }
        #expect(lines.map { $0["status"]?.integerValue } == [200, 404, 404, 400])
        #expect(lines[0]["path"]?.stringValue == "/ping/{token}" && lines[0]["account"]?.integerValue == 7)
        #expect(lines[0]["client"]?.stringValue == "127.0.0.1" && lines[0]["bytes"]?.integerValue == 2)
        #expect(lines[1]["path"]?.stringValue == "/nothing%0aforged" && lines[1]["code"]?.stringValue == "not_found")
        #expect(lines[2]["path"]?.stringValue == "/ping/…")
    }

    @Test("A health check has a line if it fails, or if they are asked for", arguments: [(true, [200, 503, 200]), (false, [503, 200])])
    func healthChecks(areLogged: Bool, statuses: [Int]) async throws {
        let pipe = try Pipe()
        let writer = LogWriter(descriptor: pipe.writing)
        try await TestServer.run(accessLog: AccessLog(writer: writer, format: .json, logsHealthChecks: areLogged)) { router in
            router.get("/healthz") { _, _ in Response.text(.ok, "ok") }
            router.get("/readyz") { _, _ in Response.text(.serviceUnavailable, "not") }
            router.get("/") { _, _ in Response.text(.ok, "ok") }
        } _: { server in
            for path in ["/healthz", "/readyz", "/"] { _ = try await server.get(path) }
        }
        writer.close()
        let lines = try pipe.read().split(separator: "\n").map { try JSONParser.parse(String($0)) }
        #expect(lines.map { $0["status"]?.integerValue } == statuses.map { Int64($0) })
    }
}
