// Preconcurrency because `environ` is a variable of C. Nothing in this program changes it.
@preconcurrency import Glibc

/// The variables that this process was started with.
public enum ProcessEnvironment {
    /// All of them by name. Bytes that are not UTF-8 are replaced.
    public static var variables: [String: String] {
        var variables: [String: String] = [:]
        var next = environ
        while let entry = next.pointee {
            let text = String(cString: entry)
            if let separator = text.firstIndex(of: "=") {
                variables[String(text[..<separator])] = String(text[text.index(after: separator)...])
            }
            next += 1
        }
        return variables
    }
}
