// UNSAFE: see the head of CertificateStore.swift.

internal import CCurl
import Synchronization

/// The thread that moves every exchange of one transport, and the way to talk to it.
///
/// Commands are put into a box under a lock and the thread is woken. When told to stop it finishes what runs, takes nothing
/// new, and ends; until then it keeps this object alive.
final class CurlLoop: Sendable {
    /// One exchange as seen by who asked for it.
    final class Ticket: Sendable {
        let number: UInt64
        let isCancelled = Atomic(false)

        init(number: UInt64) {
            self.number = number
        }
    }

    typealias Answer = CheckedContinuation<ExchangeOutcome, Never>

    private enum Command: Sendable {
        case start(Ticket, ExchangePlan, Answer)
        case cancel(UInt64)
    }

    /// The C loop as others see it: something to wake.
    ///
    /// Safe to send: used under the lock only, and cleared there before the loop is destroyed.
    @safe private struct Waker: @unchecked Sendable {
        let loop: OpaquePointer
    }

    private struct Box: Sendable {
        var commands: [Command] = []
        var waker: Waker?
        var isStopping = false
    }

    private let box = Mutex(Box())
    private let lastNumber = Atomic<UInt64>(0)

    /// Starts the thread; `nil` when the library or the system refuses.
    init?() {
        guard unsafe cc_library_defect() == nil, let loop = unsafe cc_loop_create() else { return nil }
        let waker = unsafe Waker(loop: loop)
        box.withLock { $0.waker = waker }
        let unmanaged = unsafe Unmanaged.passRetained(self)
        let isStarted = unsafe cc_thread_start(
            { context in
                guard let context = unsafe context else { return }
                unsafe Unmanaged<CurlLoop>.fromOpaque(context).takeRetainedValue().run()
            },
            unmanaged.toOpaque()
        )
        if !isStarted {
            box.withLock { $0.waker = nil }
            unsafe cc_loop_destroy(loop)
            unsafe unmanaged.release()
            return nil
        }
    }

    /// Why the library cannot be used; `nil` when it can.
    static var libraryDefect: String? { unsafe cc_library_defect().map { unsafe String(cString: $0) } }

    // MARK: From any task

    func newTicket() -> Ticket {
        Ticket(number: lastNumber.wrappingAdd(1, ordering: .relaxed).newValue)
    }

    /// Runs an exchange; the continuation is resumed once, in any case.
    func start(_ ticket: Ticket, _ plan: ExchangePlan, _ answer: Answer) {
        if !send(.start(ticket, plan, answer)) {
            answer.resume(returning: .failed("the transport has ended"))
        }
    }

    /// Ends an exchange if it has not ended; it then answers with ``ExchangeOutcome/Failure/cancelled``.
    func cancel(_ ticket: Ticket) {
        // Said before it is sent: an exchange whose start comes later must see it.
        ticket.isCancelled.store(true, ordering: .sequentiallyConsistent)
        _ = send(.cancel(ticket.number))
    }

    /// Takes no more exchanges, and ends the thread after those that run.
    func stop() {
        box.withLock { box in
            box.isStopping = true
            if let waker = box.waker { unsafe cc_loop_wake(waker.loop) }
        }
    }

    /// Puts a command into the box; false when it would come too late.
    private func send(_ command: Command) -> Bool {
        box.withLock { box in
            guard let waker = box.waker else { return false }
            if box.isStopping, case .start = command { return false }
            box.commands.append(command)
            unsafe cc_loop_wake(waker.loop)
            return true
        }
    }

    // MARK: On the thread

    private struct Running {
        let exchange: LibraryExchange
        let answer: Answer
    }

    private func run() {
        guard let waker = box.withLock({ $0.waker }) else { return }
        let loop = unsafe waker.loop
        var running: [UInt64: Running] = [:]
        while true {
            let (commands, isStopping) = takeCommands()
            for command in commands {
                switch command {
                case .start(let ticket, let plan, let answer):
                    unsafe begin(ticket, plan, answer, in: loop, &running)
                case .cancel(let number):
                    unsafe end(number, in: loop, &running)
                }
            }
            let couldPerform = unsafe cc_loop_perform(loop)
            unsafe answerFinished(in: loop, &running)
            if isStopping && running.isEmpty { break }
            if unsafe !couldPerform || !cc_loop_wait(loop, Self.longestWait) {
                stop()
                unsafe abandon(loop, &running)
            }
        }
        unsafe close(loop)
    }

    /// The longest wait, in milliseconds.
    ///
    /// The library shortens it to its own next timer; a command ends it.
    private static let longestWait: Int32 = 600_000

    private func takeCommands() -> (commands: [Command], isStopping: Bool) {
        box.withLock { box in
            defer { box.commands = [] }
            return (box.commands, box.isStopping)
        }
    }

    private func begin(
        _ ticket: Ticket,
        _ plan: ExchangePlan,
        _ answer: Answer,
        in loop: OpaquePointer,
        _ running: inout [UInt64: Running]
    ) {
        if ticket.isCancelled.load(ordering: .sequentiallyConsistent) {
            answer.resume(returning: .cancelled)
            return
        }
        guard let exchange = LibraryExchange(plan, tag: ticket.number, now: .now) else {
            answer.resume(returning: .failed("out of memory"))
            return
        }
        guard unsafe cc_loop_add(loop, exchange.pointer) else {
            answer.resume(returning: .failed("libcurl refused the request: \(exchange.defect ?? "its loop is full")"))
            return
        }
        running[ticket.number] = Running(exchange: exchange, answer: answer)
    }

    private func end(_ number: UInt64, in loop: OpaquePointer, _ running: inout [UInt64: Running]) {
        guard let ended = running.removeValue(forKey: number) else { return }
        unsafe cc_loop_remove(loop, ended.exchange.pointer)
        ended.answer.resume(returning: .cancelled)
    }

    private func answerFinished(in loop: OpaquePointer, _ running: inout [UInt64: Running]) {
        while let finished = unsafe cc_loop_next_finished(loop) {
            guard let ended = running.removeValue(forKey: unsafe cc_exchange_tag(finished)) else { continue }
            ended.answer.resume(returning: ended.exchange.outcome)
        }
    }

    private func abandon(_ loop: OpaquePointer, _ running: inout [UInt64: Running]) {
        for ended in running.values {
            unsafe cc_loop_remove(loop, ended.exchange.pointer)
            ended.answer.resume(returning: .failed("libcurl's loop broke"))
        }
        running = [:]
    }

    /// Takes the loop from the others and destroys it.
    ///
    /// No start can be left in the box: none came in after the stop.
    private func close(_ loop: OpaquePointer) {
        box.withLock { $0 = Box(isStopping: true) }
        unsafe cc_loop_destroy(loop)
    }
}

extension ExchangeOutcome {
    fileprivate static var cancelled: ExchangeOutcome {
        var outcome = ExchangeOutcome()
        outcome.failure = .cancelled
        return outcome
    }

    fileprivate static func failed(_ detail: String) -> ExchangeOutcome {
        var outcome = ExchangeOutcome()
        outcome.failure = .other
        outcome.detail = detail
        return outcome
    }
}
