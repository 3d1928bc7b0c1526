import WebAgent
import WebAgentURL

/// Where passwords may go: the origin of the address that was given, and those that were named.
struct PasswordPermission: Sendable {
    /// Over TLS.
    var secureOrigins: [String]

    /// Over plain HTTP, each named by itself.
    var plainOrigins: [String]

    /// Puts the permission into an agent's configuration.
    ///
    /// - Parameters:
    ///   - address: the address that was given; its origin counts where it is https.
    ///   - configuration: the agent's.
    /// - Throws: ``CommandFailure`` for what is no origin.
    func apply(openedAt address: WebURL, to configuration: inout WebAgentConfiguration) throws(CommandFailure) {
        var origins: Set<Origin> = address.scheme == "https" ? [address.origin] : []
        for text in secureOrigins {
            origins.insert(try Self.origin(text, scheme: "https", option: "--allow-password-origin"))
        }
        for text in plainOrigins {
            origins.insert(try Self.origin(text, scheme: "http", option: "--allow-password-over-http"))
        }
        configuration.passwordOrigins = .only(origins)
        // Which of them are plain the set says: no other http origin is in it.
        configuration.allowsPasswordOverHTTP = !plainOrigins.isEmpty
    }

    private static func origin(_ text: String, scheme: String, option: String) throws(CommandFailure) -> Origin {
        guard let url = WebURL(text), url.scheme == scheme, url.host != nil, url.path == "/", url.query == nil else {
            let advice = scheme == "https" ? " For http there is --allow-password-over-http." : ""
            throw CommandFailure(
                .usage,
                "\"\(PrintableText.line(text))\" is no origin for \(option). Write it as \(scheme)://host:port.\(advice)"
            )
        }
        return url.origin
    }
}
