// What tests ask, so that nothing is missing and nothing is made up.
extension APIDescription {
    /// The routes that no operation describes.
    public func missing(from routes: [ServiceRouter.Route]) -> [ServiceRouter.Route] {
        let described = Set(operations.map(\.route))
        return routes.filter { !described.contains($0) }
    }

    /// The operations that no route carries out.
    public func unknown(to routes: [ServiceRouter.Route]) -> [Operation] {
        let known = Set(routes)
        return operations.filter { !known.contains($0.route) }
    }

    /// The errors that no operation answers with. `method_not_allowed` belongs to none: it says that there is no operation.
    public var unusedCodes: [ProblemCode] {
        let used = Set(operations.flatMap(\.allProblems) + [ProblemCode.methodNotAllowed])
        return codes.filter { !used.contains($0) }
    }

    /// What is wrong with the description itself, in words; empty if it is sound.
    public var faults: [String] { repeatedNames + operations.flatMap { faults(of: $0) } + ambiguousSchemas + unsetVariables }

    private var repeatedNames: [String] {
        let ids = Dictionary(grouping: operations, by: \.id).filter { $0.value.count > 1 }.keys.sorted()
        let routes = Dictionary(grouping: operations, by: \.route).filter { $0.value.count > 1 }.keys
        return ids.map { "the id \($0) is used twice" } + routes.map { "\($0.path) is described twice for the same method" }
    }

    private func faults(of operation: Operation) -> [String] {
        var faults: [String] = []
        if operation.answers.isEmpty { faults.append("\(operation.id) answers nothing") }
        let inPath = Set(operation.allParameters.filter { $0.place == .path }.map(\.name))
        for parameter in operation.parameters where parameter.place == .path && !inPath.contains(parameter.name) {
            faults.append("\(operation.id) takes \(parameter.name), which is not in its path")
        }
        let known = Set(codes)
        for code in operation.allProblems where !known.contains(code) {
            faults.append("\(operation.id) fails with \(code.code), which is not in the catalogue")
        }
        return faults
    }

    private var ambiguousSchemas: [String] {
        let known = schemas
        var faults: Set<String> = []
        for schema in usedSchemas {
            for (name, definition) in schema.definitions where known[name]?.json != definition.json {
                faults.insert("there are two schemas with the name \(name)")
            }
        }
        return faults.sorted()
    }

    /// The variables that an example needs before another one has captured them. Those of the keys are whoever runs the examples'.
    private var unsetVariables: [String] {
        var known: Set<String> = ["API_KEY", "SDK_KEY"]
        var faults: [String] = []
        for operation in operations {
            for name in operation.exampleVariables where !known.contains(name) {
                faults.append("the example of \(operation.id) needs $\(name), which no example before it captures")
            }
            known.formUnion(operation.sample.captures.keys)
        }
        return faults
    }
}

extension Operation {
    /// The route that carries it out.
    var route: ServiceRouter.Route { ServiceRouter.Route(method: method, path: path) }
}
