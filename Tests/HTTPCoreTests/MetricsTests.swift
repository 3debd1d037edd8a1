import Synchronization
import Testing

@testable import HTTPCore

@Suite("Metrics")
struct MetricsTests {
    @Test("are written in Prometheus' text format")
    func format() {
        let metrics = MetricsRegistry()
        metrics.counter("b_total", "Things.", labels: ["kind": "x"]).increment()
        metrics.counter("b_total", "Things.", labels: ["kind": "a"]).increment(by: 41)
        metrics.gauge("a", "A level.").value = 1.5
        metrics.gauge("c", "Asked for.") { 7 }
        let histogram = metrics.histogram("d_seconds", "Times.", labels: ["route": "/"], bounds: [0.5, 1])
        for value in [0.25, 0.5, 0.75, 4] { histogram.record(value) }
        #expect(
            metrics.render() == """
                # HELP a A level.
                # TYPE a gauge
                a 1.5
                # HELP b_total Things.
                # TYPE b_total counter
                b_total{kind="a"} 41
                b_total{kind="x"} 1
                # HELP c Asked for.
                # TYPE c gauge
                c 7
                # HELP d_seconds Times.
                # TYPE d_seconds histogram
                d_seconds_bucket{route="/",le="0.5"} 2
                d_seconds_bucket{route="/",le="1"} 3
                d_seconds_bucket{route="/",le="+Inf"} 4
                d_seconds_sum{route="/"} 5.5
                d_seconds_count{route="/"} 4

                """
        )
    }

    @Test("that are asked for are written like all others")
    func callbacks() {
        let metrics = MetricsRegistry()
        let count = Atomic<UInt64>(3)
        metrics.counter("a_seconds_total", "Asked for.") { Double(count.load(ordering: .relaxed)) / 2 }
        metrics.histogram("b_seconds", "Counted elsewhere.") { HistogramSamples(bounds: [0.5, 1], counts: [2, 0, 1], sum: 4.5) }
        metrics.gauge("c", "Asked for.") { .infinity }
        count.store(5, ordering: .relaxed)
        #expect(
            metrics.render() == """
                # HELP a_seconds_total Asked for.
                # TYPE a_seconds_total counter
                a_seconds_total 2.5
                # HELP b_seconds Counted elsewhere.
                # TYPE b_seconds histogram
                b_seconds_bucket{le="0.5"} 2
                b_seconds_bucket{le="1"} 2
                b_seconds_bucket{le="+Inf"} 3
                b_seconds_sum 4.5
                b_seconds_count 3
                # HELP c Asked for.
                # TYPE c gauge
                c +Inf

                """
        )
    }

    @Test("that are not known are left out, their name with them")
    func unknown() {
        let metrics = MetricsRegistry()
        metrics.gauge("a", "A.", labels: ["x": "1"]) { nil }
        metrics.gauge("a", "A.", labels: ["x": "2"]) { 2 }
        metrics.counter("b_total", "B.") { nil }
        metrics.histogram("c", "C.") { nil }
        #expect(metrics.render() == "# HELP a A.\n# TYPE a gauge\na{x=\"2\"} 2\n")
    }

    @Test("of the same name and labels are the same")
    func sameHandle() {
        let metrics = MetricsRegistry()
        let first = metrics.counter("a_total", "A.", labels: ["x": "1"])
        #expect(first === metrics.counter("a_total", "A.", labels: ["x": "1"]))
        #expect(first !== metrics.counter("a_total", "A.", labels: ["x": "2"]))
    }

    @Test("keep hostile label values inside their quotes")
    func escaping() {
        let metrics = MetricsRegistry()
        metrics.counter("a_total", "Line\nbreak \\ \"quote\".", labels: ["x": "a\"b\\c\nd"]).increment()
        #expect(
            metrics.render() == "# HELP a_total Line\\nbreak \\\\ \"quote\".\n# TYPE a_total counter\na_total{x=\"a\\\"b\\\\c\\nd\"} 1\n"
        )
    }

    @Test("count what several threads count")
    func concurrency() async {
        let metrics = MetricsRegistry()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<1000 {
                        metrics.counter("a_total", "A.").increment()
                        metrics.histogram("b", "B.").record(1)
                        metrics.gauge("c", "C.").add(1)
                    }
                }
            }
        }
        let text = metrics.render()
        #expect(text.contains("a_total 8000\n") && text.contains("b_count 8000\n") && text.contains("c 8000\n"))
    }

    @Test(
        "write numbers that Prometheus reads",
        arguments: [(1.0, "1"), (0.1, "0.1"), (.infinity, "+Inf"), (-.infinity, "-Inf"), (.nan, "NaN"), (1e300, "1e+300")]
    )
    func numbers(_ number: Double, _ text: String) {
        #expect(number.metricText == text)
    }
}
