import Foundation
import Synchronization

/// Reads the memory of this process and its children from time to time, on a thread of its own.
final class MemorySampler: Sendable {
    private struct State {
        var first: Int?
        var peak: Int?
        var processorTime = Duration.zero
        var isStopped = false
    }

    private let state = Mutex(State())
    private let every: Int

    init(everyMilliseconds every: Int) {
        self.every = every
    }

    /// The first and the largest size read, in kilobytes.
    var first: Int? { state.withLock { $0.first } }
    var peak: Int? { state.withLock { $0.peak } }

    /// The processor time that reading has taken.
    var processorTime: Duration { state.withLock { $0.processorTime } }

    func start() {
        guard every > 0 else { return }
        Thread.detachNewThread { [self] in
            while !state.withLock({ $0.isStopped }) {
                let size = Self.proportionalSize()
                let time = ProcessorTime.ofThisThread()
                state.withLock { state in
                    if state.first == nil { state.first = size }
                    if let size { state.peak = max(size, state.peak ?? 0) }
                    state.processorTime = time
                }
                Thread.sleep(forTimeInterval: Double(every) / 1000)
            }
        }
    }

    func stop() {
        state.withLock { $0.isStopped = true }
    }

    /// The proportional set size of this process and its children, in kilobytes; nil where one of them cannot be read.
    static func proportionalSize() -> Int? {
        // One that is just ending cannot be read and is gone the next time.
        for _ in 0..<5 {
            if let size = readProportionalSize() { return size }
        }
        return nil
    }

    private static func readProportionalSize() -> Int? {
        var sum = 0
        for process in ["self"] + ChildProcesses.identifiers.map(String.init) {
            guard let bytes = FileManager.default.contents(atPath: "/proc/\(process)/smaps_rollup") else {
                // One that has just ended takes no room; one that is there and cannot be read makes the sum worthless.
                if FileManager.default.fileExists(atPath: "/proc/\(process)") { return nil }
                continue
            }
            let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("Pss:") }
            sum += line.flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) } ?? 0
        }
        return sum
    }
}
