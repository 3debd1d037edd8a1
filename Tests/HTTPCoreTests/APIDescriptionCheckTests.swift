import HTTPTypes
import Testing

@testable import HTTPCore

@Suite("Checks of an API description")
struct APIDescriptionCheckTests {
    @Test func `routes without a description and descriptions without a route are found`() {
        let routes = Things.api.operations.map(\.route)
        #expect(Things.api.missing(from: routes).isEmpty && Things.api.unknown(to: routes).isEmpty)
        let other = ServiceRouter.Route(method: .get, path: "/hook/{token}/**")
        #expect(Things.api.missing(from: routes + [other]) == [other])
        #expect(Things.api.unknown(to: Array(routes.dropFirst())).map(\.id) == ["createThing"])
    }

    @Test func `what is wrong with a description is found`() {
        let variables = [("receive", "TOKEN"), ("preflight", "TOKEN"), ("ping", "TOKEN"), ("badge", "KEY")]
        #expect(Things.api.faults == variables.map { "the example of \($0) needs $\($1), which no example before it captures" })
        var api = Things.api
        api.operations = [Things.show, Things.create, Things.create]
        api.operations.append(Operation(.get, "/a", id: "a", in: "A", "A").taking(.path("b", .string(), "B")))
        let other = JSONSchema.named("Thing", .string())
        api.operations.append(Operation(.get, "/c", id: "c", in: "A", "C").answering(.json(.ok, "C", other)))
        api.codes = ProblemCode.shared
        let faults = api.faults.joined(separator: "\n")
        for fault in [
            "the id createThing is used twice", "/things is described twice", "a answers nothing", "a takes b", "fails with teapot",
            "two schemas with the name Thing", "the example of showThing needs $THING_ID",
        ] {
            #expect(faults.contains(fault), "\(fault) in \(faults)")
        }
    }

    @Test func `an error that no operation answers with is found`() {
        var api = Things.api
        #expect(!api.unusedCodes.contains(Things.teapot) && !api.unusedCodes.contains(.methodNotAllowed))
        api.operations.removeFirst()
        #expect(api.unusedCodes.contains(Things.teapot))
    }
}
