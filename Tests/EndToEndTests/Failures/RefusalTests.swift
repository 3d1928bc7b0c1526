import FinesseSSO
import FinesseSandbox
import FinesseTypes
import Testing

/// What somebody types at the identity provider, and what it answers.
struct TypedWrong: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var user: UserName
    var typed: String?
    var password: String?
    var refusal: SandboxRefusal
    var words: String
    var nextAction = "Check both, then sign in again"

    static let all = [
        TypedWrong(
            testDescription: "a wrong password",
            user: "sjefferson",
            password: "Not-The-Password-1",
            refusal: .wrongPassword,
            words: "Incorrect user ID or password."
        ),
        TypedWrong(
            testDescription: "an unknown user",
            user: "sjefferson",
            typed: "nobody",
            refusal: .wrongPassword,
            words: "Incorrect user ID or password."
        ),
        TypedWrong(
            testDescription: "a locked account",
            user: "llennox",
            refusal: .accountLocked,
            words: "Your account is locked.",
            nextAction: "Have the account unlocked"
        ),
    ]
}

@Suite("An identity provider that says no", .timeLimit(.minutes(5)))
struct RefusalTests {
    @Test("is quoted, and the password is sent once", arguments: TypedWrong.all)
    func refused(_ wrong: TypedWrong) async throws {
        try await SignInWorld.with { world in
            let failure = try await world.failure(wrong.user, typed: wrong.typed, password: wrong.password)
            expectWhole(
                failure,
                label: "refused",
                host: world.place(.identityProvider),
                step: "signing in at the identity provider",
                nextAction: wrong.nextAction
            )
            #expect(failure.message.contains(wrong.words))
            #expect(world.sandbox.journal.refusals == [wrong.refusal])
            #expect(world.sandbox.journal.entries.count { $0.formNames.contains("Password") } == 1)
        }
    }

    @Test("a name without the realm that the page's own script insists on is refused there, and nothing is sent")
    func scriptInsists() async throws {
        var configuration = SandboxConfiguration()
        configuration.identityProvider.completesUserNames = false
        try await SignInWorld.with(configuration) { world in
            let failure = try await world.failure()
            expectWhole(
                failure,
                label: "refused",
                host: world.place(.identityProvider),
                step: "signing in at the identity provider",
                nextAction: "then sign in again"
            )
            #expect(failure.message.contains("Enter your user ID in the format"))
            #expect(!world.passwordWasSent)
        }
    }
}
