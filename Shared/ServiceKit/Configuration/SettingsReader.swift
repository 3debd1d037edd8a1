/// Reads environment variables and gathers all that is wrong with them, so that a person mends everything in one go.
///
///     let limit = reader.setting("DEMO_PER_HOUR", .integer(in: 0...10_000), default: 20, "Free invoices per hour and address.")
///
/// Each call answers with a usable value, even after a fault: ``finish()`` then throws. An empty variable counts as not set, because that
/// is what container files pass on for a variable without a value.
public final class SettingsReader {
    private let environment: [String: String]
    private let contents: (String) throws(UnreadableFile) -> String
    /// What was read so far, in order.
    public private(set) var settings: [Setting] = []
    private var faults: [SettingFault] = []

    /// Reads from given variables.
    ///
    /// - Parameters:
    ///   - environment: all variables by name.
    ///   - contents: the text of the file at a path. Default: of the real file.
    public init(environment: [String: String], contents: @escaping (String) throws(UnreadableFile) -> String = SecretFile.contents(at:)) {
        self.environment = environment
        self.contents = contents
    }

    /// A variable that has a default.
    public func setting<Value>(_ name: String, _ format: SettingFormat<Value>, default standard: Value, _ purpose: String) -> Value {
        let given = parsed(name, format)
        note(name, purpose, value: format.text(given ?? standard), origin: given == nil ? .standard : .environment)
        return given ?? standard
    }

    /// A variable that may be missing.
    public func optional<Value>(_ name: String, _ format: SettingFormat<Value>, _ purpose: String) -> Value? {
        let given = parsed(name, format)
        note(name, purpose, value: given.map(format.text) ?? "", origin: given == nil ? .standard : .environment)
        return given
    }

    /// A secret that may be missing: the value of `NAME`, or the content of the file that `NAME_FILE` names. Setting both is a fault.
    public func secret<Value>(_ name: String, _ format: SettingFormat<Value>, _ purpose: String) -> Value? {
        let (text, origin) = secretText(name)
        let value = text.flatMap(format.parse)
        if text != nil, value == nil {
            let place = if case .file(let path) = origin { "_FILE=\(path): the content of the file" } else { "=***: the value" }
            fault(name, "\(place) is not \(format.accepts)")
        }
        settings.append(Setting(name: name, purpose: purpose, value: value == nil ? "" : "***", origin: origin, isSecret: true))
        return value
    }

    /// What the file says that a variable names, or the default where the variable is not set.
    ///
    /// - Parameter parse: makes something of the file's text; the description of what it throws follows the path in the fault.
    public func file<Value>(
        _ name: String,
        default standard: Value,
        _ purpose: String,
        parse: (String) throws -> Value
    ) -> Value {
        guard let path = optional(name, .path, purpose) else { return standard }
        do {
            return try parse(try contents(path))
        } catch let error as UnreadableFile {
            fault(name, "=\(Self.shown(path)) cannot be read: \(error.reason)")
        } catch {
            fault(name, "=\(Self.shown(path)): \(error)")
        }
        return standard
    }

    /// Notes a fault that only shows when several settings are looked at together.
    ///
    /// - Parameter message: what follows the name of the variable, such as `=8001 is the same as PORT`.
    public func fault(_ name: String, _ message: String) {
        faults.append(SettingFault(name: name, message: message))
    }

    /// - Throws: ``ConfigurationError`` with all faults, if there are any.
    public func finish() throws(ConfigurationError) {
        guard faults.isEmpty else { throw ConfigurationError(faults: faults) }
    }

    private func parsed<Value>(_ name: String, _ format: SettingFormat<Value>) -> Value? {
        guard let text = given(name) else { return nil }
        if let value = format.parse(text) { return value }
        fault(name, "=\(Self.shown(text)) is not accepted; it must be \(format.accepts)")
        return nil
    }

    private func secretText(_ name: String) -> (text: String?, origin: Setting.Origin) {
        switch (given(name), given(name + "_FILE")) {
        case (nil, nil): return (nil, .standard)
        case (let text?, nil): return (text, .environment)
        case (_?, _?):
            fault(name, " and \(name)_FILE are both set; set only one of them")
            return (nil, .environment)
        case (nil, let path?):
            do {
                return (try contents(path), .file(path: path))
            } catch {
                fault(name + "_FILE", "=\(Self.shown(path)) cannot be read: \(error.reason)")
                return (nil, .file(path: path))
            }
        }
    }

    private func given(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    private func note(_ name: String, _ purpose: String, value: String, origin: Setting.Origin) {
        settings.append(Setting(name: name, purpose: purpose, value: value, origin: origin, isSecret: false))
    }

    /// A value for one line of a message: a broken one may be anything.
    private static func shown(_ text: String) -> String {
        let plain = String(
            String.UnicodeScalarView(text.unicodeScalars.prefix(100).map { $0.properties.generalCategory == .control ? "?" : $0 })
        )
        return plain.unicodeScalars.count < text.unicodeScalars.count ? plain + "…" : plain
    }
}
