import ArgumentParser
import Finesse
import FinesseSSO
import Foundation
import HTTPTransport
import SignInTrace
import Synchronization
import WebAgent

/// The trace that one command writes, where `--trace` asks for one.
///
/// It belongs to the command and not to a connection, so that a command with several connections writes one trace.
final class CommandTrace: Sendable {
    private struct State {
        var command: String?
        var recorder: TraceRecorder?
        var fault: String?
    }

    private let state = Mutex(State())

    /// Names the command that runs.
    func name(_ command: String) {
        // Never one lock inside the other: the recorder calls back to keep the log.
        let recorder = state.withLock { state in
            state.command = command
            return state.recorder
        }
        recorder?.name(command)
    }

    /// A transport that writes what it carries to a file.
    ///
    /// - Parameters:
    ///   - inner: carries it.
    ///   - path: the file; one that is there is replaced.
    ///   - address: the Finesse server.
    ///   - context: the outside.
    /// - Returns: the transport.
    /// - Throws: ``CommandFailure`` when the file cannot be written, before anything is asked of anybody.
    func transport(
        _ inner: any HTTPTransport,
        to path: String,
        address: ServerAddress,
        _ context: CommandContext
    ) throws(CommandFailure) -> any HTTPTransport {
        if let recorder = state.withLock({ $0.recorder }) { return recorder.transport(inner) }
        let recorder = TraceRecorder(
            TraceRecorder.Settings(
                creator: HARCreator(name: "finessectl", version: FinesseCommand.configuration.version),
                publicNames: PublicNames.parameters,
                clock: .measuring { context.now().milliseconds }
            ),
            finesse: address.candidates.flatMap { [$0.authority, "\($0.host):\($0.port)"] },
            keep: { bytes in self.keep(bytes, path) }
        )
        if let command = state.withLock({ $0.command }) { recorder.name(command) }
        do {
            try PrivateFile.write(recorder.file, to: path)
        } catch {
            throw CommandFailure(.usage, Self.message(path, error.reason))
        }
        state.withLock { $0.recorder = recorder }
        return recorder.transport(inner)
    }

    /// The parts for an agent whose walk is recorded; nil where no trace is asked for.
    ///
    /// - Parameter inner: carries its requests.
    /// - Returns: its transport, and the observer of its recording.
    func pages(
        over inner: any HTTPTransport
    ) -> (transport: any HTTPTransport, observer: @Sendable (Recording.Entry) -> Void)? {
        state.withLock { $0.recorder }?.pages(over: inner)
    }

    /// Writes how the command ended.
    ///
    /// - Parameters:
    ///   - status: the exit status.
    ///   - message: what the person was told, where it did not end well.
    ///   - console: told where the trace is not complete.
    func end(_ status: Int32, _ message: String?, _ console: Console) {
        guard let recorder = state.withLock({ $0.recorder }) else { return }
        recorder.end(TracedOutcome(status: Int(status), message: message))
        if let fault = state.withLock({ $0.fault }) { console.talk("finessectl: \(fault)") }
    }

    private func keep(_ bytes: [UInt8], _ path: String) {
        do {
            try PrivateFile.write(bytes, to: path)
            state.withLock { $0.fault = nil }
        } catch {
            // The sign-in is worth more than its trace: it goes on, and the person is told in the end.
            state.withLock { $0.fault = Self.message(path, error.reason) }
        }
    }

    private static func message(_ path: String, _ reason: String) -> String {
        "The trace cannot be written to \(path): \(reason). Name another file with --trace."
    }
}
