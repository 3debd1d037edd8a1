/// A picture, read and ready to be embedded: a PNG or JPEG file whose structure was checked.
///
/// Colours are taken as sRGB: gamma and ICC profiles of the file are ignored, and so is the Exif orientation of a JPEG.
public struct InvoiceImage: Sendable, Hashable {
    /// The largest file, in bytes.
    public static let maximumBytes = 1_048_576
    /// The largest number of pixels: 2048 × 2048, far more than a logo needs in print.
    public static let maximumPixels = 4_194_304
    /// The longest side, in pixels.
    public static let maximumSide = 16_384

    /// In pixels.
    let width: Int
    /// In pixels.
    let height: Int
    /// What the file holds.
    let content: Content

    enum Content: Sendable, Hashable {
        /// A JPEG file as it is, with 1 (grey) or 3 (colour) components of 8 bits: the filter DCTDecode of PDF reads it.
        case jpeg([UInt8], components: Int)
        /// Rows from the top of 8-bit samples, 1 (grey) or 3 (RGB) a pixel; `alpha` has one sample a pixel, if not all are opaque.
        case samples([UInt8], components: Int, alpha: [UInt8]?)
        /// The same rows without alpha, each with a PNG filter before it, in the zlib format (RFC 1950): FlateDecode reads it with
        /// `/Predictor 15`, `/Colors` as `components`, `/BitsPerComponent 8` and `/Columns` as the width.
        case deflated([UInt8], components: Int)
    }
}

extension InvoiceImage {
    /// Reads a PNG or JPEG file, which its first bytes tell apart.
    ///
    /// - Throws: what is wrong with the file, and what is accepted instead.
    public init(decoding bytes: [UInt8]) throws(ImageError) {
        guard bytes.count <= Self.maximumBytes else { throw .tooManyBytes }
        switch ImageFormat(signatureOf: bytes) {
        case .png: self = try PNGFile(parsing: bytes).image()
        case .jpeg: self = try JPEGFile(parsing: bytes).image()
        case nil: throw .unknownFormat
        }
    }

    /// Reads a `data:` URI (RFC 2397) of the type `image/png` or `image/jpeg` in base64 (RFC 4648 §4, padded; line breaks and spaces
    /// are skipped).
    ///
    /// - Throws: what is wrong with the URI or the file in it; among that a type that is not the file's.
    public init(dataURI: String) throws(ImageError) {
        let (format, bytes) = try ImageFormat.dataURI(dataURI)
        guard bytes.count <= Self.maximumBytes else { throw .tooManyBytes }
        guard ImageFormat(signatureOf: bytes) == format else { throw .typeIsNotTheContents }
        try self.init(decoding: bytes)
    }

    static func check(width: Int, height: Int) throws(ImageError) {
        guard (1...maximumSide).contains(width), (1...maximumSide).contains(height), width * height <= maximumPixels else {
            throw .tooManyPixels
        }
    }
}
