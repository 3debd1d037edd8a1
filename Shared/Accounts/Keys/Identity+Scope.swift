import HTTPCore
import HTTPTypes

extension Identity {
    /// Checks that the caller's key may do what asks for a scope.
    ///
    /// - Throws: 403 `insufficient_scope`, which names that scope and those of the key (RFC 6750 §3.1).
    func require(_ scope: Scopes) throws(Problem) {
        guard !scopes.allow(scope) else { return }
        let needed = scope.names.joined(separator: " ")
        let own = scopes.names.map { "\"\($0)\"" }.joined(separator: ", ")
        throw Problem(
            .insufficientScope,
            "This needs a key with the scope \"\(needed)\"; the scopes of this key are \(own.isEmpty ? "none" : own).",
            headers: [.wwwAuthenticate: "Bearer error=\"insufficient_scope\", scope=\"\(needed)\""]
        )
    }
}
