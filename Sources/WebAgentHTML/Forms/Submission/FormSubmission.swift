public import WebAgentURL

/// What submitting a form sends, and where.
///
/// Source: HTML standard (2025), section 4.10.22.3, "form submission algorithm", from step 9 on. Validation and the `submit`
/// event come before it and are the caller's.
public struct FormSubmission: Hashable, Sendable {
    /// The method of a form.
    public enum Method: String, Hashable, Sendable {
        /// The entries go into the address.
        case get
        /// The entries go into the body.
        case post
        /// Nothing is sent; a dialog closes.
        case dialog
    }

    /// The encoding type of a form.
    public enum EncodingType: String, Hashable, Sendable {
        /// Pairs as in a query.
        case urlEncoded = "application/x-www-form-urlencoded"
        /// A part for each entry.
        case multipart = "multipart/form-data"
        /// A line for each entry.
        case plainText = "text/plain"
    }

    /// The method.
    public let method: Method
    /// The address of the action.
    public let action: WebURL
    /// The encoding type.
    public let encodingType: EncodingType
    /// The name of the frame or window that shows the answer; empty for the page itself.
    public let target: String
    /// The encoding of names and values.
    public let encoding: CharacterEncoding
    /// The entries in order.
    public let entries: [FormEntry]

    /// Makes a submission from its parts.
    ///
    /// - Parameters:
    ///   - method: the method.
    ///   - action: the address of the action.
    ///   - encodingType: the encoding type.
    ///   - target: the name of the frame or window; empty for the page itself.
    ///   - encoding: the encoding of names and values.
    ///   - entries: the entries in order.
    public init(
        method: Method,
        action: WebURL,
        encodingType: EncodingType = .urlEncoded,
        target: String = "",
        encoding: CharacterEncoding = .utf8,
        entries: [FormEntry]
    ) {
        self.method = method
        self.action = action
        self.encodingType = encodingType
        self.target = target
        self.encoding = encoding
        self.entries = entries
    }

    /// The request that submits the form.
    ///
    /// - Parameter boundary: what separates the parts of a multipart body; it must not occur in them.
    /// - Returns: the request; `nil` for a dialog.
    ///
    /// Source: HTML standard, section 4.10.22.3, steps 21 and 22, the table of schemes and methods.
    public func request(boundary: String) -> FormRequest? {
        switch method {
        case .dialog: return nil
        case .get:
            let isMutated = action.scheme == "http" || action.scheme == "https" || action.scheme == "data"
            return FormRequest(method: "GET", url: isMutated ? actionWithQuery : action, body: nil, contentType: nil)
        case .post:
            guard action.scheme == "http" || action.scheme == "https" else {
                return FormRequest(method: "GET", url: action, body: nil, contentType: nil)
            }
            return postRequest(boundary: boundary)
        }
    }

    private func postRequest(boundary: String) -> FormRequest {
        switch encodingType {
        case .urlEncoded:
            FormRequest(
                method: "POST",
                url: action,
                body: Array(FormEncoding.urlEncoded(entries, encoding: encoding).utf8),
                contentType: encodingType.rawValue
            )
        case .multipart:
            FormRequest(
                method: "POST",
                url: action,
                body: FormEncoding.multipart(entries, encoding: encoding, boundary: boundary),
                contentType: "multipart/form-data; boundary=" + boundary
            )
        case .plainText:
            FormRequest(
                method: "POST",
                url: action,
                body: FormEncoding.plainText(entries, encoding: encoding),
                contentType: encodingType.rawValue
            )
        }
    }

    /// The action with the entries in place of its query; the fragment stays.
    private var actionWithQuery: WebURL {
        let href = action.href
        let end = href.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? href.endIndex
        let fragment = action.fragment.map { "#" + $0 } ?? ""
        let query = FormEncoding.urlEncoded(entries, encoding: encoding)
        return WebURL(href[..<end] + "?" + query + fragment) ?? action
    }
}

/// The request that a form's submission makes.
public struct FormRequest: Hashable, Sendable {
    /// `GET` or `POST`.
    public let method: String
    /// The address.
    public let url: WebURL
    /// The body of a POST.
    public let body: [UInt8]?
    /// The value of `Content-Type` for the body.
    public let contentType: String?
}
