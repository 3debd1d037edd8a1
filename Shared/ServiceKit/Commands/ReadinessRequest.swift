/// One `GET /readyz`: all that a health check needs.
struct ReadinessRequest {
    typealias Failure = LocalRequest.Failure

    private let request: LocalRequest

    /// - Parameter host: what the service listens on; for all addresses, this machine is asked.
    init(host: String, port: Int) {
        request = LocalRequest(host: host, port: port, timeout: 3)
    }

    /// The body of a 200.
    ///
    /// - Throws: ``LocalRequest/Failure`` if there is any other answer, or none within three seconds.
    func send() throws(Failure) -> String {
        let answer = try request.send("GET", "/readyz")
        guard answer.status == 200 else { throw request.failure("is not ready: \(answer.statusLine): \(answer.body)") }
        return answer.body
    }
}
