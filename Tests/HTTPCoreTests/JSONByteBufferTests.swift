import HTTPCore
import NIOCore
import Testing

@Suite("JSON in byte buffers")
struct JSONByteBufferTests {
    @Test("reads the readable bytes and leaves the buffer as it was")
    func reads() throws {
        var buffer = ByteBuffer(string: "x[1,2]")
        buffer.moveReaderIndex(forwardBy: 1)
        #expect(try JSONParser.parse(buffer) == [1, 2])
        #expect(buffer.readableBytes == 5)
        #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(ByteBuffer()) }
    }

    @Test("appends to what is there")
    func writes() {
        var buffer = ByteBuffer(string: "data: ")
        (["a": "\n"] as JSONValue).serialized(into: &buffer)
        #expect(String(buffer: buffer) == #"data: {"a":"\n"}"#)
    }
}
