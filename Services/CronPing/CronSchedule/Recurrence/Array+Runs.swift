extension [Int] {
    /// Ascending numbers as stretches of neighbours: 1, 2, 3 and 7 are 1 to 3 and 7 to 7.
    var runs: [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for value in self {
            if let run = runs.last, run.upperBound + 1 == value {
                runs[runs.count - 1] = run.lowerBound...value
            } else {
                runs.append(value...value)
            }
        }
        return runs
    }
}
