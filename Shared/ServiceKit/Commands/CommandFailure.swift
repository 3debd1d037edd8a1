import ArgumentParser
import Glibc

/// The end of a command that cannot do its work: one message for a person, and a status for a program.
enum CommandFailure {
    /// Source: sysexits.h, EX_CONFIG, which systemd and others know.
    static let configuration = ExitCode(78)

    /// Says on standard error why a command of a product ends, and gives the status to end with.
    static func report(_ error: any Error, of product: (some Product).Type) -> ExitCode {
        if let code = error as? ExitCode { return code }
        Console.complain("\(product.name): \(error)")
        return error is ConfigurationError ? configuration : .failure
    }
}

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
