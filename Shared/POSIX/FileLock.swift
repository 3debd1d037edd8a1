import Glibc

/// The exclusive lock of flock(2) on an open file.
public enum FileLock {
    /// Takes it, without waiting; returns whether nobody else has it. If not, `errno` says why.
    public static func take(_ descriptor: Int32) -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }

    /// Lets go of it and closes the file; without a lock, only closes.
    ///
    /// Unlocked, and not only closed: a program that another thread is starting holds a copy of the descriptor until it has become that
    /// program.
    public static func release(_ descriptor: Int32) {
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
