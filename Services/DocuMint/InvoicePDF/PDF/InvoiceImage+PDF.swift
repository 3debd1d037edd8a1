extension InvoiceImage {
    /// The name of the image with a number in the resources of a page.
    static func resourceName(_ number: Int) -> String { "Im\(number + 1)" }

    /// How opaque each pixel is; `nil` when all are.
    var alpha: [UInt8]? {
        guard case .samples(_, _, let alpha) = content else { return nil }
        return alpha
    }

    /// Writes the image (ISO 32000-1 §8.9.5) and its transparency (§11.6.5.3).
    func write(to writer: inout PDFWriter) -> PDFReference {
        switch content {
        case .jpeg(let file, let components):
            writer.writeStream(file, entries: entries(components: components), filter: .jpeg)
        case .deflated(let rows, let components):
            writer.writeStream(
                rows,
                entries: entries(components: components)
                    + "/DecodeParms << /Predictor 15 /Colors \(components) /BitsPerComponent 8 /Columns \(width) >> ",
                filter: .deflated
            )
        case .samples(let samples, let components, nil):
            writer.writeStream(samples, entries: entries(components: components))
        case .samples(let samples, let components, let alpha?):
            writer.writeStream(
                samples,
                entries: entries(components: components) + "/SMask \(writer.writeStream(alpha, entries: entries(components: 1))) "
            )
        }
    }

    private func entries(components: Int) -> String {
        let space = components == 1 ? "DeviceGray" : "DeviceRGB"
        return "/Type /XObject /Subtype /Image /Width \(width) /Height \(height) /ColorSpace /\(space) /BitsPerComponent 8 "
    }
}
