import HTTPCore
import Testing

@testable import WebhookVaultService

@Suite struct MultipartFormTests {
    /// A form of these parts, each from its first header field on.
    private func form(
        _ parts: [String],
        contentType: String = "multipart/form-data; boundary=AaB",
        boundary: String = "AaB"
    ) throws -> MultipartForm {
        let body = parts.map { "--\(boundary)\r\n\($0)\r\n" }.joined() + "--\(boundary)--\r\n"
        return try #require(MultipartForm(Array(body.utf8), contentType: ParameterizedValue(ArraySlice(contentType.utf8))))
    }

    @Test(
        "a file's name is what was written",
        arguments: [
            (#"filename="a;b.txt""#, "a;b.txt"), (#"filename="say \"hi\".txt""#, #"say "hi".txt"#), (#"filename="a\\b""#, #"a\b"#),
            (#"filename="C:\temp\a.txt""#, #"C:\temp\a.txt"#), ("FILENAME=a.txt", "a.txt"), ("filename=a.txt ;x=1", "a.txt"),
            (#"filename="""#, ""), (#"filename="without end; x"#, "without end; x"), (#"x="; filename=no"; filename=yes"#, "yes"),
            (#"filename="a" b; filename=c"#, "a"),
        ]
    )
    func fileName(parameter: String, name: String) throws {
        let file = try form(["Content-Disposition: form-data; name=f; \(parameter)\r\n\r\nabc"]).files.json["f"]
        #expect(file?["filename"] == .string(name))
        #expect(file?["size"] == 3)
    }

    @Test(
        "a boundary may be quoted, and then hold anything",
        arguments: [
            ("multipart/form-data; boundary=AaB", "AaB"), ("Multipart/Form-Data;charset=utf-8;Boundary=\"AaB\"", "AaB"),
            (#"multipart/form-data; boundary="a;b""#, "a;b"), (#"multipart/form-data; x="boundary=no"; boundary="a\"b=c""#, "a\"b=c"),
        ]
    )
    func boundary(contentType: String, boundary: String) throws {
        let part = "content-disposition: form-data; name=\"a\"\r\n\r\n1"
        #expect(try form([part], contentType: contentType, boundary: boundary).fields.json == ["a": "1"])
    }

    @Test(
        "what is no form in parts",
        arguments: [
            "", "text/plain; boundary=AaB", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-datas; boundary=AaB",
        ]
    )
    func otherTypes(contentType: String) {
        #expect(MultipartForm(Array("--AaB\r\n\r\n\r\n--AaB--".utf8), contentType: ParameterizedValue(ArraySlice(contentType.utf8))) == nil)
    }

    @Test func `names that repeat have arrays, in order`() throws {
        let fields = try form(["a", "b", "a"].enumerated().map { "Content-Disposition: form-data; name=\($1)\r\n\r\n\($0)" }).fields.json
        #expect(fields == ["a": ["0", "2"], "b": "1"])
    }

    @Test func `marks without end are a text like any other, but no part's head`() throws {
        let (few, marks) = (String(repeating: "\u{301}", count: 5_000), String(repeating: "\u{301}", count: 100_000))
        let fields = try form([
            "Content-Disposition: form-data; name=\"\(marks)\"\r\n\r\nleft out",
            "X-\(marks): 1\r\nContent-Disposition: form-data; name=b\r\n\r\nleft out",
            "Content-Disposition: form-data; name=c\r\n\r\n\(marks)",
            "Content-Disposition: form-data; name=\"\(few)\"\r\n\r\nkept",
        ]).fields.json
        #expect(fields.map { $0.name.utf8.count } == [1, 10_000])
        #expect(fields["c"]?.stringValue?.utf8.count == 200_000)
    }
}
