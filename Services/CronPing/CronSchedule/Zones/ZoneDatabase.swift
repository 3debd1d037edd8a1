import Glibc
import Synchronization

/// The time zones of the system: a directory of TZif files that are named as in the IANA time zone database.
///
/// Each file is read once, the first time that its zone is asked for; an update of the directory is seen by a new database.
public final class ZoneDatabase: Sendable {
    /// The directory, without a slash at its end.
    public let directory: String

    private let zones = Mutex<[String: Zone]>([:])
    private let listed = Mutex<[String]?>(nil)

    /// - Parameter directory: where the files are. Default: "/usr/share/zoneinfo", where Linux distributions have them.
    public init(directory: String = "/usr/share/zoneinfo") {
        self.directory = directory
    }

    /// The zone of a name.
    ///
    /// - Parameter name: an IANA name, exactly as it is written there, also an old one ("US/Eastern", "Etc/GMT+5"); "Z" means UTC.
    /// - Throws: ``ZoneError`` when there is none, with the name that was probably meant, and when its file cannot be used.
    public func zone(named name: String) throws(ZoneError) -> Zone {
        if name == "UTC" || name == "Z" { return .utc }
        if let zone = zones.withLock({ $0[name] }) { return zone }
        guard Self.isName(name), let bytes = read(directory + "/" + name) else {
            throw .unknown(name, suggestion: ZoneSuggestion(name).best(of: names()))
        }
        let zone = try Zone(name: name, tzif: bytes)
        zones.withLock { $0[name] = zone }
        return zone
    }

    /// The names of all zones, sorted.
    ///
    /// The first call reads the whole directory, which takes milliseconds.
    public func names() -> [String] {
        listed.withLock { listed in
            if let listed { return listed }
            var names: [String] = []
            collect(in: "", into: &names)
            names.sort()
            listed = names
            return names
        }
    }

    private func collect(in prefix: String, into names: inout [String]) {
        guard let stream = opendir(directory + "/" + prefix) else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let part = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Self.longestName + 1) { String(cString: $0) }
            }
            let name = prefix + part
            guard Self.isName(name) else { continue }
            if entry.pointee.d_type == UInt8(DT_DIR) {
                collect(in: name + "/", into: &names)
            } else {
                names.append(name)
            }
        }
    }

    // MARK: What is a name

    private static let longestName = 255

    /// What lies beside the zones under names like theirs: the same ones again, with and without leap seconds, copies of one, a table.
    private static let notZones: Set<Substring> = ["posix", "right", "localtime", "posixrules", "leapseconds", "Factory"]

    /// Parts of letters, digits, `+`, `-` and `_`, each beginning with a letter, divided by slashes.
    private static func isName(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard name.utf8.count <= longestName, let first = parts.first, !notZones.contains(first) else { return false }
        return parts.allSatisfy { part in
            part.first?.isLetter == true && part.utf8.allSatisfy(\.isZoneNameByte)
        }
    }

    // MARK: Files

    /// The largest file of the database has a few kilobytes.
    private static let largestFile = 256 * 1024

    /// The bytes of a regular file; nil when there is none, or it cannot be read.
    private func read(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let size = min(Int(status.st_size), Self.largestFile)
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
            while count < size {
                let received = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
                guard received > 0 else { break }
                count += received
            }
            initialized = count
        }
        return bytes
    }
}
