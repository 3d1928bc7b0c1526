internal import XMLTree

/// Reads a signed assertion and checks that it speaks to this service provider, now, about this request.
///
/// Source: SAML 2.0 core, sections 2.4 to 2.7; profiles, section 4.1.4.3.
struct AssertionReader: Sendable {
    let audience: String
    let addresses: Set<String>
    let issuer: String
    let skew: Duration
    let acceptsUnspecifiedName: Bool

    /// Reads the assertion; also says until when it would hold.
    func read(
        _ assertion: XMLElement,
        inResponseTo: String,
        now: SandboxInstant
    ) throws(ResponseRefusal) -> (signIn: SAMLSignIn, end: SandboxInstant) {
        guard assertion.attribute(named: "Version") == "2.0" else { throw .unsupportedVersion }
        guard let id = assertion.attribute(named: "ID"), !id.isEmpty else { throw .notAResponse }
        guard assertion.child("Issuer", .assertion)?.trimmedText == issuer else { throw .wrongIssuer }
        let subject = assertion.child("Subject", .assertion)
        let delivery = try checkConfirmation(of: subject, inResponseTo: inResponseTo, now: now)
        let end = try checkConditions(of: assertion, now: now)
        let statement = try authnStatement(of: assertion, now: now)
        let nameID = try name(of: subject)
        let attributes = attributes(of: assertion)
        let signIn = SAMLSignIn(
            uid: try single("uid", of: attributes, missing: .missingUID),
            userPrincipal: try single("user_principal", of: attributes, missing: .missingUserPrincipal),
            nameID: nameID,
            inResponseTo: inResponseTo,
            issuer: issuer,
            assertionID: id,
            authnInstant: instant("AuthnInstant", of: statement),
            sessionIndex: statement.attribute(named: "SessionIndex"),
            sessionNotOnOrAfter: instant("SessionNotOnOrAfter", of: statement),
            attributes: attributes.reduce(into: [:]) { $0[$1.name, default: []] += $1.values }
        )
        return (signIn, max(delivery, end).advanced(by: skew))
    }

    // MARK: - Subject

    /// One bearer confirmation has to hold; when none does, the first one's fault is told.
    private func checkConfirmation(
        of subject: XMLElement?,
        inResponseTo: String,
        now: SandboxInstant
    ) throws(ResponseRefusal) -> SandboxInstant {
        var fault: ResponseRefusal = .noBearerConfirmation
        for (index, confirmation) in bearers(of: subject).enumerated() {
            do throws(ResponseRefusal) {
                return try checkBearer(confirmation, inResponseTo: inResponseTo, now: now)
            } catch {
                if index == 0 { fault = error }
            }
        }
        throw fault
    }

    private func bearers(of subject: XMLElement?) -> [XMLElement] {
        (subject?.children("SubjectConfirmation", .assertion) ?? []).filter {
            $0.attribute(named: "Method") == SAMLIdentifier.bearer
        }
    }

    private func checkBearer(
        _ confirmation: XMLElement,
        inResponseTo: String,
        now: SandboxInstant
    ) throws(ResponseRefusal) -> SandboxInstant {
        guard let data = confirmation.child("SubjectConfirmationData", .assertion),
            data.attribute(named: "NotBefore") == nil
        else {
            throw .noBearerConfirmation
        }
        guard let recipient = data.attribute(named: "Recipient"), addresses.contains(recipient) else {
            throw .wrongRecipient
        }
        guard data.attribute(named: "InResponseTo") == inResponseTo else { throw .wrongConfirmationRequest }
        guard let end = instant("NotOnOrAfter", of: data), now < end.advanced(by: skew) else {
            throw .confirmationExpired
        }
        return end
    }

    private func name(of subject: XMLElement?) throws(ResponseRefusal) -> String {
        guard let element = subject?.child("NameID", .assertion), let name = element.trimmedText else {
            throw .missingNameID
        }
        // Without a format the name is of an unspecified one (core, 2.2.2).
        let format = element.attribute(named: "Format") ?? SAMLIdentifier.unspecifiedName
        guard
            format == SAMLIdentifier.transientName || acceptsUnspecifiedName && format == SAMLIdentifier.unspecifiedName
        else {
            throw .wrongNameIDFormat
        }
        if let qualifier = element.attribute(named: "SPNameQualifier"), qualifier != audience {
            throw .wrongNameIDQualifier
        }
        return name
    }

    // MARK: - Conditions

    private func checkConditions(
        of assertion: XMLElement,
        now: SandboxInstant
    ) throws(ResponseRefusal) -> SandboxInstant {
        guard let conditions = assertion.child("Conditions", .assertion) else { throw .noConditions }
        let known = ["AudienceRestriction", "OneTimeUse", "ProxyRestriction"]
        for condition in conditions.elements
        where !known.contains(where: { SAMLVocabulary.assertion.names(condition, $0) }) {
            throw .unknownCondition
        }
        if conditions.attribute(named: "NotBefore") != nil {
            guard let start = instant("NotBefore", of: conditions), now.advanced(by: skew) >= start else {
                throw .notYetValid
            }
        }
        guard let end = instant("NotOnOrAfter", of: conditions), now < end.advanced(by: skew) else { throw .expired }
        let restrictions = conditions.children("AudienceRestriction", .assertion)
        let allAdmit = restrictions.allSatisfy { restriction in
            restriction.children("Audience", .assertion).contains { $0.trimmedText == audience }
        }
        guard !restrictions.isEmpty, allAdmit else { throw .wrongAudience }
        return end
    }

    private func authnStatement(of assertion: XMLElement, now: SandboxInstant) throws(ResponseRefusal) -> XMLElement {
        guard let statement = assertion.child("AuthnStatement", .assertion) else { throw .noAuthnStatement }
        if statement.attribute(named: "SessionNotOnOrAfter") != nil {
            guard let end = instant("SessionNotOnOrAfter", of: statement), now < end.advanced(by: skew) else {
                throw .sessionExpired
            }
        }
        return statement
    }

    private func instant(_ attribute: String, of element: XMLElement) -> SandboxInstant? {
        element.attribute(named: attribute).flatMap { SandboxInstant(samlTime: $0) }
    }

    // MARK: - Attributes

    private func attributes(of assertion: XMLElement) -> [AssertionContent.Attribute] {
        assertion.children("AttributeStatement", .assertion).flatMap { statement in
            statement.children("Attribute", .assertion).map { attribute in
                AssertionContent.Attribute(
                    name: attribute.attribute(named: "Name") ?? "",
                    values: attribute.children("AttributeValue", .assertion).map { $0.trimmedText ?? "" }
                )
            }
        }
    }

    /// The one value of an attribute that decides who the user is.
    private func single(
        _ name: String,
        of attributes: [AssertionContent.Attribute],
        missing: ResponseRefusal
    ) throws(ResponseRefusal) -> String {
        let values = attributes.filter { $0.name == name }.flatMap(\.values)
        guard values.count <= 1 else { throw .ambiguousAttribute(name) }
        guard let value = values.first, !value.isEmpty else { throw missing }
        return value
    }
}
