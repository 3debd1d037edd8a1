import Database

/// What `doctor` says about the file of a product.
struct DoctorReport: Sendable {
    /// What it comes to, and the exit status that says so.
    enum Outcome: Int32, Sendable {
        case sound = 0
        case problem = 1
        /// The service runs, so that nobody else may open the file (EX_TEMPFAIL of sysexits.h).
        case inUse = 75
    }

    let title: String
    let path: String
    let findings: [Finding]
    let outcome: Outcome

    /// Examines the file; opens it unless another process has it.
    init(of product: (some Product).Type, path: String) {
        title = product.title
        self.path = path
        // Behind a link, the write-ahead log and the disk are those of the file it leads to.
        let place = FileSystem.resolved(path)
        let surroundings = [.library, .room(for: place)] + Finding.sizes(of: place)
        do {
            let inspection = try Inspection(path: path, schema: product.fileSchema)
            findings = surroundings + Finding.all(in: inspection)
            outcome = findings.contains { $0.verdict == .problem } ? .problem : .sound
        } catch DatabaseError.inUse(_, let process) {
            findings = surroundings + [.inUse(by: process)]
            outcome = .inUse
        } catch {
            findings = surroundings + [Finding(topic: "file", verdict: .problem, text: "\(error)")]
            outcome = .problem
        }
    }
}
