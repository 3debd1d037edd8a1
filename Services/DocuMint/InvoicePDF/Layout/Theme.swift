/// The measures of the design. Lengths are in points (1/72 inch).
struct Theme: Sendable {
    /// A4 (ISO 216), 210 × 297 mm.
    var pageWidth = 595.276
    var pageHeight = 841.89
    var margin = 56.0
    /// From the foot of the page to the lowest content.
    var bottomMargin = 72.0
    /// From the foot of the page to the baseline of the page number.
    var footerBaseline = 40.0
    /// From one baseline to the next.
    var leading = 13.5
    /// Between columns.
    var gutter = 18.0
    /// Above and below the text of a table row.
    var cellPadding = 6.0

    var title = TextStyle(weight: .bold, size: 25)
    var demo = TextStyle(weight: .bold, size: 25, ink: Ink(level: 0.72))
    var body = TextStyle(size: 9)
    var strong = TextStyle(weight: .bold, size: 9)
    var label = TextStyle(size: 7.5, ink: .secondary)
    var detail = TextStyle(size: 9, ink: .secondary)
    var total = TextStyle(weight: .bold, size: 11.5)
    /// How wide the totals are.
    var totalsWidth = 232.0
    /// The largest share of the page width that the columns of numbers take; they shrink before they take more.
    var numberShare = 0.6

    var contentWidth: Double { pageWidth - 2 * margin }
    var right: Double { pageWidth - margin }
    var contentBottom: Double { pageHeight - bottomMargin }

    static let classic = Theme()
}
