/// The font files that invoices are set in.
public struct InvoiceFonts: Sendable, Hashable {
    /// For running text.
    public var regular: FontFile
    /// For names, titles and totals.
    public var bold: FontFile

    /// A pair of font files.
    public init(regular: FontFile, bold: FontFile) {
        self.regular = regular
        self.bold = bold
    }

    /// Noto Sans where Debian's package `fonts-noto-core` puts it.
    public static let notoSans = InvoiceFonts(
        regular: FontFile(path: "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"),
        bold: FontFile(path: "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf")
    )
}
