import WebAgentScripting

/// Page hosts on threads of this process, behind the byte codec.
///
/// A page that never lets go of its thread is given up, not killed: for hostile pages a host in a process of its own is wanted.
public struct InProcessPageHosts: PageHostProvider {
    /// Makes the provider.
    public init() {}

    /// Starts a host on a thread of its own.
    ///
    /// - Returns: the parent's end.
    /// - Throws: never; the protocol allows it.
    public func pageHost() async throws(PageHostFailure) -> any PageHostLink {
        ThreadLink(connection: PageHostThread.start())
    }
}

/// The connection to a thread, in the terms of the agent.
private struct ThreadLink: PageHostLink {
    let connection: PageHostConnection

    func send(_ frame: [UInt8]) async throws(PageHostFailure) {
        do throws(PageHostError) {
            try connection.send(frame: frame)
        } catch {
            throw PageHostFailure(error)
        }
    }

    func receive(within bound: Duration) async throws(PageHostFailure) -> [UInt8] {
        do throws(PageHostError) {
            return try await connection.receiveFrame(within: bound)
        } catch {
            throw PageHostFailure(error)
        }
    }

    func close() async {
        connection.close()
    }
}

extension PageHostFailure {
    fileprivate init(_ error: PageHostError) {
        self =
            switch error {
            case .ended, .cancelled: .died(reason: error.label)
            case .malformed, .unsendable: .protocolBroken(reason: error.label)
            case .timedOut(let bound): .timeLimit(bound)
            }
    }
}
