/// Gathers what is wrong with a definition while it is read and compiled, so that all of it is reported at once.
struct FaultCollector {
    private var faults: [DefinitionFault] = []
    private var faultyPaths: Set<FieldPath> = []

    /// Notes a fault, unless one is known at the same place or around it: what stands in for an unreadable part is not to be blamed again.
    mutating func add(_ problem: DefinitionFault.Problem, at path: FieldPath) {
        let isKnown = (0...path.steps.count).contains { faultyPaths.contains(FieldPath(steps: Array(path.steps.prefix($0)))) }
        guard !isKnown else { return }
        faultyPaths.insert(path)
        faults.append(DefinitionFault(path: path, problem: problem))
    }

    /// Throws if anything was noted.
    func check() throws(DefinitionError) {
        guard faults.isEmpty else { throw DefinitionError(faults: faults) }
    }
}
