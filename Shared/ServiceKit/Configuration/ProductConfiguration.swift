/// Everything the environment says to a product.
public struct ProductConfiguration<P: Product>: Sendable {
    /// The settings that every product has.
    public var service: ServiceConfiguration
    /// The product's own.
    public let product: P.Settings
    /// All of them as found, for people.
    public let settings: [Setting]

    /// Reads and checks all settings.
    ///
    /// - Parameter environment: all variables by name. Default: those of the process.
    /// - Throws: ``ConfigurationError`` with everything that is wrong.
    public init(environment: [String: String] = ProcessEnvironment.variables) throws(ConfigurationError) {
        let reader = SettingsReader(environment: environment)
        service = ServiceConfiguration(of: P.self, from: reader)
        product = P.settings(from: reader)
        settings = reader.settings
        try reader.finish()
    }
}
