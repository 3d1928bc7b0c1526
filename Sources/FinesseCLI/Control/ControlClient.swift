import Foundation
import HTTPTransport
import HTTPTransportCurl

/// Asks the control of a running sandbox.
struct ControlClient: Sendable {
    private let profile: String
    private let access: ControlAccess
    private let origin: HTTPOrigin
    private let transport: any HTTPTransport

    /// Finds the running sandbox of a profile.
    init(profile: String, in context: CommandContext) throws {
        guard let access = try context.profiles.controlAccess(of: profile) else {
            throw CommandFailure(
                .failure,
                "No sandbox runs under the profile \"\(profile)\". Start one: finessectl sandbox --profile \(profile)."
            )
        }
        self.profile = profile
        self.access = access
        origin = try ConnectionSettings.origin(access.origin)
        // It is on this machine: no proxy stands before it.
        transport = try CurlHTTPTransport(CurlConfiguration())
    }

    /// Sends a request.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - path: The path below `/control`, with its query.
    ///   - body: The body, where there is one.
    /// - Returns: What the control answered; ``ControlValue/null`` where that was nothing.
    /// - Throws: ``CommandFailure`` with what the control refused, or where nobody listens; else what the transport threw.
    @discardableResult
    func send(_ method: String, _ path: String, _ body: ControlValue? = nil) async throws -> ControlValue {
        var request = HTTPRequest(
            method: method,
            origin: origin,
            target: "/control" + path,
            fields: ["Authorization": "Bearer \(access.token)", "Accept": "application/json"],
            // A clock that is turned far fires much on the way.
            deadline: .seconds(300)
        )
        if let body {
            request.fields = ["Authorization": "Bearer \(access.token)", "Content-Type": "application/json"]
            request.body = Array(try JSONEncoder().encode(body))
        }
        return try read(try await answer(request))
    }

    private func answer(_ request: HTTPRequest) async throws -> HTTPResponse {
        do {
            return try await transport.perform(request)
        } catch TransportError.connectionRefused {
            throw CommandFailure(
                .failure,
                "The sandbox of the profile \"\(profile)\" does not run any more. "
                    + "Start it: finessectl sandbox --profile \(profile)."
            )
        }
    }

    private func read(_ response: HTTPResponse) throws -> ControlValue {
        let value = try? JSONDecoder().decode(ControlValue.self, from: Data(response.body))
        guard (200..<300).contains(response.status) else {
            let detail = value?["detail"]?.words ?? "The sandbox answered with status \(response.status)."
            throw CommandFailure(.serverError, "\(detail) See docs/sandbox.md for what there is.")
        }
        return value ?? .null
    }
}
