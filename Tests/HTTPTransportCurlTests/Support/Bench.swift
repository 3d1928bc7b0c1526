import HTTPTransport
import HTTPTransportCurl
import TestSupport

/// A loopback server under the name of a test, an authority that signed it, and transports that reach it.
struct Bench: Sendable {
    let authority: TestAuthority
    let server: LoopbackServer
    let origin: HTTPOrigin

    /// How a bench is set up.
    struct Setup {
        var scheme = HTTPOrigin.Scheme.https
        var host = "one.test"
        /// The names in the certificate; the host when `nil`.
        var names: [String]?
        var commonName: String?
        var validity = Validity.current
        var isSelfSigned = false
        var asksForClient = false
        var speaksHTTP2 = false
        var isOutdated = false
        var greeting: [ServerStep] = []
    }

    /// What the server answers.
    struct Answers {
        let script: LoopbackServer.Script

        static func script(_ script: @escaping LoopbackServer.Script) -> Answers { Answers(script: script) }
    }

    /// Starts a server, runs a body with it, and stops it.
    static func run(
        _ setup: Setup = Setup(),
        answers: Answers = .script { _, _ in [.response(text: "hello")] },
        _ body: (Bench) async throws -> Void
    ) async throws {
        let authority = try TestAuthority()
        var tls: ServerTLS?
        if setup.scheme == .https {
            let names = setup.names ?? [setup.host]
            var made = ServerTLS(
                try setup.isSelfSigned
                    ? TestAuthority.selfSigned(names: names)
                    : authority.server(names: names, commonName: setup.commonName, validity: setup.validity)
            )
            made.clientAuthority = setup.asksForClient ? authority.certificate : nil
            made.speaksHTTP2 = setup.speaksHTTP2
            made.isOutdated = setup.isOutdated
            tls = made
        }
        let server = try await LoopbackServer.start(tls: tls, greeting: setup.greeting, script: answers.script)
        let bench = Bench(
            authority: authority,
            server: server,
            origin: HTTPOrigin(scheme: setup.scheme, host: setup.host)
        )
        do {
            try await body(bench)
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    /// A transport that trusts the bench's authority alone and connects everything to its server.
    func transport(_ change: (inout CurlConfiguration) throws -> Void = { _ in }) throws -> CurlHTTPTransport {
        var configuration = CurlConfiguration()
        configuration.trustsSystemRoots = false
        configuration.trustedCertificates = [authority.certificate]
        configuration.addressOverrides = [toServer]
        try change(&configuration)
        return try CurlHTTPTransport(configuration)
    }

    /// Sends every connection to the bench's server.
    var toServer: AddressOverride {
        AddressOverride(host: nil, port: nil, targetHost: "127.0.0.1", targetPort: server.port)
    }

    /// A request that must not take long.
    func request(_ method: String = "GET", _ target: String = "/", deadline: Duration = .seconds(20)) -> HTTPRequest {
        HTTPRequest(method: method, origin: origin, target: target, deadline: deadline)
    }
}

/// What a transport throws for a request; `nil` when it answers.
func failure(of transport: any HTTPTransport, _ request: HTTPRequest) async -> TransportError? {
    do throws(TransportError) {
        _ = try await transport.perform(request)
        return nil
    } catch {
        return error
    }
}

extension TransportError {
    /// The TLS failure in the error, if that is what it is.
    var tlsFailure: TLSFailure? {
        if case .tls(_, let failure) = self { failure } else { nil }
    }

    /// The proxy's failure in the error, if that is what it is.
    var proxyFailure: ProxyFailure? {
        if case .proxy(_, let failure) = self { failure } else { nil }
    }
}
