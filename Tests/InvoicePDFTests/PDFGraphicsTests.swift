import TestKit
import Testing

@testable import InvoicePDF

@Suite("What is drawn besides text")
struct PDFGraphicsTests {
    @Test("are images as they came, each once in the file, with their transparency")
    func images() async throws {
        let pdf = try LaidOutSample.pdf()
        let images = try await PDFTools.run("pdfimages", ["-list", "/dev/stdin"], on: pdf).split(separator: "\n").dropFirst(2)
            .map { $0.split(separator: " ").map(String.init) }
        #expect(
            images.map { $0[2...8].joined(separator: " ") } == [
                "image 2 2 rgb 3 8 image", "smask 2 2 gray 1 8 image", "image 2 1 gray 1 8 image", "image 8 8 gray 1 8 jpeg",
            ]
        )
        let file = try await PDFObjects(of: pdf)
        #expect(file.all(containing: "/Subtype /Image").count == 4)
        #expect(!file.text.contains("/Interpolate"))
    }

    @Test("names the space in which colours are mixed, on pages with transparency only")
    func transparency() async throws {
        let pages = try await PDFObjects(of: LaidOutSample.pdf()).pages
        #expect(pages.map { $0.text.contains("/Group <<\n    /CS /DeviceRGB\n    /S /Transparency\n  >>") } == [true, false])
    }

    @Test("is painted where it belongs: image, box, code module by module")
    func pixels() async throws {
        let pdf = try LaidOutSample.pdf { invoice in
            invoice.isDemo = false
            invoice.pageWidth = 100
            invoice.pageHeight = 200
            let code = QRCode(version: 1, level: .low, mask: 0, modules: (0..<441).map { ($0 * $0 / 3) % 2 == 0 })
            let marks: [Mark.Content] = [
                .code(code, Mark.Box(x: 10, y: 20, width: 42, height: 42)),
                .box(Mark.Box(x: 10, y: 80, width: 10, height: 10), ink: Ink(level: 0.5)),
                .image(0, Mark.Box(x: 60, y: 80, width: 20, height: 20)),
            ]
            invoice.pages = [Page(rows: [(top: 5, row: Row(height: 0, marks: marks.map { Mark(content: $0, element: nil) }))])]
        }
        let picture = try #require(try await Picture(of: pdf, dotsPerInch: 360))
        #expect((picture.width, picture.height) == (500, 1_000))
        for row in 0..<21 {
            for column in 0..<21 {
                let isDark = ((row * 21 + column) * (row * 21 + column) / 3) % 2 == 0
                #expect(
                    picture.color(x: 10 + 2 * Double(column) + 1, y: 25 + 2 * Double(row) + 1) == (isDark ? [0, 0, 0] : [255, 255, 255])
                )
            }
        }
        #expect(picture.color(x: 15, y: 90).allSatisfy { (126...129).contains($0) })
        #expect(picture.color(x: 15, y: 96) == [255, 255, 255])
        #expect(picture.color(x: 62, y: 87) == [255, 0, 0])
        #expect(picture.color(x: 78, y: 103) == [255, 255, 255])
    }

    @Test("writes greys as greys and colours as colours")
    func inks() async throws {
        let lines = try await PDFObjects(of: LaidOutSample.pdf()).contents[0]
        #expect(lines.contains("0.06 0.38 1 rg") && lines.contains("0.13 g"))
    }

    @Test("is a page of any length, as receipt printers want", arguments: [(226.77, 340.5), (226.77, 14_000)])
    func pageSize(width: Double, height: Double) async throws {
        let pdf = try LaidOutSample.pdf { invoice in
            invoice.pageWidth = width
            invoice.pageHeight = height
        }
        let text = try await PDFTools.run("pdfinfo", on: pdf)
        #expect(text.contains("Page size:       \(PDFText.number(width)) x \(PDFText.number(height)) pts"))
        #expect(try await PDFTools.faults(of: pdf) == nil)
    }

    @Test("is not there for an image that is missing")
    func missingImage() async throws {
        #expect(try await PDFTools.faults(of: LaidOutSample.pdf { $0.images = [] }) == nil)
    }
}

/// The first page of a file, painted by poppler.
struct Picture {
    let width: Int
    let height: Int
    private let samples: ArraySlice<UInt8>
    private let scale: Double

    init?(of pdf: [UInt8], dotsPerInch: Int) async throws {
        let output = try await runTool("pdftoppm", ["-r", "\(dotsPerInch)", "-f", "1", "-l", "1", "/dev/stdin"], input: pdf).output
        guard let head = String(decoding: output.prefix(32), as: UTF8.self).prefixMatch(of: /P6\n(\d+) (\d+)\n255\n/),
            let width = Int(head.1), let height = Int(head.2)
        else { return nil }
        self.width = width
        self.height = height
        samples = output.dropFirst(head.0.utf8.count)
        scale = Double(dotsPerInch) / 72
    }

    /// Red, green and blue at a place in points from the upper left corner.
    func color(x: Double, y: Double) -> [UInt8] {
        let start = samples.startIndex + 3 * (Int(y * scale) * width + Int(x * scale))
        return Array(samples[start..<start + 3])
    }
}
