/// Why a picture cannot be used.
public enum ImageError: Error, Hashable, Sendable {
    /// The text is no `data:` URI of a PNG or JPEG in base64.
    case notADataURI
    /// What follows `base64,` is not base64.
    case notBase64
    /// The type that the URI names is not that of the file in it.
    case typeIsNotTheContents
    /// Neither PNG nor JPEG.
    case unknownFormat
    /// The file is larger than ``InvoiceImage/maximumBytes``.
    case tooManyBytes
    /// A side is zero or longer than ``InvoiceImage/maximumSide``, or both make more than ``InvoiceImage/maximumPixels``.
    case tooManyPixels
    /// The PNG breaks its format: cut off, a wrong checksum, more or less data than its size says.
    case damagedPNG
    /// The JPEG breaks its format.
    case damagedJPEG
    /// A JPEG of four components, CMYK or YCCK, which PDF/A forbids beside sRGB.
    case fourColorJPEG
    /// A JPEG that PDF has no filter for: 12 bits a sample, lossless, hierarchical, or with arithmetic coding.
    case unsupportedJPEG

    /// One sentence that a person can act on.
    public var message: String {
        switch self {
        case .notADataURI: "the picture must be a data URI: \"data:image/png;base64,…\" or \"data:image/jpeg;base64,…\""
        case .notBase64: "what follows \"base64,\" is not base64 (RFC 4648, with \"+\", \"/\" and padding)"
        case .typeIsNotTheContents: "the data URI names another type than the picture has: say image/png for PNG, image/jpeg for JPEG"
        case .unknownFormat: "the picture is neither PNG nor JPEG: save it as one of them (GIF, WebP, SVG and others are not read)"
        case .tooManyBytes: "the picture has more than 1 MB (\(InvoiceImage.maximumBytes) bytes): save it with fewer pixels"
        case .tooManyPixels:
            """
            the picture must have 1 to \(InvoiceImage.maximumSide) pixels on each side, and at most \(InvoiceImage.maximumPixels) \
            (2048 × 2048) together
            """
        case .damagedPNG: "the PNG is damaged or cut off: save it again as PNG or JPEG"
        case .damagedJPEG: "the JPEG is damaged or cut off: save it again as JPEG or PNG"
        case .fourColorJPEG: "the JPEG is in CMYK, for printing presses: save it as RGB"
        case .unsupportedJPEG: "the JPEG is of a rare kind (12-bit, lossless or arithmetic): save it as a baseline JPEG or as PNG"
        }
    }
}
