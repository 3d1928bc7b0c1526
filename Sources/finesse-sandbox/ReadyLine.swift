import FinesseSandbox

/// What a test needs to know of a running sandbox, as one line of JSON.
enum ReadyLine {
    /// The line, without its end.
    static func text(_ sandbox: FinesseSandbox) -> String {
        JSONText.object([
            ("finesse", .string(sandbox.origins.text(.finesse))),
            ("identityService", .string(sandbox.origins.text(.identityService))),
            ("identityProvider", .string(sandbox.origins.text(.identityProvider))),
            ("connectTo", .array(sandbox.connectTo.map { .string($0.description) })),
            ("certificateAuthority", .string(sandbox.certificateAuthorityPEM)),
            ("control", sandbox.control.map { .string($0.origin) } ?? .null),
            ("controlToken", sandbox.control.map { .string($0.token.characters) } ?? .null),
        ]).text
    }
}
