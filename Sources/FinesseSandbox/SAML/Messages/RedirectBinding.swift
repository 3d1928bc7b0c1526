/// The query of a message in the redirect binding, signed and verified over its octets.
///
/// Source: SAML 2.0 bindings, section 3.4.4.1.
enum RedirectBinding {
    /// The most bytes that a message may have after decompression.
    static let limit = 256 << 10

    /// Writes a request into a signed query.
    static func query(
        request: [UInt8],
        relayState: String?,
        key: SecurityKey,
        algorithm: SignatureAlgorithm
    ) throws(SAMLError) -> String {
        guard let deflated = RawDeflate.compress(request) else { throw .notSigned(.failed) }
        var query = "SAMLRequest=" + TextEncodings.percentEncode(TextEncodings.base64(deflated))
        if let relayState {
            query += "&RelayState=" + TextEncodings.percentEncode(relayState)
        }
        query += "&SigAlg=" + TextEncodings.percentEncode(algorithm.identifier)
        guard let signature = RSASignature.sign(Array(query.utf8), key: key, algorithm: algorithm) else {
            throw .notSigned(.failed)
        }
        return query + "&Signature=" + TextEncodings.percentEncode(TextEncodings.base64(signature))
    }

    /// What a query holds before anything is believed.
    struct Parts {
        var message: [UInt8]
        var relayState: String?
        var signature: Signature?
    }

    /// A signature and the octets it must cover.
    struct Signature {
        var algorithm: String
        var value: [UInt8]
        var octets: [UInt8]
    }

    /// Reads a raw query, as it stood in the request's target.
    static func read(_ query: String) throws(RequestRefusal) -> Parts {
        let raw = try rawValues(of: query)
        guard let encoded = raw["SAMLRequest"] else { throw .noRequest }
        if let encoding = raw["SAMLEncoding"],
            decode(encoding) != "urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE"
        {
            throw .notDeflated
        }
        guard let deflated = SAMLText.base64Decode(decode(encoded)) else { throw .notBase64 }
        guard let message = RawDeflate.decompress(deflated, limit: limit) else { throw .notDeflated }
        var parts = Parts(message: message, relayState: raw["RelayState"].map(decode))
        guard let value = raw["Signature"], let algorithm = raw["SigAlg"] else {
            if raw["Signature"] != nil || raw["SigAlg"] != nil { throw .signature(.structure) }
            return parts
        }
        guard let signature = SAMLText.base64Decode(decode(value)) else { throw .signature(.structure) }
        var octets = "SAMLRequest=" + encoded
        if let relayState = raw["RelayState"] { octets += "&RelayState=" + relayState }
        octets += "&SigAlg=" + algorithm
        parts.signature = Signature(algorithm: decode(algorithm), value: signature, octets: Array(octets.utf8))
        return parts
    }

    /// The values of the binding's parameters as they were sent; each may be there once only.
    private static func rawValues(of query: String) throws(RequestRefusal) -> [String: String] {
        let known: Set = ["SAMLRequest", "RelayState", "SigAlg", "Signature", "SAMLEncoding"]
        var values: [String: String] = [:]
        for pair in query.split(separator: "&") {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = halves.first.map({ decode(String($0)) }), known.contains(name) else { continue }
            guard values.updateValue(halves.count == 2 ? String(halves[1]) : "", forKey: name) == nil else {
                throw .repeatedParameter(name)
            }
        }
        return values
    }

    private static func decode(_ raw: String) -> String {
        TextEncodings.percentDecode(raw.utf8, plusIsSpace: true)
    }
}
