/// The font files that invoices are set in.
public struct InvoiceFonts: Sendable, Hashable {
    /// For running text.
    public var regular: FontFile
    /// For names, titles and totals.
    public var bold: FontFile
    /// Where `NotoSansArabic-Regular.ttf` and the fonts of other single scripts are, for characters that ``regular`` and ``bold`` lack.
    /// Default: none. Files that are not there are passed over.
    public var scriptFolder: String?
    /// Where `NotoSansCJK-Regular.ttc` is, for Chinese, Japanese and Korean. Default: none. A file that is not there is passed over.
    public var cjkFolder: String?

    /// A pair of font files, and folders with fonts for what they lack.
    public init(regular: FontFile, bold: FontFile, scriptFolder: String? = nil, cjkFolder: String? = nil) {
        self.regular = regular
        self.bold = bold
        self.scriptFolder = scriptFolder
        self.cjkFolder = cjkFolder
    }

    /// Noto Sans and its relatives where Debian's packages `fonts-noto-core` and `fonts-noto-cjk` put them. Of these files only
    /// Noto Sans itself must be there.
    public static let notoSans = InvoiceFonts(
        regular: FontFile(path: "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"),
        bold: FontFile(path: "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf"),
        scriptFolder: "/usr/share/fonts/truetype/noto",
        cjkFolder: "/usr/share/fonts/opentype/noto"
    )
}
