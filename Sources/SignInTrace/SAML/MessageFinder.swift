import HTTPTransport

/// Finds the SAML message that a request carries.
///
/// Source: SAML 2.0 bindings, sections 3.4 (redirect) and 3.5 (POST).
enum MessageFinder {
    /// Messages longer than this, decoded, are not read.
    static let longest = 256 << 10

    /// The message of a request; nil where it carries none.
    static func message(of request: HTTPRequest, publicNames: Set<String>) -> TracedMessage? {
        if let query = request.target.split(separator: "?", maxSplits: 1).dropFirst().first,
            let found = message(inQuery: query, publicNames: publicNames)
        {
            return found
        }
        guard let body = request.body,
            request.fields.text(named: "Content-Type")?.lowercased().hasPrefix("application/x-www-form-urlencoded")
                == true
        else { return nil }
        return message(inForm: String(decoding: body, as: UTF8.self), publicNames: publicNames)
    }

    private static let names = ["SAMLRequest", "SAMLResponse"]

    private static func message(inQuery query: Substring, publicNames: Set<String>) -> TracedMessage? {
        guard let value = names.lazy.compactMap({ FormDecoding.value($0, in: query) }).first else { return nil }
        let bytes = Base64.decode(FormDecoding.decode(value)).flatMap { RawInflate.inflate($0, limit: longest) }
        var message = MessageReader.read(bytes, binding: "HTTP-Redirect", publicNames: publicNames)
        // Here the signature is a parameter and not in the message.
        if let algorithm = FormDecoding.value("SigAlg", in: query) {
            message.facts.append(HARPair("Signed", "the address"))
            message.facts.append(HARPair("SignatureMethod", TraceText.short(FormDecoding.decode(algorithm))))
        }
        note(relayStateOf: query, in: &message)
        return message
    }

    private static func message(inForm form: String, publicNames: Set<String>) -> TracedMessage? {
        guard let value = names.lazy.compactMap({ FormDecoding.value($0, in: form) }).first else { return nil }
        let bytes = Base64.decode(FormDecoding.decode(value)).flatMap { $0.count <= longest ? $0 : nil }
        var message = MessageReader.read(bytes, binding: "HTTP-POST", publicNames: publicNames)
        note(relayStateOf: form[...], in: &message)
        return message
    }

    private static func note(relayStateOf text: Substring, in message: inout TracedMessage) {
        guard let state = FormDecoding.value("RelayState", in: text) else { return }
        message.facts.append(HARPair("RelayState", "\(FormDecoding.bytes(state).count) bytes"))
    }
}
