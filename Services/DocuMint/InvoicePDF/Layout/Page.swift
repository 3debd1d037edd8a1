/// One page: rows, each with the distance of its top from the top of the page, in points.
struct Page: Sendable {
    var rows: [(top: Double, row: Row)] = []
}
