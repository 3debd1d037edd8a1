/// Where a user stands in a rollout: GrowthBook's hash version 2.
///
/// `fnv1a32(decimal(fnv1a32(seed + id))) % 10000`, so one bucket is 0.01 % of all users.
/// The bucket depends on nothing but seed and id: a rename, a new order or another rule's edit moves nobody.
/// Source: <https://docs.growthbook.io/lib/build-your-own#hashing>.
public enum Bucketing {
    /// The version to store with a flag, so that a later hash can live beside this one.
    public static let version = 2

    /// The number of buckets: 10 000.
    public static let bucketCount = 10_000

    /// The bucket of `id` for a flag's `seed`, 0..<10 000; divided by 10 000 it is GrowthBook's fraction.
    public static func bucket(seed: String, id: String) -> Int {
        BucketingSeed(seed).bucket(of: id)
    }

    /// The whole percent that a bucket lies in, 0..<100, as the free tools show it.
    public static func wholePercent(ofBucket bucket: Int) -> Int {
        bucket / 100
    }
}
