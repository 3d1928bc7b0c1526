extension IdentityFaults {
    /// Every documented fault, the more telling texts before the more general ones.
    ///
    /// Source: Cisco, "Troubleshoot the Cisco Identity Service with AD FS" (200662) and "Troubleshoot UCCE SSO
    /// Integration with Azure" (217089); the texts are those that the products show.
    public static let all: [IdentityFault] = authorization + identityProvider + response + desktop

    private static let authorization: [IdentityFault] = [
        IdentityFault(
            "ids-invalid-client",
            .authorization,
            ["invalid_client"],
            cause: "the identity service does not know the client that Finesse names",
            fix: "Have the components registered with the identity service again, wait until its nodes are in sync, and"
                + " check that its cluster is in service."
        ),
        IdentityFault(
            "ids-invalid-redirect-uri",
            .authorization,
            ["invalid_redirecturi"],
            cause: "the identity service does not know the address that Finesse wants the user sent back to",
            fix:
                "Use the fully qualified name of the Finesse node, not its address or a short name; behind a proxy have"
                + " its host and port registered as a redirect URI of the client Finesse."
        ),
        IdentityFault(
            "ids-invalid-redirect-uri",
            .authorization,
            ["invalid_redirect_uri"],
            cause: "the identity service does not know the address that Finesse wants the user sent back to",
            fix:
                "Use the fully qualified name of the Finesse node, not its address or a short name; behind a proxy have"
                + " its host and port registered as a redirect URI of the client Finesse."
        ),
        IdentityFault(
            "ids-metadata-missing",
            .authorization,
            ["saml metadata is not initialized"],
            cause: "the identity service has no metadata of the identity provider, or this node is not in sync",
            fix:
                "Have the identity provider's metadata uploaded to the identity service and its Test SSO run; then sign"
                + " in again."
        ),
        IdentityFault(
            "ids-unavailable",
            .authorization,
            ["\"error\"", "service_unavailable"],
            cause: "the identity service is not in service",
            fix: "Try again in a minute, and have the state of both identity service nodes checked."
        ),
    ]

    private static let identityProvider: [IdentityFault] = [
        IdentityFault(
            "adfs-msis0038",
            .identityProvider,
            ["msis0038"],
            cause: "AD FS rejects the signature of the identity service's request",
            fix:
                "Have the identity service's metadata imported into AD FS again, since its SAML certificate has changed,"
                + " and check that both use the same hash algorithm."
        ),
        IdentityFault(
            "adfs-msis7042",
            .identityProvider,
            ["msis7042"],
            cause: "AD FS has seen too many requests of this client in a short time and takes it for a loop",
            fix: "Remove the stored cookies of this user, wait a minute and sign in once; then look for the error that"
                + " made the requests repeat."
        ),
        IdentityFault(
            "adfs-msis1000",
            .identityProvider,
            ["msis1000"],
            cause: "AD FS cannot give the name identifier that the identity service asks for",
            fix: "Have the custom claim rule for the name identifier corrected; the case of the qualifiers matters."
        ),
        IdentityFault(
            "adfs-msis3200",
            .identityProvider,
            ["msis3200"],
            cause: "AD FS does not know the address at which the identity service takes answers",
            fix:
                "Have the identity service's metadata imported into AD FS again: from Unified CCX 12.5(1) SU2 on the address"
                + " ends in ?metaAlias=/sp."
        ),
        IdentityFault(
            "entra-reply-url",
            .identityProvider,
            ["aadsts50011"],
            cause: "Entra does not know the address at which the identity service takes answers",
            fix:
                "Have the reply URL of the application set to that of the identity service's metadata: newer releases end it"
                + " in ?metaAlias=/sp."
        ),
        IdentityFault(
            "adfs-error-page",
            .identityProvider,
            ["there was a problem accessing the site", "reference number"],
            cause: "AD FS shows its error page in place of a login page",
            fix: "Have the reference number looked up in the event log of AD FS."
        ),
    ]

    private static let response: [IdentityFault] = [
        IdentityFault(
            "ids-certificate-mismatch",
            .response,
            ["signing certificate does not match what's defined in the entity metadata"],
            cause:
                "the identity provider signs with a certificate that is not in the metadata the identity service has",
            fix: "Have the identity provider's present metadata uploaded to the identity service, with one signing"
                + " certificate in it."
        ),
        IdentityFault(
            "ids-artifact-signature",
            .response,
            ["invalid signature in artifactresponse"],
            cause: "the identity provider did not sign the message, or signed it with the wrong certificate",
            fix: "Have the identity provider sign message and assertion; in AD FS set SamlResponseSignature to"
                + " MessageAndAssertion."
        ),
        IdentityFault(
            "ids-no-user-identifier",
            .response,
            ["could not retrieve user identifier from saml response"],
            cause: "the identity provider's answer has no attribute \"uid\"",
            fix: "Have a claim rule send the attribute uid; its name is case-sensitive."
        ),
        IdentityFault(
            "ids-no-user-principal",
            .response,
            ["could not retrieve user principal from saml response"],
            cause: "the identity provider's answer has no attribute \"user_principal\" or no name identifier",
            fix: "Have a claim rule send the attribute user_principal, and check the rule for the name identifier."
        ),
        IdentityFault(
            "ids-name-id-policy",
            .response,
            ["saml assertion failed", "status:invalidnameidpolicy"],
            cause: "the identity provider cannot give the name identifier that the identity service asks for",
            fix: "Have the custom claim rule for the name identifier corrected; the case of the qualifiers matters."
        ),
        IdentityFault(
            "ids-clock-skew",
            .response,
            ["saml assertion failed", "status:success"],
            cause: "the clocks of the identity service and of the identity provider disagree",
            fix: "Have both synchronised with NTP; then sign in again."
        ),
        IdentityFault(
            "ids-clock-skew",
            .response,
            ["the time in subjectconfirmationdata is invalid"],
            cause: "the clocks of the identity service and of the identity provider disagree",
            fix: "Have both synchronised with NTP; then sign in again."
        ),
        IdentityFault(
            "ids-responder",
            .response,
            ["saml assertion failed", "status:responder"],
            cause: "the identity provider could not use the request: mostly another hash algorithm in its signature",
            fix: "Have the same hash algorithm set on both sides; if there were many sign-ins in a row, remove the"
                + " stored cookies and wait a minute."
        ),
        IdentityFault(
            "ids-cannot-process",
            .response,
            ["unable to process the saml response"],
            cause: "the identity service cannot verify the identity provider's answer",
            fix: "Have the signing certificate and the algorithm aligned on both sides."
        ),
        IdentityFault(
            "ids-saml-failed",
            .response,
            ["idp configuration error", "saml processing failed"],
            cause: "the identity service cannot use the identity provider's answer",
            fix: "Have these checked in order: signing certificate, clocks, name identifier, attributes uid and"
                + " user_principal, the identity service's name as audience, hash algorithm, encryption of the assertion"
                + " switched off."
        ),
        IdentityFault(
            "ids-invalid-signature",
            .response,
            ["error code", "invalidsignature"],
            cause: "the identity service cannot verify a signature of the identity provider",
            fix: "Have the identity provider's present metadata uploaded to the identity service, with one signing"
                + " certificate in it: Shibboleth's has a second one for its back channel."
        ),
    ]

    /// What the logs of clients and gateways say, for whoever has a log in hand and no page.
    private static let desktop: [IdentityFault] = [
        IdentityFault(
            "desktop-cannot-refresh",
            .refresh,
            ["unable to refresh access token"],
            cause: "Finesse cannot renew the agent's token, and the desktop signs the agent out some minutes later",
            fix:
                "Have the state of both identity service nodes and the life of the refresh token checked; record the refresh"
                + " and its answer."
        ),
        IdentityFault(
            "adfs-relying-party",
            .response,
            ["invalid status code in response"],
            cause: "the identity provider answered with a failure in place of an assertion",
            fix:
                "Have the event log of the identity provider read at that time: mostly another hash algorithm is expected, or a"
                + " loop was seen."
        ),
    ]
}
