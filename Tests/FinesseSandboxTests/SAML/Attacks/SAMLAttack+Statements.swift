import FinesseSandbox
import Testing

extension SAMLAttack {
    /// What the trusted key signs and is wrong all the same.
    static let statements =
        (WrongContent.envelopes + WrongContent.subjects + WrongContent.conditions + WrongContent.attributes)
        .filter { $0.refusal != .duplicateID }
        .map { saying($0, page: page(of: $0.refusal)) } + replays

    /// What was accepted before and is brought again, for a sign-in that waits.
    private static let replays = [
        SAMLAttack("the ID of an assertion that was accepted", refusal: "replayed", page: DocumentedPage.quickCheck) {
            parties,
            waiting,
            _ in
            var content = waiting.content
            content.assertions[0].id = try #require(waiting.previous?.assertions.first?.id)
            return TextEncodings.base64(try parties.identityProvider.encode(content))
        },
        SAMLAttack(
            "the answer to another sign-in, octet by octet",
            refusal: "unknown_in_response_to",
            page: DocumentedPage.quickCheck
        ) { parties, waiting, _ in
            TextEncodings.base64(try parties.identityProvider.encode(try #require(waiting.previous)))
        },
    ]

    /// The page that Cisco's documents show for what can be said with a trusted key.
    private static func page(of refusal: ResponseRefusal) -> [String] {
        switch refusal {
        case .status(let codes): DocumentedPage.failed(codes.joined(separator: "/"))
        case .confirmationExpired, .notYetValid, .expired, .sessionExpired: DocumentedPage.time
        case .missingUID: DocumentedPage.noUID
        case .missingUserPrincipal, .missingNameID: DocumentedPage.noPrincipal
        default: DocumentedPage.quickCheck
        }
    }
}
