import FinesseSandbox
import XMLTree

extension SAMLAttack {
    /// The eight classic wrappings, on a message whose assertion alone is signed; the first two once more on a message
    /// that is signed as a whole, which needs no switch.
    static let wrapping =
        WrappingAttack.all.filter { $0.signing == .assertion }.map { wrapping($0) }
        + WrappingAttack.all.filter { $0.signing == .message }.map { wrapping($0) }
        + responses

    private static func wrapping(_ attack: WrappingAttack) -> SAMLAttack {
        changing(
            "wrapping \(attack.testDescription)" + (attack.signing == .message ? ", the message signed" : ""),
            signing: attack.signing,
            refusal: attack.refusal.label,
            page: DocumentedPage.quickCheck,
            attack.forge
        )
    }

    /// The first two wrappings where there is no signature but the assertion's.
    private static let responses = [
        changing(
            "wrapping 1: the response inside the signature of a forged assertion",
            signing: .assertion,
            refusal: "misplaced.response_in_signature",
            page: DocumentedPage.quickCheck
        ) { forgery in
            let assertion = try forgery.assertion
            var original = forgery.root
            original.replaceChild("Assertion", by: [SAMLForgery.withoutSignature(assertion)])
            var evil = forgery.root
            evil.setAttribute("ID", "_evil-response")
            evil.replaceChild(
                "Assertion",
                by: [SAMLForgery.changing(SAMLForgery.evil(assertion), "Signature") { $0.append(original) }]
            )
            return evil
        },
        changing(
            "wrapping 2: the response, signed assertion and all, inside a forged response",
            signing: .assertion,
            refusal: "misplaced.response_in_response",
            page: DocumentedPage.quickCheck
        ) { forgery in
            var evil = forgery.root
            evil.setAttribute("ID", "_evil-response")
            evil.replaceChild(
                "Assertion",
                by: [forgery.root, SAMLForgery.withoutSignature(SAMLForgery.evil(try forgery.assertion))]
            )
            return evil
        },
    ]
}
