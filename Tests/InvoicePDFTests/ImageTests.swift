import Testing

@testable import InvoicePDF

@Suite("Pictures")
struct ImageTests {
    @Test("in PNG have the samples of their pixels, whatever their kind", arguments: ImageFixtures.pngs)
    func png(fixture: ImageFixtures.PNG) throws {
        let image = try InvoiceImage(dataURI: "data:image/png;base64," + fixture.base64)
        #expect(image.width == fixture.width && image.height == fixture.height)
        #expect(image.pixels == fixture.pixels, "\(fixture.name)")
    }

    @Test("in PNG of 8 bits without alpha go into the file as they are")
    func deflated() throws {
        for fixture in ImageFixtures.pngs {
            let image = try InvoiceImage(dataURI: "data:image/png;base64," + fixture.base64)
            if case .deflated = image.content {
                #expect(["RGB", "L"].contains(fixture.name))
            } else {
                #expect(!["RGB", "L"].contains(fixture.name))
            }
        }
    }

    @Test("without transparent pixels have no alpha")
    func opaque() throws {
        let image = try InvoiceImage(decoding: ImageFixtures.makePNG(color: 6, rows: [0, 1, 2, 3, 255, 4, 5, 6, 255], width: 2, height: 1))
        #expect(image.content == .samples([1, 2, 3, 4, 5, 6], components: 3, alpha: nil))
    }

    @Test("in JPEG go into the file as they are, less what follows their end", arguments: ["baseline", "grey", "progressive", "restarts"])
    func jpeg(name: String) throws {
        let bytes = try ImageFixtures.jpeg(name)
        let image = try InvoiceImage(decoding: bytes + [1, 2, 3])
        #expect(image.content == .jpeg(bytes, components: name == "grey" ? 1 : 3))
        #expect(image.width == 7 && image.height == 5)
    }

    @Test("in CMYK, in rare kinds of JPEG and of other formats are refused with what to do")
    func refusals() throws {
        #expect(throws: ImageError.fourColorJPEG) { try InvoiceImage(decoding: ImageFixtures.jpeg("cmyk")) }
        var jpeg = try ImageFixtures.jpeg("baseline")
        let frame = try #require(jpeg.indices.dropLast().first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
        jpeg[frame + 4] = 12
        #expect(throws: ImageError.unsupportedJPEG) { try InvoiceImage(decoding: jpeg) }
        jpeg[frame + 1] = 0xC9
        #expect(throws: ImageError.unsupportedJPEG) { try InvoiceImage(decoding: jpeg) }
        for other in ["GIF89a", "RIFF\0\0\0\0WEBP", "<svg xmlns", ""] {
            #expect(throws: ImageError.unknownFormat) { try InvoiceImage(decoding: Array(other.utf8)) }
        }
        #expect(ImageError.unknownFormat.message.contains("PNG nor JPEG"))
    }

    @Test("that are cut off anywhere are refused")
    func truncated() throws {
        let png = try #require([UInt8](base64: Array(ImageFixtures.pngs[0].base64.utf8)[...]))
        for length in 0..<png.count { #expect(throws: ImageError.self) { try InvoiceImage(decoding: Array(png[..<length])) } }
        let jpeg = try ImageFixtures.jpeg("progressive")
        for length in 0..<jpeg.count { #expect(throws: ImageError.self) { try InvoiceImage(decoding: Array(jpeg[..<length])) } }
    }

    @Test("in PNG with a wrong checksum, a filter that is none, or more or less data than their size says are refused")
    func damagedPNG() throws {
        var png = ImageFixtures.makePNG(color: 2, rows: [0, 1, 2, 3], width: 1, height: 1)
        _ = try InvoiceImage(decoding: png)
        png[18] ^= 1
        #expect(throws: ImageError.damagedPNG) { try InvoiceImage(decoding: png) }
        for rows: [UInt8] in [[5, 1, 2, 3], [0, 1, 2], [0, 1, 2, 3, 4], []] {
            for color: UInt8 in [2, 6] where color == 2 || rows.count != 5 {
                let png = ImageFixtures.makePNG(color: color, rows: rows, width: 1, height: 1)
                #expect(throws: ImageError.damagedPNG) { try InvoiceImage(decoding: png) }
            }
        }
        // A palette that is not there, and transparency of one.
        #expect(throws: ImageError.damagedPNG) {
            try InvoiceImage(decoding: ImageFixtures.makePNG(color: 3, rows: [0, 1], width: 1, height: 1))
        }
        let transparency = ImageFixtures.chunk("tRNS", [7])
        #expect(throws: ImageError.damagedPNG) {
            try InvoiceImage(decoding: ImageFixtures.makePNG(color: 3, rows: [0, 1], width: 1, height: 1, more: transparency))
        }
    }

    @Test("that are too large are refused before they are decompressed, and bombs where they burst")
    func bombs() {
        for (width, height) in [(2049, 2048), (0, 1), (1, 0), (16_385, 1), (0x7FFF_FFFF, 0x7FFF_FFFF), (0xFFFF_FFFF, 2)] {
            let png = ImageFixtures.makePNG(color: 2, rows: [], width: width, height: height)
            #expect(throws: ImageError.tooManyPixels) { try InvoiceImage(decoding: png) }
        }
        let bomb = ImageFixtures.makePNG(color: 6, rows: [UInt8](repeating: 0, count: 30_000_000), width: 16, height: 16)
        #expect(throws: ImageError.damagedPNG) { try InvoiceImage(decoding: bomb) }
        #expect(throws: ImageError.tooManyBytes) {
            try InvoiceImage(decoding: [UInt8](repeating: 0xFF, count: InvoiceImage.maximumBytes + 1))
        }
    }

    @Test("in a data URI need one of the two types, and the file must be of that type")
    func dataURI() throws {
        let base64 = ImageFixtures.pngs[0].base64
        let wrapped = base64.enumerated().map { $0.offset % 20 == 19 ? "\($0.element)\r\n " : "\($0.element)" }.joined()
        let image = try InvoiceImage(dataURI: "data:image/png;base64," + base64)
        #expect(try InvoiceImage(dataURI: "DATA:Image/PNG;Base64," + wrapped) == image)
        for prefix in ["", "data:image/gif;base64,", "data:image/png,", "data:image/png;charset=utf-8;base64,", "https://example.com/"] {
            #expect(throws: ImageError.notADataURI) { try InvoiceImage(dataURI: prefix + base64) }
        }
        #expect(throws: ImageError.typeIsNotTheContents) { try InvoiceImage(dataURI: "data:image/jpeg;base64," + base64) }
    }

    @Test(
        "in base64 that is not strict are refused",
        arguments: ["A", "AA", "AAA", "AA=", "AA==A", "AB==", "AAB=", "A===", "====", "AA-_", "AAAA=", "AAAA====", "ÄAAA", "AAA\0"]
    )
    func base64(text: String) {
        #expect([UInt8](base64: Array(text.utf8)[...]) == nil)
        #expect(throws: ImageError.notBase64) { try InvoiceImage(dataURI: "data:image/png;base64," + text) }
    }

    @Test("in base64 are read", arguments: [("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYmFy", "foobar")])
    func base64Read(text: String, decoded: String) {
        #expect([UInt8](base64: Array(text.utf8)[...]) == Array(decoded.utf8))
    }
}
