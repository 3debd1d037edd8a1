/// The settings of a product as a list for `--help`.
enum SettingsHelp {
    /// One paragraph for each variable: its name and default, then what it is for.
    static func text(for product: (some Product).Type) -> String {
        let reader = SettingsReader(environment: [:])
        _ = ServiceConfiguration(of: product, from: reader)
        _ = product.settings(from: reader)
        return reader.settings.map(line).joined(separator: "\n")
    }

    private static func line(_ setting: Setting) -> String {
        let standard = setting.value.isEmpty ? "" : " (\(setting.value))"
        let file = setting.isSecret ? " Or \(setting.name)_FILE, the path of a file that holds it." : ""
        return "  \(setting.name)\(standard): \(setting.purpose)\(file)"
    }
}
