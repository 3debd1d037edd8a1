import TestKit

/// Programs of others that judge our files.
enum PDFTools {
    /// The text of a PDF, read by poppler's `pdftotext`.
    static func text(of pdf: [UInt8], _ arguments: [String] = ["-layout"]) async throws -> String {
        try await run("pdftotext", arguments + ["/dev/stdin", "-"], on: pdf)
    }

    /// What qpdf finds wrong with the structure of a PDF; `nil` when nothing.
    static func faults(of pdf: [UInt8]) async throws -> String? {
        let result = try await runTool("qpdf", ["--check", "/dev/stdin"], input: pdf)
        let isClean = result.status == 0 && result.errors.isEmpty && result.text.contains("No syntax or stream encoding errors found")
        return isClean ? nil : result.text + result.errorText
    }

    /// What a program prints that reads the PDF as `/dev/stdin`, which is a file.
    static func run(_ name: String, _ arguments: [String] = ["/dev/stdin"], on pdf: [UInt8]) async throws -> String {
        try await runTool(name, arguments, input: pdf).text
    }
}
