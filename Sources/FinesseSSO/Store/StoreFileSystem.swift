/// The few operations on files that a store needs, one by one, so that a test can lose what was not synced.
public protocol StoreFileSystem: Sendable {
    /// Makes a directory, and those above it, for its owner alone; one that is there is made so.
    ///
    /// Nothing is synced: that is done directory by directory with ``sync(_:)``.
    ///
    /// - Parameter path: The directory.
    /// - Returns: The directories that were not there before.
    /// - Throws: ``FileFault``.
    @discardableResult
    func makeDirectory(_ path: String) throws(FileFault) -> [String]

    /// Reads a whole file.
    ///
    /// - Parameter path: The file.
    /// - Returns: Its bytes; nil when there is no such file.
    /// - Throws: ``FileFault``.
    func read(_ path: String) throws(FileFault) -> [UInt8]?

    /// Writes a file that must not be there yet, for its owner alone.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - bytes: Its bytes.
    /// - Throws: ``FileFault``.
    func create(_ path: String, _ bytes: [UInt8]) throws(FileFault)

    /// Puts what a file or a directory holds where a loss of power does not reach it.
    ///
    /// - Parameter path: The file or directory.
    /// - Throws: ``FileFault``.
    func sync(_ path: String) throws(FileFault)

    /// Moves a file, over the one that may be there.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - target: Its new path.
    /// - Throws: ``FileFault``.
    func rename(_ path: String, to target: String) throws(FileFault)

    /// Removes a file; one that is not there is no error.
    ///
    /// - Parameter path: The file.
    /// - Throws: ``FileFault``.
    func remove(_ path: String) throws(FileFault)

    /// Lists the names in a directory.
    ///
    /// - Parameter path: The directory.
    /// - Returns: The names, in no order; none when there is no such directory.
    /// - Throws: ``FileFault``.
    func list(_ path: String) throws(FileFault) -> [String]
}
