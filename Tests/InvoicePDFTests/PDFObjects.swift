import TestKit

/// The objects of a file with nothing compressed, as qpdf writes them: one entry a line, in the order of the alphabet.
struct PDFObjects {
    let text: String
    /// By number; streams with their content.
    let objects: [Int: String]

    init(of pdf: [UInt8]) async throws {
        let arguments = ["--qdf", "--object-streams=disable", "--no-original-object-ids", "/dev/stdin", "-"]
        let output = try await runTool("qpdf", arguments, input: pdf).output
        // Bytes above 127 of streams become characters of their own.
        text = String(String.UnicodeScalarView(output.map { Unicode.Scalar($0) }))
        var objects: [Int: String] = [:]
        for part in text.split(separator: "\nendobj") {
            guard let head = part.firstMatch(of: /(?:^|\n)(\d+) 0 obj\n/), let number = Int(head.1) else { continue }
            objects[number] = String(part[head.range.upperBound...])
        }
        self.objects = objects
    }

    /// The numbers of the objects that contain a text, in ascending order.
    func numbers(containing part: String) -> [Int] {
        objects.filter { $0.value.contains(part) }.keys.sorted()
    }

    /// The objects that contain a text.
    func all(containing part: String) -> [String] {
        numbers(containing: part).compactMap { objects[$0] }
    }

    /// The number that an entry of an object refers to.
    func reference(_ entry: String, of object: String) -> Int? {
        object.split(separator: "\n").lazy.compactMap { line -> Int? in
            let words = line.split(separator: " ")
            return words.count == 4 && words[0] == "/\(entry)" && words[3] == "R" ? Int(words[1]) : nil
        }.first
    }

    /// The pages, in their order.
    var pages: [(number: Int, text: String)] {
        let kids = all(containing: "/Type /Pages").first?.matches(of: /(\d+) 0 R/).compactMap { Int($0.1) } ?? []
        return kids.compactMap { number in objects[number].map { (number, $0) } }
    }

    /// The operators of each page, a line each.
    var contents: [[String]] {
        pages.map { page in
            let stream = reference("Contents", of: page.text).flatMap { objects[$0] } ?? ""
            return stream.split(separator: "\n").map(String.init).drop { $0 != "stream" }.dropFirst().prefix { $0 != "endstream" }.map {
                $0
            }
        }
    }
}
