/// Parameters of the sign-in whose values are no secrets and may be shown; every other value is redacted.
enum PublicNames {
    /// Names of queries and forms.
    static let parameters: Set<String> = [
        "cc_username", "client_id", "metaAlias", "redirect_uri", "response_type", "return_refresh_token", "return_user",
        "AuthMethod", "SigAlg",
    ]
}
