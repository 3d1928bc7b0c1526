import Foundation

/// A page host on a thread of its own in this process, behind the byte codec.
///
/// A script that runs for ever is ended by the execution time limit. A page that never lets go of the thread otherwise (endless
/// microtasks, a catastrophic regular expression) cannot be killed here: the parent gives it up after its bound on real time
/// (``PageHostConnection/receive(within:)``), and the thread is lost until it ends by itself. Only a host in a process of its own
/// can be killed.
public enum PageHostThread {
    /// Starts a host.
    ///
    /// - Returns: the parent's end; when it is closed or goes away, the host ends.
    public static func start() -> PageHostConnection {
        start { _ in }
    }

    /// Starts a host, and hands what is left of its scripts at the end to a function, on the host's thread.
    static func start(atEnd: @escaping @Sendable (PageHostCount) -> Void) -> PageHostConnection {
        let channel = PageChannel()
        let thread = Thread {
            let census = serve(channel)
            atEnd(PageHostCount(census))
            channel.hostEnded()
        }
        thread.name = "page-host"
        thread.stackSize = 8 << 20
        thread.start()
        return PageHostConnection(channel)
    }

    private static func serve(_ channel: PageChannel) -> ScriptCensus {
        let host = PageHost(port: channel, isCancelled: { channel.isClosed })
        host.run()
        return host.census
    }
}

/// What is alive of a host's scripts.
struct PageHostCount: Sendable, Hashable {
    var protectedValues: Int
    var nativeObjects: Int
    var contexts: Int

    init(_ census: ScriptCensus) {
        protectedValues = census.protectedValues
        nativeObjects = census.nativeObjects
        contexts = census.contexts
    }
}
