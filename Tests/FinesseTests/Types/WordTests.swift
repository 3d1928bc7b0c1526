import FinesseTypes
import Testing

@Suite("The server's words")
struct WordTests {
    @Test(
        "give a mode without regard to case, - and _",
        arguments: [
            ("SSO", AuthenticationMode.singleSignOn), ("sso", .singleSignOn), ("NON_SSO", .password),
            ("non-SSO", .password), ("NonSso", .password), ("HYBRID", .hybrid), ("Hybrid", .hybrid),
        ]
    )
    func mode(word: String, expected: AuthenticationMode) {
        #expect(AuthenticationMode(serverWord: word) == expected)
    }

    @Test("give no mode when they are others", arguments: ["", "SAML", "SSOO", "NON SSO NOT"])
    func noMode(word: String) {
        #expect(AuthenticationMode(serverWord: word) == nil)
    }

    @Test("round-trip through every mode", arguments: AuthenticationMode.allCases)
    func modeRoundTrip(mode: AuthenticationMode) {
        #expect(AuthenticationMode(serverWord: mode.serverWord) == mode)
    }

    @Test("keep a state that nobody knows")
    func unknownState() {
        #expect(AgentState(rawValue: "ON_THE_MOON").rawValue == "ON_THE_MOON")
        #expect(AgentState(rawValue: "ON_THE_MOON").isSignedIn)
    }

    @Test("tell a signed-in agent from one who is not")
    func signedIn() {
        #expect(AgentState.notReady.isSignedIn && AgentState.talking.isSignedIn)
        #expect(!AgentState.logout.isSignedIn && !AgentState.login.isSignedIn && !AgentState.unknown.isSignedIn)
    }

    @Test("say when a login id must be looked up")
    func lookup() {
        #expect(DeploymentType(rawValue: "ucce") == .enterprise && DeploymentType.enterprise.needsLoginIDLookup)
        #expect(!DeploymentType.express.needsLoginIDLookup)
        #expect(DeploymentType(rawValue: "PCCE").needsLoginIDLookup)
    }
}
