internal import XMLTree

extension ResponseContent {
    /// The response as XML, not signed.
    func element() -> XMLElement {
        let codes = status.reversed().reduce(nil as XMLElement?) { inner, code in
            SAMLVocabulary.message.element("StatusCode", ["Value": code], [inner])
        }
        return SAMLVocabulary.message.element(
            "Response",
            [
                "ID": id, "Version": "2.0", "IssueInstant": issueInstant.timestamp, "Destination": destination,
                "InResponseTo": inResponseTo,
            ],
            [
                SAMLVocabulary.assertion.element("Issuer", text: issuer),
                SAMLVocabulary.message.element("Status", [:], [codes]),
            ] + assertions.map { $0.element() } + encryptedAssertions.map(Self.encrypted)
        )
    }

    /// Source: SAML 2.0 core, 2.3.4; XML Encryption 1.1, 3.1.
    private static func encrypted(_ cipher: String) -> XMLElement {
        func element(_ name: String, _ attributes: [XMLAttribute] = [], _ children: [XMLNode]) -> XMLElement {
            XMLElement(
                XMLName(name, prefix: "xenc", namespace: "http://www.w3.org/2001/04/xmlenc#"),
                attributes: attributes,
                children: children
            )
        }
        let value = element("CipherValue", [], [.text(cipher)])
        let data = element(
            "EncryptedData",
            [XMLAttribute("Type", "http://www.w3.org/2001/04/xmlenc#Element")],
            [.element(element("CipherData", [], [.element(value)]))]
        )
        return SAMLVocabulary.assertion.element("EncryptedAssertion", [:], [data])
    }
}

extension AssertionContent {
    private typealias Part = SAMLVocabulary

    func element() -> XMLElement {
        Part.assertion.element(
            "Assertion",
            ["ID": id, "Version": "2.0", "IssueInstant": issueInstant.timestamp],
            [
                Part.assertion.element("Issuer", text: issuer), subject(), conditions(), authnStatement(),
                attributeStatement(),
            ]
        )
    }

    private func subject() -> XMLElement {
        let nameID = name.map { name in
            Part.assertion.element(
                "NameID",
                [
                    "Format": name.format, "NameQualifier": name.nameQualifier,
                    "SPNameQualifier": name.spNameQualifier,
                ],
                text: name.value
            )
        }
        let confirmations = confirmations.map { confirmation in
            let data = Part.assertion.element(
                "SubjectConfirmationData",
                [
                    "InResponseTo": confirmation.inResponseTo,
                    "NotOnOrAfter": confirmation.notOnOrAfter?.timestamp, "Recipient": confirmation.recipient,
                ]
            )
            return Part.assertion.element("SubjectConfirmation", ["Method": confirmation.method], [data])
        }
        return Part.assertion.element("Subject", [:], [nameID] + confirmations)
    }

    private func conditions() -> XMLElement {
        let restriction: XMLElement? =
            if audiences.isEmpty {
                nil
            } else {
                Part.assertion.element(
                    "AudienceRestriction",
                    [:],
                    audiences.map { Part.assertion.element("Audience", text: $0) }
                )
            }
        return Part.assertion.element(
            "Conditions",
            ["NotBefore": notBefore?.timestamp, "NotOnOrAfter": notOnOrAfter?.timestamp],
            [restriction]
        )
    }

    private func authnStatement() -> XMLElement? {
        guard let authnInstant else { return nil }
        let reference = Part.assertion.element(
            "AuthnContextClassRef",
            text: SAMLIdentifier.passwordProtectedTransport
        )
        return Part.assertion.element(
            "AuthnStatement",
            ["AuthnInstant": authnInstant.timestamp, "SessionIndex": sessionIndex],
            [Part.assertion.element("AuthnContext", [:], [reference])]
        )
    }

    private func attributeStatement() -> XMLElement? {
        guard !attributes.isEmpty else { return nil }
        return Part.assertion.element(
            "AttributeStatement",
            [:],
            attributes.map { attribute in
                Part.assertion.element(
                    "Attribute",
                    ["Name": attribute.name],
                    attribute.values.map { Part.assertion.element("AttributeValue", text: $0) }
                )
            }
        )
    }
}
