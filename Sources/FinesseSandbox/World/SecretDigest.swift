internal import Crypto

/// What is kept in place of a secret that is only ever compared: a token, a code, the value of a session's cookie.
enum SecretDigest {
    /// The digest of a secret: SHA-256, as base64url.
    static func of(_ secret: String) -> String {
        TextEncodings.base64URL(Array(SHA256.hash(data: Array(secret.utf8))))
    }
}
