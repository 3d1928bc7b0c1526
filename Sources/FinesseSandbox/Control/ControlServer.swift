/// A visit of one of the control's pages.
struct ControlVisit: Sendable {
    /// The sandbox.
    var sandbox: FinesseSandbox
    /// The request; a form that it carries was checked.
    var request: SandboxRequest
    /// What every form of the page must carry as the hidden field `csrf`.
    var formToken: String
}

/// The control of a sandbox, apart from any server library: who may ask, which route it is, what it answers.
package struct ControlServer: Sendable {
    /// Every route of the API.
    package static let routes: [ControlRoute] =
        ControlOpenAPI.routes + ControlConfiguration.routes + ControlClock.routes + ControlJournal.routes
        + ControlUsers.routes + ControlContactCentre.routes + ControlFailures.routes + ControlFaults.routes
        + ControlNodes.routes + ControlReset.routes + ControlSnapshot.routes + ControlTasks.routes
        + ControlClientLogs.routes

    private let sandbox: FinesseSandbox
    private let access: ControlGuard

    /// Creates the control of a sandbox.
    ///
    /// - Parameters:
    ///   - sandbox: The sandbox.
    ///   - token: What opens it.
    ///   - port: The port on which it is reached.
    package init(of sandbox: FinesseSandbox, token: SandboxPassword, port: Int) {
        self.sandbox = sandbox
        access = ControlGuard(token: token, port: port)
    }

    /// Answers a request.
    ///
    /// - Parameter request: The request.
    /// - Returns: The answer.
    package func answer(_ request: SandboxRequest) async -> ControlAnswer {
        do throws(ControlProblem) {
            return Self.hardened(try await route(request))
        } catch {
            return Self.hardened(.whole(error.answer))
        }
    }

    private func route(_ request: SandboxRequest) async throws(ControlProblem) -> ControlAnswer {
        let visitor = try access.visitor(of: request)
        guard visitor != .newcomer else { return .whole(access.welcome) }
        switch request.bodyFault {
        case .tooLarge: throw ControlProblem(413, "The body is too large.")
        case .unreadable: throw ControlProblem(400, "The body could not be read.")
        case nil: break
        }
        var request = request
        // A HEAD is answered like a GET; the server leaves the body out.
        if request.method == "HEAD" { request.method = "GET" }
        let answer = request.segments.first == "control" ? try await api(request) : try await page(request)
        guard request.method != "GET" else { return answer }
        // What is answered as done is in the state file, where there is one.
        do throws(SandboxError) {
            try await sandbox.world.commit()
        } catch {
            throw ControlProblem(error)
        }
        return answer
    }

    private func api(_ request: SandboxRequest) async throws(ControlProblem) -> ControlAnswer {
        let segments = request.segments
        let fitting = Self.routes.compactMap { route in route.match(segments).map { (route, $0) } }
        guard !fitting.isEmpty else {
            throw ControlProblem(404, "There is nothing here. GET /control/openapi.json lists what there is.")
        }
        guard let (route, path) = fitting.first(where: { $0.0.method == request.method }) else {
            let methods = fitting.map(\.0.method).joined(separator: ", ")
            throw ControlProblem(405, "\(request.method) does nothing here; there is \(methods).")
        }
        let body = try body(of: request)
        return try await route.perform(ControlRoute.Call(sandbox: sandbox, request: request, path: path, body: body))
    }

    private func page(_ request: SandboxRequest) async throws(ControlProblem) -> ControlAnswer {
        let visit = ControlVisit(sandbox: sandbox, request: request, formToken: access.formToken)
        guard let answer = await Console().answer(visit) else { throw ControlProblem(404, "There is no such page.") }
        return answer
    }

    private func body(of request: SandboxRequest) throws(ControlProblem) -> JSONValue? {
        guard !request.body.isEmpty, request.method != "GET" else { return nil }
        guard let value = JSONValue.read(request.body) else { throw ControlProblem(400, "The body is no JSON.") }
        return value
    }

    /// Nothing is kept, framed, or lent to another site.
    private static func hardened(_ answer: ControlAnswer) -> ControlAnswer {
        guard case .whole(var whole) = answer else { return answer }
        for (name, value) in headers where whole.header(name).isEmpty { whole = whole.adding(name, value) }
        return .whole(whole)
    }

    /// The header fields of every answer.
    static let headers = [
        ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
        ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    ]
}
