/// The labels of a metric as they stand between braces: `method="GET",route="/"`.
struct Labels: Hashable {
    let text: String

    init(_ labels: KeyValuePairs<String, String>) {
        text = labels.map { "\($0.key)=\"\($0.value.escapedForMetrics(quotes: true))\"" }.joined(separator: ",")
    }

    /// With braces, or nothing if there are no labels.
    var braced: String { text.isEmpty ? "" : "{\(text)}" }

    /// With braces and one more label at the end.
    func braced(adding name: String, _ value: String) -> String {
        text.isEmpty ? "{\(name)=\"\(value)\"}" : "{\(text),\(name)=\"\(value)\"}"
    }
}

extension String {
    /// Escaped as the text format asks: backslash and line feed always, the double quote only in label values.
    func escapedForMetrics(quotes: Bool) -> String {
        var escaped = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\"" where quotes: escaped += "\\\""
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

extension Double {
    /// Without a fraction if there is none: Prometheus reads both, people read this one more easily.
    var metricText: String {
        guard isFinite else { return isNaN ? "NaN" : self < 0 ? "-Inf" : "+Inf" }
        return Int64(exactly: self).map { String($0) } ?? String(self)
    }
}
