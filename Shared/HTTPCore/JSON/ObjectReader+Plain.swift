extension ObjectReader {
    /// Refuses control characters, which do not belong in texts for people.
    ///
    /// - Parameter exceptions: those that are allowed.
    public func checkPlain(_ text: String?, at path: JSONPath, except exceptions: String = "") {
        guard let text else { return }
        let isRefused: (Unicode.Scalar) -> Bool = { scalar in
            scalar.properties.generalCategory == .control && !exceptions.unicodeScalars.contains(scalar)
        }
        if text.unicodeScalars.contains(where: isRefused) {
            fault(at: path, .notAllowed, "must not contain \(exceptions.isEmpty ? "line breaks or other " : "")control characters")
        }
    }
}
