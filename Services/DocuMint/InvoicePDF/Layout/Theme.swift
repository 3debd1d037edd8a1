/// The measures of a design on its paper. Lengths are in points (1/72 inch).
struct Theme: Sendable {
    let template: InvoiceAppearance.Template
    let palette: Palette
    var pageWidth: Double
    var pageHeight: Double
    /// Measures that follow the size of the paper are multiplied by it; 1 for A4.
    let scale: Double

    /// At both sides.
    var margin: Double
    /// Above the first line.
    var topMargin: Double
    /// From the foot of the page to the lowest content.
    var bottomMargin: Double
    /// From the foot of the page to the baseline of the page number.
    var footerBaseline: Double
    /// From one baseline to the next.
    var leading: Double
    /// Between columns.
    var gutter: Double

    var title: TextStyle
    var body: TextStyle
    var strong: TextStyle
    var label: TextStyle
    var detail: TextStyle
    var total: TextStyle
    /// Heads of the sections.
    var sectionHead: TextStyle
    /// Above names and addresses.
    var partyHead: TextStyle
    var table: TableStyle

    /// How the table of positions and the totals look.
    struct TableStyle: Sendable {
        var head: TextStyle
        /// Above and below the text of a row.
        var padding: Double
        /// Between columns.
        var gutter: Double
        /// From the edges of the table to its text.
        var inset = 0.0
        /// Behind the head; `nil` is nothing.
        var headFill: Ink?
        /// Below the head; `nil` is nothing.
        var headRule: Ink?
        /// Below each position; `nil` is nothing.
        var rowRule: Ink?
        /// Behind the last row of the totals; `nil` is nothing.
        var totalFill: Ink?
        /// Whether there is a double rule below the last row of the totals.
        var closesWithDoubleRule = false
    }

    /// The largest share of the page width that the columns of numbers take; they shrink before they take more.
    let numberShare = 0.62

    /// From a name to the value below it.
    var labelLeading: Double { leading * 0.92 }
    var contentWidth: Double { pageWidth - 2 * margin }
    var right: Double { pageWidth - margin }
    var contentBottom: Double { pageHeight - bottomMargin }
    /// How wide the totals are.
    var totalsWidth: Double { min(contentWidth, 232 * scale) }
    /// The same between their insets.
    var totalsTextWidth: Double { totalsWidth - 2 * table.inset }
}
