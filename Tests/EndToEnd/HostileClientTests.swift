import HTTPCore
import TestKit
import Testing

/// Clients that want more than their share, against the real executable.
@Suite struct HostileClientTests {
    @Test func `large bodies are refused, memory stays bounded, and others are served meanwhile`() async throws {
        let folder = try TemporaryFolder()
        let service = try await ServiceProcess.start("cronping", database: folder.file("app.db"), environment: ["LOG_LEVEL": "error"])
        let client = try await service.client.signedUp()
        let ping = try await client.newPingPath()
        let before = try service.residentBytes
        let chunk = [UInt8](repeating: 0x20, count: 1 << 20)
        try await withThrowingTaskGroup(of: Int?.self) { group in
            for _ in 0..<16 {
                // A hundred megabytes, announced or in chunks, as far as the service takes them.
                group.addTask {
                    let connection = try await RawConnection.open(port: service.port)
                    try await connection.send("POST /api/v1/signup HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
                    for _ in 0..<100 {
                        do {
                            try await connection.send("100000\r\n")
                            try await connection.send(chunk + Array("\r\n".utf8))
                        } catch {
                            // Cut off: that is an answer, too.
                            break
                        }
                    }
                    let answer = try? await connection.read(until: "\r\n")
                    await connection.close()
                    return answer.flatMap { String(decoding: $0, as: UTF8.self).split(separator: " ").dropFirst().first }.flatMap {
                        Int($0)
                    }
                }
            }
            for _ in 0..<20 { #expect(try await service.client.request("POST", ping, body: Array("still here".utf8)).status == 200) }
            for try await status in group { #expect(status == nil || status == 413) }
        }
        let grown = try service.residentBytes - before
        #expect(grown < 64 << 20, "grew by \(grown >> 20) MB")
        #expect(try await service.terminate().status == 0)
    }

    @Test func `a hundred clients that send a byte and wait do not keep others out`() async throws {
        let folder = try TemporaryFolder()
        let service = try await ServiceProcess.start("webhookvault", database: folder.file("app.db"))
        var connections: [RawConnection] = []
        for number in 0..<100 {
            let connection = try await RawConnection.open(port: service.port)
            try await connection.send(number.isMultiple(of: 2) ? "G" : "POST /hook/x HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n1")
            connections.append(connection)
        }
        for _ in 0..<50 { #expect(try await service.client.get("/api/v1/echo").status == 200) }
        for connection in connections { await connection.close() }
        #expect(try await service.client.get("/readyz").status == 200)
    }
}
