import Glibc
import HTTPCore
import TestKit
import Testing

@Suite struct LifecycleTests {
    static let services = ["documint", "cronping", "flagbit", "webhookvault"]

    @Test(arguments: services)
    func `it starts, answers, and stops with idle and stuck clients connected`(service: String) async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("app.db")
        let process = try await ServiceProcess.start(service, database: file)
        #expect(try await process.client.get("/healthz").status == 200)
        #expect(try await process.client.get("/version").json["name"]?.stringValue == service)
        var connections: [RawConnection] = []
        for _ in 0..<16 {
            let idle = try await RawConnection.open(port: process.port)
            try await idle.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
            _ = try await idle.read(until: "\r\n\r\n")
            connections.append(idle)
        }
        let stuck = try await RawConnection.open(port: process.port)
        try await stuck.send("POST /api/v1/signup HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
        connections.append(stuck)
        #expect(try await process.terminate().status == 0)
        #expect(access(file + "-wal", F_OK) != 0, "the file was not closed cleanly")
        for connection in connections { await connection.close() }
    }

    @Test(arguments: services)
    func `every command has help, and doctor examines a stopped and a running service`(service: String) async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("app.db")
        for arguments in [["--help"], ["serve", "--help"], ["migrate", "--help"], ["doctor", "--help"], ["healthcheck", "--help"]] {
            let help = try await ServiceProcess.run(service, arguments, database: file)
            #expect(help.status == 0)
            #expect(help.text.contains("USAGE: \(service)"))
        }
        #expect(try await ServiceProcess.run(service, ["migrate"], database: file).status == 0)
        let stopped = try await ServiceProcess.run(service, ["doctor"], database: file)
        #expect(stopped.status == 0, "\(stopped.text)\(stopped.errorText)")
        let process = try await ServiceProcess.start(service, database: file)
        let running = try await ServiceProcess.run(service, ["doctor"], database: file)
        #expect((running.text + running.errorText).contains("\(process.id)"))
        let address = ["PORT": "\(process.port)"]
        #expect(try await ServiceProcess.run(service, ["healthcheck"], database: file, environment: address).status == 0)
        _ = try await process.terminate()
        #expect(try await ServiceProcess.run(service, ["healthcheck"], database: file, environment: address).status == 1)
    }

    @Test func `a wrong setting stops the start and is named`() async throws {
        let folder = try TemporaryFolder()
        let wrong = ["PORT": "eighty", "LOG_LEVEL": "loud", "TRUSTED_PROXIES": "10.0.0.0/99"]
        let result = try await ServiceProcess.run("cronping", ["serve"], database: folder.file("app.db"), environment: wrong)
        #expect(result.status == 78)
        for (name, value) in wrong {
            #expect(result.errorText.contains(name))
            #expect(result.errorText.contains(value))
        }
    }

    @Test func `a taken port is named with the variable that changes it`() async throws {
        let folder = try TemporaryFolder()
        let first = try await ServiceProcess.start("cronping", database: folder.file("a.db"))
        let second = try await ServiceProcess.run(
            "cronping",
            ["serve"],
            database: folder.file("b.db"),
            environment: ["PORT": "\(first.port)"]
        )
        #expect(second.status == 1)
        #expect(second.errorText.contains("\(first.port)"))
        #expect(second.errorText.contains("PORT"))
    }
}
