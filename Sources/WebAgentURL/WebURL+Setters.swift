/// The setters of the `URL` interface. What a setter cannot use leaves the URL as it is.
///
/// Source: WHATWG URL (2025) §6.1, https://url.spec.whatwg.org/#urlutils-members
extension WebURL {
    private mutating func edit(_ change: (inout URLRecord) -> Void) {
        var record = record
        change(&record)
        if let changed = WebURL(record) { self = changed }
    }

    /// Sets the whole URL.
    ///
    /// - Parameter value: an absolute URL.
    /// - Returns: false, and nothing changes, when it is none.
    @discardableResult
    public mutating func setHref(_ value: String) -> Bool {
        guard let url = WebURL(value) else { return false }
        self = url
        return true
    }

    /// Sets the scheme; special schemes change only into each other.
    ///
    /// - Parameter value: the scheme; what follows a colon does not count.
    public mutating func setScheme(_ value: String) {
        edit { URLParser.parse(Array((value + ":").utf8), into: &$0, from: .schemeStart) }
    }

    /// Sets the user name, where there is a host to carry it.
    ///
    /// - Parameter value: the user name, not yet encoded.
    public mutating func setUsername(_ value: String) {
        edit { record in
            guard !record.cannotHaveCredentialsOrPort else { return }
            record.username = []
            PercentEncoding.append(Array(value.utf8)[...], to: &record.username, set: .userinfo)
        }
    }

    /// Sets the password, where there is a host to carry it.
    ///
    /// - Parameter value: the password, not yet encoded.
    public mutating func setPassword(_ value: String) {
        edit { record in
            guard !record.cannotHaveCredentialsOrPort else { return }
            record.password = []
            PercentEncoding.append(Array(value.utf8)[...], to: &record.password, set: .userinfo)
        }
    }

    /// Sets the host and, where one is given, the port.
    ///
    /// - Parameter value: a host, or a host, a colon and a port.
    public mutating func setHost(_ value: String) {
        guard !hasOpaquePath else { return }
        edit { URLParser.parse(Array(value.utf8), into: &$0, from: .host) }
    }

    /// Sets the host alone.
    ///
    /// - Parameter value: a host without port.
    public mutating func setHostname(_ value: String) {
        guard !hasOpaquePath else { return }
        edit { URLParser.parse(Array(value.utf8), into: &$0, from: .hostname) }
    }

    /// Sets the port, where there is a host to carry it.
    ///
    /// - Parameter value: decimal digits, of which what follows is left out; empty for the scheme's default.
    public mutating func setPort(_ value: String) {
        edit { record in
            guard !record.cannotHaveCredentialsOrPort else { return }
            if value.isEmpty {
                record.port = nil
            } else {
                URLParser.parse(Array(value.utf8), into: &record, from: .port)
            }
        }
    }

    /// Sets the path, where it is not opaque.
    ///
    /// - Parameter value: a path; `?` and `#` in it are encoded.
    public mutating func setPath(_ value: String) {
        guard !hasOpaquePath else { return }
        edit { record in
            record.path = []
            URLParser.parse(Array(value.utf8), into: &record, from: .pathStart)
        }
    }

    /// Sets the query.
    ///
    /// - Parameter value: the query with or without its `?`; empty for none.
    public mutating func setQuery(_ value: String) {
        edit { record in
            guard !value.isEmpty else {
                record.query = nil
                return
            }
            record.query = []
            let text = Array(value.utf8)
            let query = text.first == UInt8(ascii: "?") ? Array(text.dropFirst()) : text
            URLParser.parse(query, into: &record, from: .query)
        }
    }

    /// Sets the fragment.
    ///
    /// - Parameter value: the fragment with or without its `#`; empty for none.
    public mutating func setFragment(_ value: String) {
        edit { record in
            guard !value.isEmpty else {
                record.fragment = nil
                return
            }
            record.fragment = []
            let text = Array(value.utf8)
            let fragment = text.first == UInt8(ascii: "#") ? Array(text.dropFirst()) : text
            URLParser.parse(fragment, into: &record, from: .fragment)
        }
    }
}
