/// Items that each belong to an owner, in the order of their numbers. Owners and items count from 0.
struct Chains {
    private var firsts: [Int?]
    private var lasts: [Int?]
    private var nexts: [Int?] = []

    init(ownerCount: Int) {
        firsts = Array(repeating: nil, count: ownerCount)
        lasts = firsts
    }

    /// Adds the next item.
    mutating func append(to owner: Int) {
        let item = nexts.count
        nexts.append(nil)
        if let last = lasts[owner] { nexts[last] = item } else { firsts[owner] = item }
        lasts[owner] = item
    }

    func first(of owner: Int) -> Int? { firsts[owner] }

    /// The next item of the same owner.
    func next(after item: Int) -> Int? { nexts[item] }
}
