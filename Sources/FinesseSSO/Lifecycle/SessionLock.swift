/// Lets one program at a time, on this machine, do something about one record of a ``TokenStore``.
///
/// A program that ends, however it ends, has given its locks back.
public protocol SessionLock: Sendable {
    /// Takes the lock if nobody has it.
    ///
    /// - Parameter key: Which record.
    /// - Returns: What gives the lock back when it is released; nil when another program has it.
    /// - Throws: ``TokenStoreError/file(_:)`` when that cannot be found out.
    func take(_ key: SessionKey) async throws(TokenStoreError) -> (any HeldSessionLock)?
}

/// A lock that was taken.
public protocol HeldSessionLock: Sendable {
    /// Gives the lock back; doing so again does nothing.
    func release() async
}

/// Lets everybody do everything: for a store that no other program sees.
public struct NoSessionLock: SessionLock {
    private struct Held: HeldSessionLock {
        func release() async {}
    }

    /// Makes it; it holds nothing.
    public init() {}

    /// Takes the lock.
    ///
    /// - Parameter key: Which record.
    /// - Returns: Always a lock.
    /// - Throws: Never.
    public func take(_ key: SessionKey) async throws(TokenStoreError) -> (any HeldSessionLock)? { Held() }
}
