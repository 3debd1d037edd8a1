import HTTPCore

extension Product {
    /// What is running. All products of the suite carry the same version.
    static var version: ServiceVersion { ServiceVersion(name: name, version: "0.1.0") }
}
