import Glibc

/// What is in a folder.
public enum FolderListing {
    /// The names in a folder, in no order, without the two that every folder has.
    ///
    /// - Throws: ``SystemError``, with `ENOENT` where there is no such folder.
    public static func names(in folder: String) throws(SystemError) -> [String] {
        guard let listing = opendir(folder) else { throw SystemError(errno) }
        defer { closedir(listing) }
        var names: [String] = []
        while true {
            // The end and a failure look alike but for this.
            errno = 0
            guard let entry = readdir(listing) else { break }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        guard errno == 0 else { throw SystemError(errno) }
        return names
    }
}
