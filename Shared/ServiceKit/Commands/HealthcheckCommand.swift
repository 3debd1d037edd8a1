import ArgumentParser

/// `healthcheck`: asks the running service whether it is ready. For containers, which have no curl.
struct HealthcheckCommand<P: Product>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "healthcheck",
            abstract: "Ask the service that runs on HOST and PORT whether it is ready.",
            discussion: "Exit status: 0 if it is, 1 if it is not or does not answer within three seconds, 78 if a setting is wrong."
        )
    }

    func run() async throws {
        do {
            let service = try ProductConfiguration<P>().service
            Console.say(try ReadinessRequest(host: service.host, port: service.port).send())
        } catch {
            throw CommandFailure.report(error, of: P.self)
        }
    }
}
