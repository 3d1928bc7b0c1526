import FinesseSSO
import Foundation

/// Asks a running keeper.
struct KeeperClient: Sendable {
    /// Where it listens.
    let path: String

    /// How long it may take to answer.
    var patience = Duration.seconds(110)

    /// Asks.
    ///
    /// - Parameter request: what is wanted.
    /// - Returns: the answer; nil where nobody answers: no keeper is there, it is somebody else's, or it went away.
    func ask(_ request: KeeperRequest) async -> KeeperAnswer? {
        await withCheckedContinuation { continuation in
            // A thread of its own, since it only waits.
            Thread.detachNewThread { continuation.resume(returning: askOnThisThread(request)) }
        }
    }

    private func askOnThisThread(_ request: KeeperRequest) -> KeeperAnswer? {
        // Nothing is lost where this fails: whoever asks then does the work itself.
        guard let socket = try? LocalSocket.connect(to: path), socket.peer == LocalSocket.ownUser else { return nil }
        // One who has no place for this conversation says so, and reads nothing.
        _ = socket.write(KeeperLine.encode(request), within: .seconds(10))
        var lines = LineReader(socket, limit: KeeperLine.longestAnswer)
        guard let line = try? lines.next(within: patience) else { return nil }
        return KeeperLine.decode(KeeperAnswer.self, line)
    }
}
