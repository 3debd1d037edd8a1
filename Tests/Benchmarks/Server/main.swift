import ServiceKit

if CommandLine.arguments.dropFirst().first == "bare" {
    try await BareServer.run()
} else {
    await ServiceMain<StackBenchmark>.main()
}
