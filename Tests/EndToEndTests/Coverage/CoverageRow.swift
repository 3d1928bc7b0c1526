import Finesse
import Testing

/// A call of the REST API, shown by the client against the sandbox.
struct CoverageRow: Sendable {
    /// The row of the index.
    var api: FinesseAPI
    /// What is shown, as a sentence without its subject.
    var sentence: String
    /// The world it is shown in.
    var world: @Sendable () async throws -> RESTWorld
    /// Shows it.
    var run: @Sendable (RESTWorld) async throws -> Void

    init(
        _ api: FinesseAPI,
        _ sentence: String,
        in world: @escaping @Sendable () async throws -> RESTWorld = { try await RESTWorld() },
        _ run: @escaping @Sendable (RESTWorld) async throws -> Void
    ) {
        self.api = api
        self.sentence = sentence
        self.world = world
        self.run = run
    }

    /// Every row, by resource.
    static let all: [CoverageRow] =
        systemRows + userRows + dialogRows + supervisionRows + outboundRows + queueAndTeamRows + catalogueRows
        + settingsRows + listRows + desktopRows

    /// What other tests show.
    static let shownElsewhere: [FinesseAPI: String] = [
        .testSignOn: "DesktopTestPageTests", .fetchAccessToken: "SignInTests", .refreshAccessToken: "RefreshTests",
        .userAuthMode: "VariantTests",
    ]
}

extension CoverageRow: CustomTestStringConvertible {
    var testDescription: String { "\(api.rawValue) \(sentence)" }
}
