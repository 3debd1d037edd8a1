/// Numbers of bytes for people.
enum ByteCount {
    /// In binary units with one decimal, such as `4.1 MiB`; below 1 KiB in bytes.
    static func text(_ bytes: Int64) -> String {
        guard bytes >= 1_024 else { return "\(bytes) B" }
        var tenths = bytes * 10 / 1_024
        var units = ["KiB", "MiB", "GiB", "TiB"][...]
        while tenths >= 10_240, units.count > 1 {
            tenths /= 1_024
            units.removeFirst()
        }
        return "\(tenths / 10).\(tenths % 10) \(units.first ?? "")"
    }
}
