import Testing

@testable import Capacity

@Suite struct QuantityTests {
    @Test(arguments: [(0.0, "0"), (999.4, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-1_500, "-1,500"), (Double.nan, "0")])
    func `thousands are set apart`(number: Double, text: String) {
        #expect(Quantity.count(number) == text)
    }

    @Test(arguments: [(0.0, "0 %"), (0.00001, "under 0.01 %"), (0.0004, "0.04 %"), (0.005, "0.5 %"), (0.37, "37 %"), (12, "1,200 %")])
    func `a percentage has as many decimals as tell something`(share: Double, text: String) {
        #expect(Quantity.percent(share) == text)
    }

    @Test(arguments: [(0.0, "0.0"), (0.01, "under 0.1"), (2.04, "2.0"), (9.96, "10"), (4_800, "4,800")])
    func `a rate below ten has a decimal`(number: Double, text: String) {
        #expect(Quantity.rate(number) == text)
    }

    @Test(arguments: [(512, "512 B"), (4_096, "4.0 KiB"), (5 << 30, "5.0 GiB"), (.max, "8388608.0 TiB")] as [(Int64, String)])
    func `bytes are in binary units`(bytes: Int64, text: String) {
        #expect(Quantity.bytes(bytes) == text)
    }

    @Test(arguments: [(59, "less than a minute"), (60, "1 minute"), (7_199, "1 hour"), (3 * 86_400, "3 days")] as [(Int64, String)])
    func `time is in its largest unit`(seconds: Int64, text: String) {
        #expect(Quantity.time(seconds: seconds) == text)
    }

    @Test func `no number is too large`() {
        #expect(Quantity.whole(.infinity) == .max)
        #expect(Quantity.whole(-.infinity) == 0)
        #expect(Quantity.whole(1e300) == 9_000_000_000_000_000_000)
    }

    @Test func `memory is read from the kernel's line`() {
        #expect(Machine.memory(inMemInfo: "MemTotal:        4028132 kB") == 4_124_807_168)
        for line in ["", "MemFree: 1 kB", "MemTotal: x kB", "MemTotal: 9223372036854775807 kB", "MemTotal: 1 MB"] {
            #expect(Machine.memory(inMemInfo: line) == nil)
        }
    }

    @Test(
        arguments: [
            ("0::/system.slice/cronping.service", [512, 1_024, 4_096]), ("0::/elsewhere/unknown", [4_096]), ("0::/", [4_096]),
            ("9:memory:/docker/4f", [256, 2_048]), ("3:cpu:/docker/4f", []), ("nonsense", []),
        ] as [(String, [Int64])]
    )
    func `limits of memory are those of the control group and of all around it`(line: String, limits: [Int64]) {
        let files: [String: Int64] = [
            "/sys/fs/cgroup/system.slice/cronping.service/memory.max": 512,
            "/sys/fs/cgroup/system.slice/memory.max": 1_024,
            "/sys/fs/cgroup/memory.max": 4_096,
            "/sys/fs/cgroup/memory/docker/4f/memory.limit_in_bytes": 256,
            "/sys/fs/cgroup/memory/memory.limit_in_bytes": 2_048,
        ]
        #expect(Machine.memoryLimits(ofGroups: ["1:name=systemd:/", line]) { files[$0] }.sorted() == limits)
    }
}
