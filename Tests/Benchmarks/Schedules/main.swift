// Answers one line for each line that it reads, for the programs in Tests/VerifyCron; or, as `schedule-lines bench FILE SECONDS`, times the
// engine for Tests/Benchmarks/cron.py.

import CronSchedule

let arguments = CommandLine.arguments
if arguments.count == 4, arguments[1] == "bench", let seconds = Double(arguments[3]) {
    var benchmark = try ScheduleBenchmark(path: arguments[2])
    benchmark.run(seconds: seconds)
} else if arguments.count == 1 {
    let lines = ScheduleLines()
    while let line = readLine() {
        print(lines.answer(to: line))
    }
} else {
    print("schedule-lines | schedule-lines bench FILE SECONDS")
}
