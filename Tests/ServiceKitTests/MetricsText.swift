/// Metrics as a service writes them, read the way Prometheus and its `promtool check metrics` do.
struct MetricsText {
    struct Sample {
        let name: String
        let labels: String
        let value: Double
    }

    /// The kind of each family, by name.
    private(set) var kinds: [String: String] = [:]
    private(set) var samples: [Sample] = []
    /// What Prometheus would refuse or `promtool` would complain of.
    private(set) var faults: [String] = []

    init(_ text: String) {
        if !text.hasSuffix("\n") { faults.append("does not end with a line feed") }
        var family = ""
        for line in text.split(separator: "\n") {
            if let match = line.wholeMatch(of: /# HELP (\S+) (.+)/) {
                family = String(match.1)
                if kinds[family] != nil { faults.append("\(family) is there twice") }
            } else if let match = line.wholeMatch(of: /# TYPE (\S+) (counter|gauge|histogram)/) {
                if family != match.1 { faults.append("\(match.1) has no help") }
                kinds[String(match.1)] = String(match.2)
            } else if let match = line.wholeMatch(of: /([a-z_:][a-z0-9_:]*)(?:\{(.*)\})? (\S+)/), let value = Double(match.3) {
                samples.append(Sample(name: String(match.1), labels: String(match.2 ?? ""), value: value))
                if !names(of: family).contains(String(match.1)) { faults.append("\(match.1) stands under \(family)") }
            } else {
                faults.append("cannot be read: \(line)")
            }
        }
        checkNames()
        checkSeries()
    }

    /// The value of a metric without labels.
    func value(_ name: String) -> Double? { samples.first { $0.name == name && $0.labels.isEmpty }?.value }

    private func names(of family: String) -> [String] {
        kinds[family] == "histogram" ? ["_bucket", "_sum", "_count"].map { family + $0 } : [family]
    }

    private mutating func checkNames() {
        for (name, kind) in kinds {
            if (kind == "counter") != name.hasSuffix("_total") { faults.append("\(name) is a \(kind)") }
            if ["_bucket", "_sum", "_count"].contains(where: { name.hasSuffix($0) }) {
                faults.append("\(name) ends like a part of a histogram")
            }
        }
    }

    private mutating func checkSeries() {
        var seen: Set<String> = []
        var lastBucket: (series: String, value: Double) = ("", 0)
        for sample in samples {
            if !seen.insert("\(sample.name){\(sample.labels)}").inserted {
                faults.append("\(sample.name){\(sample.labels)} is there twice")
            }
            if sample.name.hasSuffix("_total"), !(sample.value >= 0) { faults.append("\(sample.name) is \(sample.value)") }
            guard sample.name.hasSuffix("_bucket") else {
                if sample.name.hasSuffix("_count"), sample.value != lastBucket.value {
                    faults.append("\(sample.name) is not its last bucket")
                }
                continue
            }
            let labels = sample.labels.firstRange(of: "le=\"").map { String(sample.labels[..<$0.lowerBound]) } ?? sample.labels
            let series = "\(sample.name){\(labels)"
            if series == lastBucket.series, sample.value < lastBucket.value { faults.append("\(series) goes down") }
            lastBucket = (series, sample.value)
        }
    }
}
