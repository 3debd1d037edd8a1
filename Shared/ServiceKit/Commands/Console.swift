import Glibc

/// Where commands write for people.
enum Console {
    /// Writes a line to standard output, at once.
    static func say(_ line: String) { write(line, to: STDOUT_FILENO) }

    /// Writes a line to standard error, at once.
    static func complain(_ line: String) { write(line, to: STDERR_FILENO) }

    private static func write(_ line: String, to descriptor: Int32) {
        var rest = Array((line + "\n").utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            // Nobody reads: then there is nobody to tell, either.
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
