// Answers one line for each line that it reads, for the programs in Tests/VerifyFlags; or, as `flag-lines bench SECONDS`, times the engine,
// each case for so long.

import Glibc

let arguments = CommandLine.arguments
if arguments.count == 3, arguments[1] == "bench", let seconds = Double(arguments[2]) {
    try FlagBenchmark().run(seconds: seconds)
} else if arguments.count == 1 {
    var lines = FlagLines()
    while let line = readLine() {
        print(lines.answer(to: line))
        // Of all streams: a question may depend on the answer before it.
        fflush(nil)
    }
} else {
    print("flag-lines | flag-lines bench SECONDS")
}
