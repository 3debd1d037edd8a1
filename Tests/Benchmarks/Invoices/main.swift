// Times the engine alone: `invoice-benchmark ITEMS PROFILE SECONDS` makes one invoice again and again on one thread, and prints
// milliseconds for the first and for a later one (the median), bytes of the file, and the largest resident memory in KiB.

import Glibc
import InvoicePDF

let arguments = CommandLine.arguments
guard arguments.count == 4, let count = Int(arguments[1]), let profile = InvoiceProfile(rawValue: arguments[2]),
    let seconds = Double(arguments[3])
else {
    print("invoice-benchmark ITEMS \(InvoiceProfile.allCases.map(\.rawValue).joined(separator: "|")) SECONDS")
    exit(2)
}

let clock = ContinuousClock()
let renderer = InvoiceRenderer()
let request = BenchmarkInvoice.request(items: count, profile: profile)
var size = 0
let first = try clock.measure { size = try renderer.render(request).count }
var times: [Duration] = []
let end = clock.now + .seconds(seconds)
while clock.now < end || times.count < 5 {
    times.append(try clock.measure { size = try renderer.render(request).count })
}
times.sort()
print("\(milliseconds(first)) \(milliseconds(times[times.count / 2])) \(size) \(peakMemory())")

func milliseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) / 1e15
}

func peakMemory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
}
