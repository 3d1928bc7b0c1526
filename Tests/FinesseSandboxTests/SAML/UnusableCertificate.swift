import Testing

/// A certificate that metadata may show and the identity service cannot use; made for this test with OpenSSL.
struct UnusableCertificate: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let base64: String
    let reason: String

    private static let unreadable =
        "its first signing certificate cannot be read, or its RSA key has fewer than 2,048 bits"

    static let all = [
        UnusableCertificate(
            testDescription: "an elliptic curve key",
            base64: """
                MIIBbzCCARWgAwIBAgIUFbkfgbivwTo0QlcrzOYOdCzLkK4wCgYIKoZIzj0EAwIwDDEKMAgGA1UEAwwBZTAgFw0yNjExMjMwMTU5
                NDJaGA8yMTI2MTAzMDAxNTk0MlowDDEKMAgGA1UEAwwBZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABKx/7hIdDn+FldJ4bzvs
                lbXfQtmBXyFkl+10EKVIy3AsK2f+N3rixvpTtO32jvXZ0aCsWAK5LWlh47wRAn4jDYSjUzBRMB0GA1UdDgQWBBTYyN+JoLAHVP1H
                dDayeIgHOc7NGjAfBgNVHSMEGDAWgBTYyN+JoLAHVP1HdDayeIgHOc7NGjAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gA
                MEUCIQDLr7PmcfLVTBjcFaHhW9jAzXKUK46vllmXWZAMTxB52QIgeZQNwl86ps1dsuXVG0DGbTs6Z84BH43gi56iPub9P2Y=
                """,
            reason: "its first signing certificate shows an elliptic curve key (ECDSA) where RSA is needed"
        ),
        UnusableCertificate(
            testDescription: "an RSA key of 1,024 bits",
            base64: """
                MIIB9jCCAV+gAwIBAgIUSWAUqNn92lz957rBR8j2ygEhhZYwDQYJKoZIhvcNAQELBQAwDDEKMAgGA1UEAwwBcjAgFw0yNjExMjMw
                MTU5NDJaGA8yMTI2MTAzMDAxNTk0MlowDDEKMAgGA1UEAwwBcjCBnzANBgkqhkiG9w0BAQEFAAOBjQAwgYkCgYEAufP0WJknJhur
                mZlZcwyxGP+RHJNrbcUog7RV3wrAvM0mfYp4YMnv9kKO5dDpnpvrtt7vr/YWhBsdusssCIjHWqTrlglCWsZFkcXzmcGN80VA+0PJ
                TgFUZs8V9b3G6KryyaKrvDRU8/2vCgKKMq/w+YBSGwdsxJooAEFN4VQzXoMCAwEAAaNTMFEwHQYDVR0OBBYEFGl5yvt3TPsglDE4
                k/iVQTQSLYudMB8GA1UdIwQYMBaAFGl5yvt3TPsglDE4k/iVQTQSLYudMA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZIhvcNAQELBQAD
                gYEAj5tvZR42angq9QykVcjjxMGsDMuYuH6qqFUXzyoixLfGQYq7XmduOC43vnh4hi6ID1iW0ZmlogsCBy1jLR0zUq7vjFmevuTy
                +H8X6AnsG7ELNCxk05zYBLlf1BJdnwcdP8ywwgs770TCgTaHMQ9DsxljYmdd0IHqpU0XOBMHZUQ=
                """,
            reason: unreadable
        ),
        UnusableCertificate(
            testDescription: "an Edwards curve key",
            base64: """
                MIIBLjCB4aADAgECAhRN6ja9zsGrk3JSH/1L+ezX6zixajAFBgMrZXAwDDEKMAgGA1UEAwwBZDAgFw0yNjExMjMwMTU5NDJaGA8y
                MTI2MTAzMDAxNTk0MlowDDEKMAgGA1UEAwwBZDAqMAUGAytlcAMhAFDhSlRpcHQAZxrtvHqgDUvRjUSNuxIxvJBcU50+OdPRo1Mw
                UTAdBgNVHQ4EFgQUsQqWhlow3H2MIjWMlJ3rS/C4TDowHwYDVR0jBBgwFoAUsQqWhlow3H2MIjWMlJ3rS/C4TDowDwYDVR0TAQH/
                BAUwAwEB/zAFBgMrZXADQQARYYmriAuTfoWXyjezdxeZBmQyMp1tYGUxnfC+9eKjOTtxh3bNE7GzyKpHtWurwQ2sKvQpFd8WCbIZ
                ETqWEL8L
                """,
            reason: "its first signing certificate shows a key of another kind where RSA is needed"
        ),
        UnusableCertificate(
            testDescription: "no certificate",
            base64: "AAAA",
            reason: unreadable
        ),
        UnusableCertificate(
            testDescription: "no base64",
            base64: "!",
            reason: "its first signing certificate is not base64"
        ),
    ]
}
