import Backups
import Testing

@Suite struct BackupPolicyTests {
    @Test(arguments: [
        ("24h,7d,4w", [24, 7, 4]), ("4w,24h,7d", [24, 7, 4]), ("7d", [0, 7, 0]), ("1h, 2d", [1, 2, 0]), ("0h,1d", [0, 1, 0]),
        ("10000w", [0, 0, 10_000]),
    ])
    func `how many stay is read in any order`(text: String, numbers: [Int]) throws {
        let keep = try #require(Keep(text))
        #expect([keep.hourly, keep.daily, keep.weekly] == numbers)
        #expect(Keep(keep.description) == keep)
    }

    @Test(arguments: [
        "", "24", "h", "24h,24h", "24h,", ",", "-1h", "0h", "0h,0d,0w", "1m", "10001h", "1.5h", "24H", "99999999999999999999h",
    ])
    func `what would keep nothing, or is a slip, is refused`(text: String) {
        #expect(Keep(text) == nil)
    }

    @Test(arguments: ["/mnt/offsite", "/"])
    func `an absolute path is a folder`(text: String) {
        #expect(BackupTarget(text) == .folder(text))
    }

    @Test(arguments: ["s3:bucket/cronping", "my remote:", ":sftp,host=example.com:/backups"])
    func `a name and a colon are a remote`(text: String) {
        #expect(BackupTarget(text) == .rclone(text))
        #expect(BackupTarget(text)?.description == text)
    }

    @Test(arguments: ["", "backups", "./backups:x", "s3://bucket", "--config:x", "s3", ":", "a\nb:c"])
    func `anything else is no target`(text: String) {
        #expect(BackupTarget(text) == nil)
    }
}
