import CProcessBox

// Unsafe, wrapper folder of CProcessBox. What keeps it true: buffers are arrays' own storage, used only inside a call with the
// arrays' own counts; texts are handed over only for the length of a call; descriptors are closed once, in `close()`, after
// which the one owner (``HostProcess``) calls nothing here.

/// A started child and the parent's ends of what leads to it.
struct ChildProcess {
    private let process: Int32
    private let socket: Int32
    private let wakeReading: Int32
    private let wakeWriting: Int32

    /// Starts a program; the system ends it with the calling thread.
    ///
    /// - Parameters:
    ///   - program: the path.
    ///   - memory: the bound on its memory, in bytes.
    ///   - processor: the bound on its processor time, in seconds.
    /// - Throws: ``SystemFailure``.
    init(program: String, memory: UInt64, processor: UInt32) throws(SystemFailure) {
        var reading: Int32 = -1
        var writing: Int32 = -1
        let made = unsafe CBoxMakeWake(&reading, &writing)
        guard made == 0 else { throw SystemFailure(negated: Int64(made)) }
        var child = CBoxChild()
        let started = unsafe CBoxSpawn(program, memory, processor, &child)
        guard started == 0 else {
            CBoxClose(reading)
            CBoxClose(writing)
            throw SystemFailure(negated: Int64(started))
        }
        process = child.process
        socket = child.socket
        wakeReading = reading
        wakeWriting = writing
    }

    var identifier: Int32 { process }

    /// What a wait ended with.
    struct Event: OptionSet {
        let rawValue: Int32
        static let readable = Event(rawValue: Int32(CBoxReadable))
        static let writable = Event(rawValue: Int32(CBoxWritable))
    }

    /// Waits until the child can be read from or written to, until ``wake()``, or until the time is up; nil waits for ever.
    func wait(reading: Bool, writing: Bool, milliseconds: Int32?) -> Event {
        let found = CBoxPoll(socket, wakeReading, reading, writing, milliseconds ?? -1)
        if found > 0, found & Int32(CBoxWoken) != 0 { CBoxDrain(wakeReading) }
        return Event(rawValue: max(0, found))
    }

    /// Ends a wait of another thread.
    func wake() {
        CBoxWake(wakeWriting)
    }

    /// What was to be read.
    enum Received {
        case bytes(Int)
        case nothingYet
        case end
    }

    /// Reads what is there into a buffer.
    func receive(into buffer: inout [UInt8]) -> Received {
        let got = unsafe buffer.withUnsafeMutableBytes { unsafe CBoxReceive(socket, $0.baseAddress, $0.count) }
        if got > 0 { return .bytes(Int(got)) }
        return got == 0 || !SystemFailure(negated: got).isForLater ? .end : .nothingYet
    }

    /// Writes what goes at once: the number of bytes, 0 for later; nil when nobody will read them.
    func send(_ bytes: ArraySlice<UInt8>) -> Int? {
        let sent = unsafe bytes.withUnsafeBytes { unsafe CBoxSend(socket, $0.baseAddress, $0.count) }
        if sent >= 0 { return Int(sent) }
        return SystemFailure(negated: sent).isForLater ? 0 : nil
    }

    /// Ends the child and whatever it started.
    func kill() {
        CBoxKill(process)
    }

    /// Waits for the child, which was killed or is ending, so that nothing of it is left.
    func reap() -> ChildEnd {
        let status = CBoxReap(process)
        guard status >= 0 else { return .unknown }
        let signal = CBoxSignalOfStatus(status)
        return signal != 0 ? .signal(signal) : .exit(CBoxExitOfStatus(status))
    }

    /// Closes the parent's ends.
    func close() {
        CBoxClose(socket)
        CBoxClose(wakeReading)
        CBoxClose(wakeWriting)
    }
}
