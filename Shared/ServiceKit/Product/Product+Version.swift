import HTTPCore

extension Product {
    /// All products of the suite carry the same version.
    static var version: String { "0.1.0" }
}

extension ServiceConfiguration {
    /// What is running, as far as the settings and the product say.
    func version(of product: (some Product).Type) -> ServiceVersion {
        ServiceVersion(name: product.name, version: product.version, commit: commit)
    }
}
