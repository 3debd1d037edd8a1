/// Runs the body on the bytes in one piece of memory: without a copy where the collection already has them so.
func withContiguousBytes<Result>(
    of bytes: some Collection<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
) -> Result {
    bytes.withContiguousStorageIfAvailable(body) ?? [UInt8](bytes).withUnsafeBufferPointer(body)
}
