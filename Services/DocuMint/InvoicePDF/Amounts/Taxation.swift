/// The tax of an invoice: what its items, discount and shipping are without tax, and the tax of each category and rate.
///
/// All amounts are in the smallest unit of the currency.
struct Taxation {
    /// In the order in which they are printed.
    private(set) var groups: [(tax: LineTax, group: TaxedGroup)] = []
    /// The items without tax, in their order.
    private(set) var nets: [Int128]
    private(set) var linesTotal: Int128 = 0
    private(set) var discount: Int128 = 0
    private(set) var shipping: Int128 = 0
    private(set) var taxTotal: Int128 = 0

    var netTotal: Int128 { linesTotal - discount + shipping }
    var total: Int128 { netTotal + taxTotal }

    /// Divides discount and shipping in proportion to what they belong to, and taxes each group.
    ///
    /// `nil` when a sum does not fit in 64 bits.
    ///
    /// - Parameters:
    ///   - discount: as the request counts, as are the amounts of the items; at most their sum.
    ///   - shipping: as the request counts.
    init?(of items: [PricedItem], discount: Int128, shipping: Int128, under terms: AmountTerms) {
        let members = Dictionary(grouping: items.indices) { items[$0].tax }.sorted { $0.key < $1.key }
        let sums = members.map { _, members in members.reduce(0) { $0 + items[$1].amount } }
        guard Self.fit(sums) else { return nil }
        nets = items.map(\.amount)
        let discounts = Self.split(discount, over: sums)
        let shippings = Self.split(shipping, over: sums)
        for (index, (tax, members)) in members.enumerated() {
            let group = TaxedGroup(
                amounts: members.map { items[$0].amount },
                discount: discounts[index],
                shipping: shippings[index],
                rate: tax.rate,
                under: terms
            )
            for (member, net) in zip(members, group.nets) { nets[member] = net }
            add(group, of: tax)
        }
        guard Self.fit(groups.flatMap { [$0.group.basis, $0.group.tax] }), Self.fit([linesTotal, netTotal, taxTotal, total]) else {
            return nil
        }
    }

    private mutating func add(_ group: TaxedGroup, of tax: LineTax) {
        groups.append((tax, group))
        linesTotal += group.nets.reduce(0, +)
        discount += group.discount
        shipping += group.shipping
        taxTotal += group.tax
    }

    /// Divides an amount in proportion to sums. Only those with the sign of the whole take part: shipping belongs to what is sent, not to
    /// what comes back. If all are zero, the first takes it.
    private static func split(_ amount: Int128, over sums: [Int128]) -> [Int128] {
        let sign: Int128 = sums.reduce(0, +) < 0 ? -1 : 1
        let weights = sums.map { max($0 * sign, 0) }
        let whole = weights.reduce(0, +)
        guard whole > 0 else { return sums.indices.map { $0 == 0 ? amount : 0 } }
        return amount.apportioned(to: weights.map { amount * $0 }, over: whole)
    }

    private static func fit(_ amounts: [Int128]) -> Bool {
        amounts.allSatisfy { Int64(exactly: $0) != nil }
    }
}
