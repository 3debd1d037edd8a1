import FoundationEssentials
import HTTPTypes
import Hummingbird
import Testing

@testable import HTTPCore

/// The catalogue against the sources: a code that is made somewhere and listed nowhere would have no page and no description.
@Suite("The catalogue of errors")
struct ErrorCatalogueTests {
    @Test func `has every code that the shared rooms make`() throws {
        let made = try Sources.files(in: "Shared").flatMap(\.codes)
        #expect(made.count > 20)
        #expect(made.map(\.code).sorted() == ProblemCode.shared.map(\.code).sorted())
    }

    @Test func `has every code that a product makes in the product's list`() throws {
        for product in try Sources.folders(in: "Services") {
            let sources = try Sources.files(in: "Services/\(product)")
            let made = sources.flatMap(\.codes).map(\.member)
            #expect(made.sorted() == sources.flatMap(\.listedErrors).sorted(), "\(product)")
        }
    }

    @Test func `has no code twice, and each is words joined by underscores`() throws {
        let codes = try (Sources.files(in: "Shared") + Sources.files(in: "Services")).flatMap(\.codes).map(\.code)
        #expect(Set(codes).count == codes.count)
        for code in codes { #expect(code.wholeMatch(of: /[a-z]+(?:_[a-z]+)*/) != nil, "\(code)") }
    }

    @Test func `makes codes only where they can be found: as static members, with the code as a literal`() throws {
        for source in try Sources.files(in: "Shared") + Sources.files(in: "Services") {
            #expect(source.text.matches(of: /ProblemCode\(\s*"/).count == source.codes.count, "\(source.path)")
        }
    }

    @Test func `says of each what it is and what to do, as sentences`() {
        for entry in ProblemCode.shared {
            #expect(!entry.title.isEmpty && !entry.title.hasSuffix("."), "\(entry.code)")
            #expect(entry.advice.count > 20 && entry.advice.hasSuffix(".") && !entry.advice.contains("\n"), "\(entry.code)")
            #expect(entry.status.code >= 400, "\(entry.code)")
        }
    }

    @Test func `explains every code of a fault that the shared rooms make`() throws {
        let made = Set(try Sources.files(in: "Shared").flatMap(\.faultCodes))
        let explained = InputFault.Code.explained.map(\.code.rawValue)
        #expect(made == Set(explained))
        #expect(Set(explained).count == explained.count)
        for (_, meaning) in InputFault.Code.explained { #expect(meaning.count > 10 && meaning.hasSuffix("."), "\(meaning)") }
    }

    @Test(arguments: [400, 401, 404, 405, 408, 409, 413, 415, 429, 431, 503])
    func `has an entry for each status that a library may throw`(status: Int) throws {
        let problem = try #require(Problem(HTTPError(HTTPResponse.Status(code: status), message: "No.")))
        #expect(problem.code.status.code == status && problem.detail == "No.")
        #expect(ProblemCode.shared.contains(problem.code))
    }

    @Test(arguments: [402, 418, 500, 507])
    func `makes nothing up for a status that it lacks: that is a fault of the service`(status: Int) {
        #expect(Problem(HTTPError(HTTPResponse.Status(code: status), message: "No.")) == nil)
    }
}

/// A Swift file of this repository.
private struct Source {
    let path: String
    /// Its text without the lines that are comments.
    let text: String

    /// The codes that are made in it: the name of the static member, and the code.
    var codes: [(member: String, code: String)] {
        text.matches(of: /static let (\w+) = ProblemCode\(\s*"([^"]*)"/).map { (String($0.1), String($0.2)) }
    }

    /// The members in the list of a product's errors.
    var listedErrors: [String] {
        text.matches(of: /static let errors: \[ProblemCode\] = \[([^\]]*)\]/).flatMap { list in
            list.1.matches(of: /\.(\w+)/).map { String($0.1) }
        }
    }

    /// The codes of faults that are made in it: as members, and as literals where a fault is made.
    var faultCodes: [String] {
        let members = text.matches(of: /[ .]Code = "([^"]*)"/).map { String($0.1) }
        let noted = text.matches(of: /fault\(\s*(?:at: [^,\n]+|"[^"\n]*"|\w+),\s*"([a-z_]+)"/).map { String($0.1) }
        let thrown = text.matches(of: /InvalidInput\(\s*"([a-z_]+)"/).map { String($0.1) }
        let listed = text.matches(of: /InputFault\([^"]*(?:"[^"]*"[^"]*)?code: "([a-z_]+)"/).map { String($0.1) }
        return members + noted + thrown + listed
    }
}

private enum Sources {
    /// The folder of the repository, which this file is three levels below.
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The Swift files below a folder.
    static func files(in folder: String) throws -> [Source] {
        let folder = root.appending(path: folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        return try paths.sorted().map { path in
            let text = String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
            let lines = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
            return Source(path: path, text: lines.joined(separator: "\n"))
        }
    }

    /// The folders in a folder.
    static func folders(in folder: String) throws -> [String] {
        let path = root.appending(path: folder).path
        return try FileManager.default.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }.sorted()
    }
}
