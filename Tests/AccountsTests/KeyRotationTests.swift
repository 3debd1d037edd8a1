import HTTPCore
import Synchronization
import TestKit
import Testing

@Suite struct KeyRotationTests {
    @Test func `a rotated key lives on for an hour, and the new one has its name, scopes and end`() async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let old = try await owner.makeKey(["name": "Deploy", "scopes": ["read"], "expires_at": "2026-05-01T00:00:00Z"])
            let answer = try await owner.request("POST", "/api/v1/keys/\(old.id)/rotate")
            let new = try OwnedKey(answer)
            #expect(new.json.objectValue?.map(\.name) == KeyRouteTests.members + ["api_key", "message", "rotated"])
            let rotated: JSONValue = ["id": .string(old.id), "expires_at": "2026-04-20T10:00:00Z"]
            #expect(new.json["rotated"] == rotated)
            #expect(new.id != old.id && new.text != old.text)
            for member in ["name", "scopes", "expires_at"] { #expect(new.json[member] == old.json[member]) }

            #expect(try await service.status(of: new) == 200)
            service.clock.advance(seconds: 3_599)
            #expect(try await service.status(of: old) == 200)
            service.clock.advance(seconds: 1)
            #expect(try await service.status(of: old) == 401)
            #expect(try await service.status(of: new) == 200)
        }
    }

    @Test func `a key that would have ended sooner does not live longer for being rotated`() async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let old = try await owner.makeKey(["expires_at": "2026-04-20T09:10:00Z"])
            let new = try await owner.rotate(old.id, overlap: 604_800)
            #expect(new.json["rotated"]?["expires_at"] == "2026-04-20T09:10:00Z")
            #expect(new.json["expires_at"] == "2026-04-20T09:10:00Z")
        }
    }

    @Test func `without an overlap the old key is dead with the next request`() async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let old = try await owner.makeKey()
            #expect(try await service.status(of: old) == 200)
            let new = try await owner.rotate(old.id, overlap: 0)
            let answer = try await service.client.authorized(old.text).get("/things")
            #expect(answer.status == 401)
            #expect(try answer.json["detail"] == "This API key expired at 2026-04-20T09:00:00Z.")
            #expect(try await service.status(of: new) == 200)
        }
    }

    @Test(arguments: [["overlap_seconds": -1], ["overlap_seconds": 604_801], ["overlap_seconds": "1"], ["overlap": 1]] as [JSONValue])
    func `an overlap that is none is refused`(body: JSONValue) async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let id = try await owner.firstKeyID()
            #expect(try await owner.post("/api/v1/keys/\(id)/rotate", json: body).status == 400)
            #expect(try await owner.keys().count == 1)
        }
    }

    @Test func `a key is rotated once, then it is the turn of the one that took its place`() async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let first = try await owner.firstKeyID()
            let second = try await owner.rotate(first)
            let again = try await owner.post("/api/v1/keys/\(first)/rotate", json: [:])
            #expect(again.status == 409)
            #expect(again.problemCode == "key_not_active")
            let detail = "This key was rotated already. Rotate the key that took its place: GET /api/v1/keys lists it."
            #expect(try again.json["detail"]?.stringValue == detail)
            #expect(try await owner.keys().count == 2)

            let third = try await service.client.authorized(second.text).rotate(second.id)
            #expect(third.json["expires_at"]?.isNull == true)
            service.clock.advance(seconds: 604_800)
            #expect(try await service.status(of: second) == 401)
            #expect(try await service.status(of: third) == 200)
        }
    }

    @Test func `a key that was replaced can be revoked before its time, and is nothing to hold on to`() async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let first = try await owner.firstKeyID()
            let second = try await owner.rotate(first)
            let successor = service.client.authorized(second.text)
            #expect(try await successor.delete("/api/v1/keys/\(second.id)").problemCode == "last_admin_key")
            #expect(try await successor.delete("/api/v1/keys/\(first)").status == 204)
            #expect(try await owner.get("/things").status == 401)
            #expect(try await service.status(of: second) == 200)
        }
    }

    @Test(arguments: [0, 3_600]) func `of many who rotate a key at once one succeeds`(overlap: Int) async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let id = try await owner.makeKey().id
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<20 {
                    group.addTask { try await owner.post("/api/v1/keys/\(id)/rotate", json: ["overlap_seconds": .integer(overlap)]).status }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(statuses.sorted() == [201] + Array(repeating: 409, count: 19))
            #expect(try await owner.keys().count == 3)
        }
    }

    @Test func `while keys are rotated no request with a valid one fails`() async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let first = try await owner.makeKey()
            let ring = KeyRing(first)
            let (answers, answered) = AsyncStream<Void>.makeStream()
            let statuses = try await withThrowingTaskGroup(of: Set<Int>.self) { group in
                for worker in 0..<8 {
                    group.addTask {
                        var statuses: Set<Int> = []
                        var number = worker
                        repeat {
                            statuses.insert(try await service.status(of: ring.key(number)))
                            answered.yield()
                            number += 1
                        } while !ring.isComplete
                        return statuses
                    }
                }
                group.addTask {
                    // Also when a rotation fails, or the others would go on for ever.
                    defer { ring.complete() }
                    var (current, answer) = (first, answers.makeAsyncIterator())
                    for _ in 0..<30 {
                        // A request is answered for each of them, so that they are among the requests.
                        _ = await answer.next()
                        current = try await owner.rotate(current.id)
                        ring.add(current)
                    }
                    return []
                }
                return try await group.reduce(into: Set<Int>()) { $0.formUnion($1) }
            }
            #expect(statuses == [200])
        }
    }

    @Test func `a rotation that is sent again under its idempotency key gives the same key`() async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let id = try await owner.firstKeyID()
            let headers = ["Idempotency-Key": "5f0c2b1e-7a55-4a1f-9b43-1f1f5b7d9c11"]
            let first = try await owner.post("/api/v1/keys/\(id)/rotate", json: [:], headers: headers)
            let second = try await owner.post("/api/v1/keys/\(id)/rotate", json: [:], headers: headers)
            #expect(try OwnedKey(first).text == OwnedKey(second).text)
            #expect(try await owner.keys().count == 2)
        }
    }
}

/// The keys that work while one after the other is replaced: those that were replaced live on as long as the clock stands.
private final class KeyRing: Sendable {
    private let state: Mutex<(keys: [OwnedKey], isComplete: Bool)>

    init(_ key: OwnedKey) { state = Mutex((keys: [key], isComplete: false)) }

    /// Whether no further key comes.
    var isComplete: Bool { state.withLock { $0.isComplete } }

    /// One of them, the newest among the first.
    func key(_ number: Int) -> OwnedKey { state.withLock { $0.keys[$0.keys.count - 1 - number % $0.keys.count] } }

    func add(_ key: OwnedKey) { state.withLock { $0.keys.append(key) } }

    func complete() { state.withLock { $0.isComplete = true } }
}
