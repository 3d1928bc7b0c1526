import FoundationEssentials

/// The file or folder that a suite was asked to run.
package struct SuiteInput: Sendable {
    /// One file of the input.
    package struct File: Sendable {
        /// The file's name without its folders; the first part of a row's id where the row has none.
        package var name: String

        /// The file's bytes, as they are.
        package var bytes: [UInt8]

        /// The bytes as UTF-8; malformed sequences become U+FFFD.
        package var text: String { String(decoding: bytes, as: UTF8.self) }

        /// The file as JSON.
        ///
        /// - Returns: the value at the top.
        /// - Throws: ``SuiteInputError/malformed(file:reason:)`` when it is not JSON.
        package func json() throws(SuiteInputError) -> JSONValue {
            do {
                return try JSONValue(parsing: bytes)
            } catch {
                throw .malformed(file: name, reason: "\(error)")
            }
        }
    }

    /// The path as it was given.
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// Reads the file, or every file of the folder (not of folders below it) with one of the given endings.
    ///
    /// - Parameter endings: which files of a folder belong to the suite, such as `.dat`; a file named itself always does.
    /// - Returns: the files in order of their names.
    /// - Throws: ``SuiteInputError/unreadable(path:reason:)`` when nothing can be read.
    package func files(endingWith endings: String...) throws(SuiteInputError) -> [File] {
        do {
            var isDirectory = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
                throw SuiteInputError.unreadable(path: path, reason: "no such file or folder")
            }
            guard isDirectory else { return [try read(path)] }
            let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
                .filter { name in endings.contains { name.hasSuffix($0) } }
            guard !names.isEmpty else {
                throw SuiteInputError.unreadable(path: path, reason: "no file in it ends with \(endings)")
            }
            return try names.map { try read(path + "/" + $0) }
        } catch let error as SuiteInputError {
            throw error
        } catch {
            throw .unreadable(path: path, reason: "\(error)")
        }
    }

    /// The inputs of a suite of single files where this may be their folder.
    ///
    /// - Parameter names: the files' names; where the folder has none of them, every `.json` file in it is taken.
    /// - Returns: this input alone when it is no folder.
    package func expanded(to names: [String]) -> [SuiteInput] {
        var isDirectory = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory,
            let all = try? FileManager.default.contentsOfDirectory(atPath: path).sorted()
        else { return [self] }
        let named = names.filter { all.contains($0) }
        let found = named.isEmpty ? all.filter { $0.hasSuffix(".json") } : named
        return found.isEmpty ? [self] : found.map { SuiteInput(path: path + "/" + $0) }
    }

    /// Reads the one file that the input is.
    ///
    /// - Returns: the file.
    /// - Throws: ``SuiteInputError/unreadable(path:reason:)`` when it is a folder or cannot be read.
    package func file() throws(SuiteInputError) -> File {
        do {
            return try read(path)
        } catch {
            throw .unreadable(path: path, reason: "\(error)")
        }
    }

    /// Reads a file that the input refers to.
    ///
    /// - Parameter name: its path below the folder of the input.
    /// - Returns: the file.
    /// - Throws: ``SuiteInputError/unreadable(path:reason:)`` when it cannot be read.
    package func sibling(_ name: String) throws(SuiteInputError) -> File {
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        do {
            return try read(folder + name)
        } catch {
            throw .unreadable(path: folder + name, reason: "\(error)")
        }
    }

    private func read(_ path: String) throws -> File {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return File(name: name, bytes: [UInt8](try Data(contentsOf: URL(filePath: path))))
    }
}

/// Why a suite could not run its input.
package enum SuiteInputError: Error, Hashable, CustomStringConvertible {
    /// Nothing could be read there.
    case unreadable(path: String, reason: String)

    /// The data has another shape than the suite's contract says.
    case malformed(file: String, reason: String)

    package var description: String {
        switch self {
        case .unreadable(let path, let reason): "Cannot read \(path): \(reason)."
        case .malformed(let file, let reason): "\(file) does not have the shape of this suite: \(reason)."
        }
    }
}
