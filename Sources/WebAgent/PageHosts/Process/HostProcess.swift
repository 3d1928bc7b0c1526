import Foundation
import Synchronization
import WebAgentScripting

/// One host in a process of its own, and the thread of this process that keeps it.
///
/// The thread starts the child, carries the bytes, keeps the bound on real time, and waits for the child's end, so that nothing of
/// it is left. Whatever goes wrong ends the child.
final class HostProcess: Sendable {
    private struct State {
        var child: ChildProcess?
        var identifier: Int32?
        var outgoing: [[UInt8]] = []
        /// How much of the first outgoing frame has gone.
        var sent = 0
        var incoming: [[UInt8]] = []
        var incomingBytes = 0
        var waiter: Waiter?
        /// When the thread looks up by itself.
        var nextLook: ContinuousClock.Instant?
        /// Why it ended, or is about to.
        var end: PageHostFailure?
        var isOver = false
        var overWaiters: [CheckedContinuation<Void, Never>] = []
        var pages = 0
    }

    private struct Waiter {
        var continuation: CheckedContinuation<Result<[UInt8], PageHostFailure>, Never>
        var bound: Duration
        var deadline: ContinuousClock.Instant
    }

    /// Above so many bytes that nobody has taken, the child has to wait.
    private static let incomingBound = 2 << 20

    /// What a frame that waits counts as: its bytes, and something for being there.
    private static func weight(of frame: [UInt8]) -> Int { frame.count + 64 }

    private let state = Mutex(State())
    private let program: PageHostProgram
    private let settings: ProcessPageHostSettings
    private let atEnd: @Sendable (HostProcess) -> Void

    /// Makes a host that is not there yet; see ``start()``.
    init(
        program: PageHostProgram,
        settings: ProcessPageHostSettings,
        atEnd: @escaping @Sendable (HostProcess) -> Void
    ) {
        self.program = program
        self.settings = settings
        self.atEnd = atEnd
    }

    /// Starts the child and waits until it is ready.
    ///
    /// - Returns: the walls it says it stands between.
    /// - Throws: ``PageHostFailure/notStarted(reason:)``.
    func start() async throws(PageHostFailure) -> PageHostWalls {
        let thread = Thread { self.keep() }
        thread.name = "page-host-keeper"
        thread.stackSize = 512 << 10
        thread.start()
        do throws(PageHostFailure) {
            let greeting = try await receive(within: settings.startBound)
            let walls: PageHostWalls
            do throws(PageCodecError) {
                walls = try PageHostGreeting(frame: greeting).walls
            } catch {
                throw .notStarted(reason: "\(program.path) is no page host of this version: \(error.label)")
            }
            let missing = settings.requiredWalls.subtracting(walls)
            guard missing.isEmpty else { throw .notStarted(reason: "it stands without these walls: \(missing)") }
            return walls
        } catch {
            end(error)
            await waitUntilOver()
            throw error.atStart(of: program)
        }
    }

    // MARK: For the agent

    /// Hands a frame to the child, now or as soon as it reads.
    func send(_ frame: [UInt8]) throws(PageHostFailure) {
        let failure = state.withLock { state -> PageHostFailure? in
            if let end = state.end { return end }
            let isFirst = state.outgoing.isEmpty
            state.outgoing.append(frame)
            if PageFrameRole(of: frame) == .opening { state.pages += 1 }
            if isFirst, let child = state.child {
                Self.write(to: child, &state)
                if !state.outgoing.isEmpty { child.wake() }
            }
            return nil
        }
        if let failure { throw failure }
    }

    /// Waits for the child's next frame; a child that is over its time is ended, and so is one whose agent was cancelled.
    func receive(within bound: Duration) async throws(PageHostFailure) -> [UInt8] {
        let result: Result<[UInt8], PageHostFailure> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let deadline = ContinuousClock.now.advanced(by: bound)
                let ready = state.withLock { state in
                    Self.take(&state) { Waiter(continuation: continuation, bound: bound, deadline: deadline) }
                }
                if let ready { continuation.resume(returning: ready) }
            }
        } onCancel: {
            end(.died(reason: "the agent was cancelled"))
        }
        return try result.get()
    }

    /// The next frame, or the end; otherwise notes who waits.
    private static func take(_ state: inout State, orWait waiter: () -> Waiter) -> Result<[UInt8], PageHostFailure>? {
        if !state.incoming.isEmpty {
            let frame = state.incoming.removeFirst()
            let wasFull = state.incomingBytes >= incomingBound
            state.incomingBytes -= weight(of: frame)
            if wasFull { state.child?.wake() }
            return .success(frame)
        }
        if let end = state.end { return .failure(end) }
        let waiter = waiter()
        state.waiter = waiter
        // A look that comes a little early finds nothing to do and is put off: cheaper than waking the thread each time.
        if state.nextLook.map({ $0 > waiter.deadline.advanced(by: .milliseconds(2)) }) ?? true { state.child?.wake() }
        return nil
    }

    /// Ends the child; what it was ended for is told to whoever waits for it.
    func end(_ reason: PageHostFailure) {
        let waiter = state.withLock { state -> Waiter? in
            guard state.end == nil else { return nil }
            state.end = reason
            state.child?.kill()
            state.child?.wake()
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.continuation.resume(returning: .failure(reason))
    }

    /// Waits until nothing of the child is left.
    func waitUntilOver() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if !state.isOver { state.overWaiters.append(continuation) }
                return state.isOver
            }
            if isOver { continuation.resume() }
        }
    }

    /// How many pages it was told to open.
    var pages: Int { state.withLock { $0.pages } }

    var hasEnded: Bool { state.withLock { $0.end != nil } }

    /// The child's number; nil before it is there and after nothing of it is left.
    var identifier: Int32? { state.withLock { $0.identifier } }

    // MARK: The thread

    private func keep() {
        do throws(SystemFailure) {
            let child = try ChildProcess(
                program: program.path,
                memory: settings.memory,
                processor: settings.processorSeconds
            )
            state.withLock { state in
                state.child = child
                state.identifier = child.identifier
                if state.end != nil { child.kill() } else { Self.write(to: child, &state) }
            }
            let isInside = carry(child)
            finish(child, inFrame: isInside)
        } catch {
            end(.notStarted(reason: "\(program.path): \(error)"))
        }
        let waiters = state.withLock { state in
            state.isOver = true
            state.identifier = nil
            defer { state.overWaiters = [] }
            return state.overWaiters
        }
        atEnd(self)
        for waiter in waiters { waiter.resume() }
    }

    /// Carries bytes both ways until the child has ended or is to end; tells whether it stopped in the middle of a message.
    private func carry(_ child: ChildProcess) -> Bool {
        var reader = FrameReader()
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while let plan = plan() {
            let events = child.wait(reading: plan.reads, writing: plan.writes, milliseconds: plan.milliseconds)
            if events.contains(.writable) { state.withLock { Self.write(to: child, &$0) } }
            if events.contains(.readable) {
                switch child.receive(into: &buffer) {
                case .nothingYet: break
                case .end: return reader.isInside
                case .bytes(let count):
                    reader.append(buffer[..<count])
                    do throws(PageCodecError) {
                        while let frame = try reader.next() { deliver(frame) }
                    } catch {
                        end(.protocolBroken(reason: "\(error)"))
                    }
                }
            }
            endLate()
        }
        return false
    }

    private struct Plan {
        var reads: Bool
        var writes: Bool
        var milliseconds: Int32?
    }

    /// What to wait for next; nil when the child is to end.
    private func plan() -> Plan? {
        state.withLock { state in
            guard state.end == nil else { return nil }
            let now = ContinuousClock.now
            // Between two waits the look of the first is kept: the next one, which hardly ever ends sooner, then need not wake
            // this thread.
            state.nextLook = state.waiter?.deadline ?? state.nextLook.flatMap { $0 > now ? $0 : nil }
            let left = state.nextLook.map { max(.zero, now.duration(to: $0)) }
            return Plan(
                reads: state.incomingBytes < Self.incomingBound,
                writes: !state.outgoing.isEmpty,
                milliseconds: left.map { Int32(clamping: Int64(min($0, .seconds(86_400)) / .milliseconds(1)) + 1) }
            )
        }
    }

    private func deliver(_ frame: [UInt8]) {
        let waiter = state.withLock { state -> Waiter? in
            guard state.end == nil else { return nil }
            guard let waiter = state.waiter else {
                state.incoming.append(frame)
                state.incomingBytes += Self.weight(of: frame)
                return nil
            }
            state.waiter = nil
            return waiter
        }
        waiter?.continuation.resume(returning: .success(frame))
    }

    /// Ends the child when somebody has waited for it too long.
    private func endLate() {
        let late = state.withLock { state in
            state.waiter.flatMap { $0.deadline <= .now ? $0.bound : nil }
        }
        if let late { end(.timeLimit(late)) }
    }

    /// Writes what goes at once.
    ///
    /// A child that reads no more is found out by reading.
    private static func write(to child: ChildProcess, _ state: inout State) {
        while let frame = state.outgoing.first {
            guard let count = child.send(frame[state.sent...]) else {
                state.outgoing = []
                state.sent = 0
                return
            }
            state.sent += count
            guard state.sent == frame.count else { return }
            state.outgoing.removeFirst()
            state.sent = 0
        }
    }

    /// Makes sure that nothing of the child is left, and says how it ended.
    private func finish(_ child: ChildProcess, inFrame: Bool) {
        child.kill()
        // From here on nobody else can signal or wake it: its numbers may soon be somebody else's.
        state.withLock { $0.child = nil }
        let found = child.reap()
        child.close()
        end(.died(reason: inFrame ? "\(found), in the middle of a message" : "\(found)"))
    }
}

extension PageHostFailure {
    /// The failure, said of a host that was just being started.
    fileprivate func atStart(of program: PageHostProgram) -> PageHostFailure {
        switch self {
        case .notStarted: self
        case .died(let reason), .protocolBroken(let reason): .notStarted(reason: "\(program.path): \(reason)")
        case .timeLimit(let bound): .notStarted(reason: "\(program.path) was not ready within \(bound.inSeconds) s")
        }
    }
}
