import HTTPCore
import ServiceKit
import TestKit
import Testing
import Timekeeping

@testable import FlagBitService

@Suite struct ChangeStreamTests {
    /// Where the changes of the owner's project are announced.
    private func address(_ owner: Owner) async throws -> String {
        let answer = try await owner.sdk.post("/ofrep/v1/evaluate/flags", json: [:]).json
        let stream = try #require(answer["eventStreams"]?[0])
        #expect(stream["type"] == "sse")
        #expect(stream["inactivityDelaySec"] == 120)
        return try #require(stream["endpoint"]?["requestUri"]?.stringValue)
    }

    private func open(_ service: Service, _ path: String, _ headers: String = "") async throws -> RawConnection {
        let connection = try await RawConnection.open(port: service.ports.main)
        try await connection.send("GET \(path) HTTP/1.1\r\nHost: flagbit.test\r\n\(headers)\r\n")
        return connection
    }

    /// The next event, as its lines.
    private func event(_ connection: RawConnection) async throws -> [Substring] {
        let text = String(decoding: try await connection.read(until: "}\n\n"), as: UTF8.self)
        let start = try #require(text.firstRange(of: "id: "))
        return text[start.lowerBound...].split(separator: "\n")
    }

    private func change(_ owner: Owner, _ value: Bool) async throws {
        #expect(try await owner.client.send("PUT", "\(owner.flags)/a", json: ["default_value": .bool(value)]).status == 200)
    }

    @Test func `a change is announced with the name of the new configuration`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "a"])
            let address = try await address(owner)
            let stream = try await open(service, address)
            let head = String(decoding: try await stream.read(until: "\r\n\r\n"), as: UTF8.self)
            #expect(head.hasPrefix("HTTP/1.1 200"))
            for line in [
                "Content-Type: text/event-stream\r\n", "Transfer-Encoding: chunked\r\n", "Cache-Control: no-store, no-transform\r\n",
                "Access-Control-Allow-Origin: *\r\n",
            ] {
                #expect(head.contains(line), "\(line)")
            }
            var versions = [String(try #require(address.split(separator: "since=").last))]
            for value in [false, true] {
                try await change(owner, value)
                let lines = try await event(stream)
                #expect(lines.count == 3)
                #expect(lines[1] == "event: message")
                let data = try JSONParser.parse(String(lines[2].dropFirst("data: ".count)))
                #expect(data["type"] == "refetchEvaluation")
                #expect(lines[0] == "id: \(try #require(data["etag"]?.stringValue))")
                #expect(data["lastModified"] == .integer(service.clock.now.seconds))
                #expect(try await self.address(owner).hasSuffix("since=\(lines[0].dropFirst(4))"))
                versions.append(String(lines[0].dropFirst(4)))
            }
            #expect(Set(versions).count == 3)
            await stream.close()
        }
    }

    @Test func `who comes back is told at once of what happened meanwhile, and else of nothing`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "a"])
            let old = try await address(owner)
            try await change(owner, false)
            let new = try await address(owner)
            let version = try #require(new.split(separator: "since=").last)
            let channel = try #require(new.split(separator: "&").first)
            let late = [
                try await open(service, old), try await open(service, "\(channel)", "Last-Event-ID: unknown\r\n"),
                try await open(service, new, "Last-Event-ID: unknown\r\n"),
            ]
            for stream in late { #expect(try await event(stream)[0] == "id: \(version)") }
            // Those that have it get the next event first.
            let current = [
                try await open(service, new), try await open(service, "\(channel)"),
                try await open(service, old, "Last-Event-ID: \(version)\r\n"),
            ]
            for stream in current { _ = try await stream.read(until: "retry: 2000\n\n") }
            try await change(owner, true)
            for stream in current + late { #expect(try await event(stream)[0] != "id: \(version)") }
            for stream in current + late { await stream.close() }
        }
    }

    @Test func `a stream is opened with a channel or an SDK key, and with nothing else`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let key = try #require(owner.sdk.headers["Authorization"])
            let stream = try await open(service, "/ofrep/v1/events", "Authorization: \(key)\r\n")
            _ = try await stream.read(until: "retry: 2000\n\n")
            await stream.close()
            let path = "/ofrep/v1/events"
            #expect(try await service.client.get(path).status == 401)
            #expect(try await owner.client.get(path).status == 403)
            let zeros = String(repeating: "0", count: 32)
            for channel in ["", "a", zeros, String(repeating: "%CC%81", count: 16)] {
                let answer = try await service.client.get("\(path)?channel=\(channel)")
                #expect(answer.status == 404)
                #expect(try answer.json["errorDetails"] != nil)
            }
        }
    }

    @Test func `who asks for the head only gets it, and no stream`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let answer = try await service.client.request("HEAD", try await address(owner))
            #expect(answer.status == 200)
            #expect(answer.header("Content-Type") == "text/event-stream")
        }
    }

    @Test func `what plays no part in evaluation is no news`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "a"])
            let before = try await address(owner)
            let change: JSONValue = ["name": "A", "description": "For people", "tags": ["x"]]
            #expect(try await owner.client.send("PUT", "\(owner.flags)/a", json: change).status == 200)
            #expect(try await address(owner) == before)
        }
    }

    @Test func `a stream ends with its project, and with the service`() async throws {
        let (deleted, stopped) = try await Service.run { service in
            let owner = try await service.signedUp()
            let other = try await service.signedUp("other@example.com")
            let deleted = try await open(service, try await address(owner))
            let stopped = try await open(service, try await address(other))
            for stream in [deleted, stopped] { _ = try await stream.read(until: "retry: 2000\n\n") }
            #expect(try await owner.client.delete(owner.project).status == 204)
            return (deleted, stopped)
        }
        for stream in [deleted, stopped] {
            #expect(String(decoding: try await stream.readToEnd(), as: UTF8.self).hasSuffix("0\r\n\r\n"))
        }
    }

    @Test func `a configuration has the same name after a restart`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("app.db")
        let (owner, before) = try await Service.run(database: file) { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "a"])
            return (owner, try await address(owner))
        }
        let after = try await Service.run(database: file) { service in
            try await service.client.post("/ofrep/v1/evaluate/flags", json: [:], headers: owner.sdk.headers).json
        }
        #expect(after["eventStreams"]?[0]?["endpoint"]?["requestUri"] == .string(before))
    }

    @Test func `who is slow finds one signal, however many there were`() async throws {
        let subscribers = Subscribers()
        let slow = subscribers.subscribe()
        for _ in 0..<1_000 { subscribers.wake() }
        subscribers.finish()
        var signals = 0
        for await _ in slow { signals += 1 }
        #expect(signals == 1)
        for await _ in subscribers.subscribe() { Issue.record("nobody is let in after the end") }
        #expect(subscribers.count == 0)
    }

    @Test func `who leaves is forgotten`() async throws {
        let subscribers = Subscribers()
        let task = Task { for await _ in subscribers.subscribe() {} }
        while subscribers.count == 0 { await Task.yield() }
        task.cancel()
        await task.value
        #expect(subscribers.count == 0)
    }
}
