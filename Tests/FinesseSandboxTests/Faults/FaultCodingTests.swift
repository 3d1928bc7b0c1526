import FinesseSandbox
import Foundation
import Testing

@Suite("Sandbox faults as JSON and YAML")
struct FaultCodingTests {
    private static let faults: [SandboxFault] = [
        SandboxFault(.status(503)),
        SandboxFault(
            .status(429, body: "slow down", headers: ["Retry-After": "5"]),
            when: .init(
                party: .finesse,
                node: "finesse1.xyz.com",
                method: "POST",
                path: "/desktop/*",
                route: .refresh,
                user: "sjefferson",
                after: 2,
                times: 3,
                probability: 0.5
            ),
            lasts: .seconds(1200),
            name: "limited"
        ),
        SandboxFault(.delay(.fixed(.milliseconds(1500)))),
        SandboxFault(.delay(.logNormal(median: .milliseconds(800), sigma: 0.7, most: .seconds(30)))),
        SandboxFault(.reset()), SandboxFault(.reset(.afterWork)), SandboxFault(.hangUp()),
        SandboxFault(.hangUp(.afterWork)), SandboxFault(.empty), SandboxFault(.truncated()),
        SandboxFault(.truncated(bytes: 10)), SandboxFault(.malformedHead), SandboxFault(.malformedBody),
        SandboxFault(.contentType("text/html")), SandboxFault(.drip(bytes: 16, every: .milliseconds(20))),
        SandboxFault(.failure(.tokensVoid)), .passwordExpired("sjefferson"), .networkFlaky(0.3),
    ]

    @Test("come back as they were", arguments: faults)
    func roundTrip(fault: SandboxFault) throws {
        let json = try JSONEncoder().encode(fault)
        #expect(try JSONDecoder().decode(SandboxFault.self, from: json) == fault)
        let configuration = try SandboxConfiguration(yaml: "faults: [\(String(decoding: json, as: UTF8.self))]")
        #expect(configuration.faults == [fault])
    }

    @Test("have a short and clear shape")
    func shape() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = String(decoding: try encoder.encode(Self.faults[1]), as: UTF8.self)
        #expect(
            json == #"{"effect":{"status":{"body":"slow down","code":429,"headers":{"Retry-After":"5"}}},"#
                + #""lasts":"1200s","name":"limited","when":{"after":2,"method":"POST","node":"finesse1.xyz.com","#
                + #""party":"finesse","path":"/desktop/*","probability":0.5,"route":"refresh","times":3,"#
                + #""user":"sjefferson"}}"#
        )
    }

    @Test("are written as words, each with what belongs to it")
    func words() throws {
        let configuration = try SandboxConfiguration(
            yaml: """
                faultSeed: 42
                faults:
                  - nextRefreshFails
                  - {word: passwordExpired, user: sjefferson}
                  - {word: identityProviderDown, lasts: 20m}
                  - {word: finesseOutOfService, times: 3, node: finesse1.xyz.com}
                  - {word: tokensSlow, delay: {median: 2s, sigma: 1}}
                  - {word: networkFlaky, probability: 0.2, user: mwitwicky}
                """
        )
        #expect(configuration.faultSeed == 42)
        var flaky = SandboxFault.networkFlaky(0.2)
        flaky.when.user = "mwitwicky"
        #expect(
            configuration.faults == [
                .nextRefreshFails, .passwordExpired("sjefferson"), .identityProviderDown(for: .seconds(1200)),
                .finesseOutOfService(requests: 3, node: "finesse1.xyz.com"),
                .tokensSlow(.logNormal(median: .seconds(2), sigma: 1)), flaky,
            ]
        )
        for word in SandboxFault.Word.allCases {
            let needsUser = [.passwordExpired, .accountLocked].contains(word)
            let yaml = "faults: [{word: \(word.rawValue)\(needsUser ? ", user: ann" : "")}]"
            #expect(try SandboxConfiguration(yaml: yaml).faults.first?.name?.hasPrefix(word.rawValue) == true)
        }
    }

    @Test(
        "that cannot be read are refused by the key",
        arguments: [
            ("{effect: {status: 99}}", "faults[0].effect.status"), ("{when: {}}", "faults[0].effect"),
            ("{effect: explode}", "faults[0].effect"), ("{effect: {status: 500, delay: 1s}}", "faults[0].effect"),
            ("{effect: empty, when: {rout: token}}", "faults[0].when.rout"),
            ("{effect: {delay: soon}}", "faults[0].effect.delay"),
            ("{word: passwordExpired}", "faults[0].user"), ("nonsense", "faults[0].word"),
            ("{word: relayLost, when: {}}", "faults[0].when"),
            ("{effect: empty, when: {route: nowhere}}", "faults[0].when.route"),
            ("{effect: empty, when: {times: many}}", "faults[0].when.times"), ("[]", "faults[0]"),
        ]
    )
    func unreadable(yaml: String, key: String) {
        let error = #expect(throws: SandboxError.self) { try SandboxConfiguration(yaml: "faults: [\(yaml)]") }
        #expect(error?.description.contains(" \(key):") == true, "\(error?.description ?? "")")
    }
}
