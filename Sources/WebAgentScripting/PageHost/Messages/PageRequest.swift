/// A name and a value of a header field, as a script sees them.
public struct PageHeader: Sendable, Hashable {
    /// The name, as written.
    public var name: String
    /// The value; one character for each byte.
    public var value: String

    /// Creates a header field.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - value: The value.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// A request that a script wants to make.
public struct PageRequest: Sendable, Hashable {
    /// Whether cookies go along.
    public enum Credentials: UInt8, Sendable, Hashable, CaseIterable {
        /// Never.
        case omit
        /// Only to the page's own origin.
        case sameOrigin
        /// Always.
        case include
    }

    /// What happens at a redirect.
    public enum Redirect: UInt8, Sendable, Hashable, CaseIterable {
        /// It is followed.
        case follow
        /// It is a failure.
        case error
        /// It is answered as it is.
        case manual
    }

    /// Which answers of other origins are wanted.
    public enum Mode: UInt8, Sendable, Hashable, CaseIterable {
        /// Those of origins that allow it.
        case cors
        /// Any, but nothing of them is seen.
        case noCORS
        /// None.
        case sameOrigin
    }

    /// The method, upper case where the standard says so.
    public var method: String
    /// The address, absolute.
    public var url: String
    /// The header fields that the script set.
    public var headers: [PageHeader]
    /// The body; nil for none.
    public var body: [UInt8]?
    /// Whether cookies go along.
    public var credentials: Credentials
    /// What happens at a redirect.
    public var redirect: Redirect
    /// Which answers of other origins are wanted.
    public var mode: Mode

    /// Creates a request.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - url: The address.
    ///   - headers: The header fields that the script set.
    ///   - body: The body.
    ///   - credentials: Whether cookies go along.
    ///   - redirect: What happens at a redirect.
    ///   - mode: Which answers of other origins are wanted.
    public init(
        method: String,
        url: String,
        headers: [PageHeader] = [],
        body: [UInt8]? = nil,
        credentials: Credentials = .sameOrigin,
        redirect: Redirect = .follow,
        mode: Mode = .cors
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.credentials = credentials
        self.redirect = redirect
        self.mode = mode
    }
}
