/// Remembers for which steps of the clock a code was given, so that no other program gives the same one: a provider refuses a
/// code that it has seen, and counts a failure.
public protocol OneTimeSteps: Sendable {
    /// Takes a step of a generator, unless it was taken.
    ///
    /// - Parameters:
    ///   - step: The number of the step.
    ///   - generator: The generator of its code.
    /// - Returns: Whether it was free.
    /// - Throws: ``TokenStoreError``.
    func take(_ step: Int64, of generator: TOTP) throws(TokenStoreError) -> Bool
}

/// Remembers steps in a directory, across programs: a step is taken by whoever makes its file.
///
/// The file is empty; its name is the generator's mark, from which nobody gets back to the secret, and the step.
public struct FileOneTimeSteps: OneTimeSteps {
    private static let suffix = ".otp-step"

    private let directory: String
    private let files: any StoreFileSystem

    /// Makes a memory in a directory.
    ///
    /// - Parameters:
    ///   - directory: The directory, which is made when a step is taken.
    ///   - files: Does the operations on files.
    public init(directory: String, files: any StoreFileSystem = SystemFiles()) {
        self.directory = directory
        self.files = files
    }

    /// Takes a step of a generator, unless it or a later one was taken.
    ///
    /// - Parameters:
    ///   - step: The number of the step.
    ///   - generator: The generator of its code.
    /// - Returns: Whether it was free.
    /// - Throws: ``TokenStoreError/file(_:)``.
    public func take(_ step: Int64, of generator: TOTP) throws(TokenStoreError) -> Bool {
        do throws(FileFault) {
            try files.makeDirectory(directory)
            let taken = try steps(of: generator)
            // A clock that was set back finds later steps; those of more than a day ahead were taken by a wrong one.
            let day = 86_400 / generator.period
            guard !taken.contains(where: { $0 >= step && $0 <= step + day }) else { return false }
            let path = path(of: step, generator)
            do throws(FileFault) {
                try files.create(path, [])
            } catch {
                // Somebody else was quicker, or nothing can be written here.
                guard try files.read(path) != nil else { throw error }
                return false
            }
            for old in taken { try files.remove(self.path(of: old, generator)) }
            return true
        } catch {
            throw .file(error)
        }
    }

    private func steps(of generator: TOTP) throws(FileFault) -> [Int64] {
        let prefix = generator.mark + "."
        return try files.list(directory).compactMap { name in
            guard name.hasPrefix(prefix), name.hasSuffix(Self.suffix) else { return nil }
            return Int64(name.dropFirst(prefix.count).dropLast(Self.suffix.count))
        }
    }

    private func path(of step: Int64, _ generator: TOTP) -> String {
        "\(directory)/\(generator.mark).\(step)\(Self.suffix)"
    }
}
