import Foundation
import SignInTrace

/// A trace that a person names.
enum TraceFile {
    /// Reads it.
    ///
    /// - Parameter path: the file.
    /// - Returns: what it tells.
    /// - Throws: ``CommandFailure`` for a file that is not there or is no trace.
    static func read(_ path: String) throws(CommandFailure) -> TraceDocument {
        let bytes: [UInt8]
        do {
            bytes = Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw CommandFailure(
                .usage,
                "The trace \(path) cannot be read: \(error.localizedDescription). Name a file that --trace wrote."
            )
        }
        do {
            return try TraceReader.read(bytes, publicNames: PublicNames.parameters)
        } catch {
            throw CommandFailure(.usage, "\(path) cannot be drawn: \(error).")
        }
    }
}
