import ArgumentParser

/// The end of a command that cannot do its work: one message for a person, and a status for a program.
enum CommandFailure {
    /// Source: sysexits.h, EX_CONFIG, which systemd and others know.
    static let configuration = ExitCode(78)

    /// The service is running, and has to be stopped first. Source: sysexits.h, EX_TEMPFAIL.
    static let running = ExitCode(75)

    /// Says on standard error why a command of a product ends, and gives the status to end with.
    static func report(_ error: any Error, of product: (some Product).Type) -> ExitCode {
        if let code = error as? ExitCode { return code }
        Console.complain("\(product.name): \(error)")
        return error is ConfigurationError ? configuration : .failure
    }
}
