/// What a short measurement on this machine reached, each per second.
public struct ProbeRates: Sendable, Equatable {
    /// Durable writes, the next one asked for when the last one was on the disk.
    public let writesOneByOne: Double
    /// Durable writes with 64 asked for at once, which share transactions.
    public let writesTogether: Double
    /// Rows read by their key, on one thread.
    public let reads: Double

    /// Rates per second.
    public init(writesOneByOne: Double, writesTogether: Double, reads: Double) {
        self.writesOneByOne = writesOneByOne
        self.writesTogether = writesTogether
        self.reads = reads
    }

    /// Half of what was reached: room for real writes, which do more than the probe's, for checkpoints, and for a disk that is slow for a
    /// while.
    static let comfort = 0.5

    /// Writes per second that are no strain here.
    public var comfortableWrites: Double { max(writesOneByOne, writesTogether) * Self.comfort }

    /// Reads per second that are no strain on one thread here.
    public var comfortableReads: Double { reads * Self.comfort }
}
