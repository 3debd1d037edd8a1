import Database
import HTTPCore
import NIOHTTP1
import TestKit
import Testing

@testable import WebhookVaultService

@Suite struct EndpointRoutesTests {
    @Test func `signup names the limits`() async throws {
        try await Service.run { service in
            let answer = try await service.client.post("/api/v1/signup", json: ["email": "you@example.com"])
            #expect(answer.status == 201)
            let json = try answer.json
            #expect(json.names == ["api_key", "plan", "limits", "message"])
            #expect(json["api_key"]?.stringValue?.hasPrefix("wv_") == true)
            #expect(json["limits"] == ["endpoints": 2, "requests_per_day": 100, "retention_hours": 24, "body_bytes": 1_048_576])
        }
    }

    @Test func `an endpoint has the original's fields and defaults`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let answer = try await owner.post("/api/v1/endpoints", json: ["name": "shop"])
            #expect(answer.status == 201)
            let json = try answer.json
            let id = try #require(json["endpoint_id"]?.stringValue)
            #expect(json["url"]?.stringValue == "\(Service.baseURL)/hook/\(id)")
            #expect(json["inspect_url"]?.stringValue == "\(Service.baseURL)/inspect/\(id)")
            #expect(json["name"] == "shop")
            #expect(json["response_code"] == 200)
            #expect(json["response_content_type"] == "application/json")
            #expect(json["response_body"] == #"{"ok": true}"#)
            #expect(json["response_headers"] == [:])
            #expect(json["expires_at"] == .null)
            #expect(json["request_count"] == 0)
            #expect(json["last_request_at"] == .null)
            #expect(answer.header("Location") == "\(Service.baseURL)/api/v1/endpoints/\(id)")
            #expect(try await owner.get("/api/v1/endpoints/\(id)").json == json)
            #expect(try await owner.get("/api/v1/endpoints").json == ["endpoints": [json], "next_cursor": nil])
        }
    }

    @Test func `it answers what its owner has chosen`() async throws {
        try await Service.run { service in
            let endpoint = try await service.signedUp().newEndpoint([
                "response_code": 418, "response_content_type": "text/html; charset=utf-8", "response_body": "<b>ü</b>",
                "response_headers": ["Retry-After": "7", "X-Empty": ""],
            ])
            for _ in 0..<2 {
                let answer = try await service.client.get("/hook/\(endpoint)")
                #expect(answer.status == 418)
                #expect(answer.text == "<b>ü</b>")
                #expect(answer.headers["Content-Type"] == ["text/html; charset=utf-8"])
                #expect(answer.headers["Retry-After"] == ["7"])
                #expect(answer.headers["X-Empty"] == [""])
                #expect(answer.headers["Content-Security-Policy"] == ["sandbox; default-src 'none'; frame-ancestors 'none'"])
                #expect(answer.headers["X-Content-Type-Options"] == ["nosniff"])
            }
        }
    }

    @Test("answers without a body have none", arguments: [204, 304])
    func bodyless(code: Int) async throws {
        try await Service.run { service in
            let endpoint = try await service.signedUp().newEndpoint(["response_code": .integer(code)])
            let answer = try await service.client.request("POST", "/hook/\(endpoint)", body: [1])
            #expect(answer.status == code)
            #expect(answer.body.isEmpty)
        }
    }

    @Test(
        "what is refused",
        arguments: [
            ([:], ["$.name required"]), (["name": ""], ["$.name too_short"]), (["name": "a\nb"], ["$.name not_allowed"]),
            (["name": "x", "response_code": 101], ["$.response_code out_of_range"]),
            (["name": "x", "response_code": "200"], ["$.response_code not_an_integer"]),
            (["name": "x", "response_body": "\0"], ["$.response_body not_allowed"]),
            (["name": "x", "response_body": .string(String(repeating: "x", count: 65_537))], ["$.response_body too_long"]),
            (["name": "x", "response_content_type": "json"], ["$.response_content_type not_allowed"]),
            (["name": "x", "response_content_type": "text/"], ["$.response_content_type not_allowed"]),
            (["name": "x", "response_content_type": "text /plain"], ["$.response_content_type not_allowed"]),
            (["name": "x", "response_content_type": "text/plain; "], ["$.response_content_type not_allowed"]),
            (["name": "x", "response_content_type": "text/plain\r\nX: 1"], ["$.response_content_type not_allowed"]),
            (["name": "x", "response_headers": ["a"]], ["$.response_headers wrong_type"]),
            (["name": "x", "response_headers": ["X Y": "1"]], ["$.response_headers['X Y'] not_allowed"]),
            (["name": "x", "response_headers": ["X": "1\r\nY: 2"]], ["$.response_headers.X not_allowed"]),
            (["name": "x", "response_headers": ["X": 1]], ["$.response_headers.X not_allowed"]),
            (["name": "x", "response_headers": ["content-LENGTH": "1"]], ["$.response_headers['content-LENGTH'] not_allowed"]),
            (["name": "x", "response_headers": ["Set-Cookie": "a=b"]], ["$.response_headers['Set-Cookie'] not_allowed"]),
            (["name": "x", "forward_url": "https://example.com"], ["$.forward_url unknown_field"]),
            (["nam": "x", "response_code": 1], ["$.name required", "$.response_code out_of_range", "$.nam unknown_field"]),
        ] as [(JSONValue, [String])]
    )
    func refusals(input: JSONValue, faults: [String]) async throws {
        try await Service.run { service in
            let answer = try await service.signedUp().post("/api/v1/endpoints", json: input)
            #expect(answer.status == 400)
            #expect(try answer.faults == faults)
        }
    }

    @Test(
        "header fields that a browser takes for all of our origin cannot be chosen",
        arguments: [
            "NEL", "Report-To", "Reporting-Endpoints", "Accept-CH", "Critical-CH", "Origin-Agent-Cluster", "Alt-Svc", "Clear-Site-Data",
            "Strict-Transport-Security",
        ]
    )
    func originFields(name: String) async throws {
        try await Service.run { service in
            let fields = JSONValue.object(JSONObject([(name, .string("1"))]))
            let answer = try await service.signedUp().post("/api/v1/endpoints", json: ["name": "x", "response_headers": fields])
            #expect(answer.status == 400)
            #expect(try answer.json["errors"]?.texts("message") == ["is set by the service and cannot be chosen"])
        }
    }

    @Test func `a body that is not JSON is refused`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            #expect(try await owner.request("POST", "/api/v1/endpoints", body: Array("{".utf8)).code == "invalid_json")
            let text = ["Content-Type": "text/plain"]
            #expect(try await owner.request("POST", "/api/v1/endpoints", headers: text, body: Array("{}".utf8)).status == 415)
        }
    }

    @Test func `the plan's last endpoint is given once, and again after a delete`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<10 { group.addTask { try await owner.post("/api/v1/endpoints", json: ["name": "x"]).status } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.sorted() == [201, 201] + Array(repeating: 403, count: 8))
            let refused = try await owner.post("/api/v1/endpoints", json: ["name": "x"])
            #expect(try refused.code == "plan_limit_reached")
            let id = try #require(try await owner.get("/api/v1/endpoints").json["endpoints"]?[0]?["endpoint_id"]?.stringValue)
            #expect(try await owner.delete("/api/v1/endpoints/\(id)").status == 204)
            #expect(try await owner.post("/api/v1/endpoints", json: ["name": "x"]).status == 201)
        }
    }

    @Test func `the list has pages`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let ids = [try await owner.newEndpoint(), try await owner.newEndpoint()]
            let first = try await owner.get("/api/v1/endpoints?limit=1")
            #expect(try first.json["endpoints"]?.texts("endpoint_id") == [ids[0]])
            let link = try #require(first.header("Link"))
            let cursor = try #require(try first.json["next_cursor"]?.stringValue)
            #expect(link == "<\(Service.baseURL)/api/v1/endpoints?limit=1&cursor=\(cursor)>; rel=\"next\"")
            let second = try await owner.get(String(link.dropFirst().prefix { $0 != ">" }))
            #expect(try second.json["endpoints"]?.texts("endpoint_id") == [ids[1]])
            #expect(try second.json["next_cursor"] == .null)
            #expect(second.header("Link") == nil)
            for query in ["limit=0", "limit=101", "limit=x", "cursor=%21", "cursor="] {
                #expect(try await owner.get("/api/v1/endpoints?\(query)").status == 400, "\(query)")
            }
        }
    }

    @Test func `a deleted endpoint is gone with all it captured`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let (gone, kept) = (try await owner.newEndpoint(), try await owner.newEndpoint())
            for endpoint in [gone, kept] {
                for _ in 0..<60 { #expect(try await service.client.get("/hook/\(endpoint)").status == 200) }
            }
            let capture = try #require(try await owner.lastCapture(of: gone)["id"]?.stringValue)
            #expect(try await owner.delete("/api/v1/endpoints/\(gone)").status == 204)
            for path in ["/hook/\(gone)", "/api/v1/endpoints/\(gone)", "/api/v1/endpoints/\(gone)/requests", "/api/v1/requests/\(capture)"]
            {
                #expect(try await owner.get(path).status == 404, "\(path)")
            }
            #expect(try await owner.delete("/api/v1/endpoints/\(gone)").status == 404)
            try await service.product.store.eraseExpired(at: service.clock.now)
            #expect(try service.countOfCaptures() == 60)
            #expect(try await owner.captures(of: kept, "?limit=100").count == 60)
        }
    }
}
