import HTTPCore
import HTTPTypes
import NIOCore
import Testing

@Suite struct EntityTagTests {
    private let tag = EntityTag(of: ByteBuffer(string: "content"))

    @Test func `the same content has the same tag, and other content another one`() {
        #expect(tag == EntityTag(of: ByteBuffer(string: "content")))
        #expect(tag != EntityTag(of: ByteBuffer(string: "Content")))
        #expect(tag.text.wholeMatch(of: /"[0-9a-f]{32}"/) != nil)
    }

    @Test func `quotes and weakness make no difference`() {
        for text in [tag.text, "W/\(tag.text)", String(tag.text.dropFirst().dropLast())] { #expect(EntityTag(text) == tag) }
        for text in ["", "\"", "W/", "\"\"", tag.text + "x"] { #expect(EntityTag(text) != tag) }
    }

    @Test func `a client knows it if it is in the list, or says that it knows everything`() {
        for field in [tag.text, "W/\(tag.text)", "\"a\", \(tag.text)", "\"a\",\t\(tag.text) ,\"b\"", "*", " * "] {
            #expect(tag.isKnown(by: [.ifNoneMatch: field]), "\(field)")
        }
        for field in ["", "\"a\"", "\"a\", \"b\"", ",", "**"] { #expect(!tag.isKnown(by: [.ifNoneMatch: field]), "\(field)") }
        #expect(!tag.isKnown(by: [:]))
    }
}
