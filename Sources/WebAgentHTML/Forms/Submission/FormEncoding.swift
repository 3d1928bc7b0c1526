public import WebAgentURL

/// The three ways in which entries become bytes.
///
/// Source: HTML standard (2025), sections 4.10.22.6 to 4.10.22.8.
public enum FormEncoding {
    /// Encodes entries as `application/x-www-form-urlencoded`.
    ///
    /// - Parameters:
    ///   - entries: the entries; of a file only its name goes in.
    ///   - encoding: the encoding of names and values.
    /// - Returns: ASCII text, fit for a query.
    public static func urlEncoded(_ entries: [FormEntry], encoding: CharacterEncoding) -> String {
        let pairs = entries.map { entry in
            URLSearchParameters.Pair(
                name: Newlines.toCarriageReturnLineFeeds(entry.name),
                value: Newlines.toCarriageReturnLineFeeds(entry.text)
            )
        }
        return URLSearchParameters(pairs).serialized(encoding: encoding.outputEncoding)
    }

    /// Encodes entries as `text/plain`.
    ///
    /// - Parameters:
    ///   - entries: the entries; of a file only its name goes in.
    ///   - encoding: the encoding of names and values.
    /// - Returns: a line for each entry.
    public static func plainText(_ entries: [FormEntry], encoding: CharacterEncoding) -> [UInt8] {
        let lines = entries.map { entry in
            Newlines.toCarriageReturnLineFeeds(entry.name) + "=" + Newlines.toCarriageReturnLineFeeds(entry.text)
                + "\r\n"
        }
        return encoding.encode(lines.joined())
    }

    /// Encodes entries as `multipart/form-data`.
    ///
    /// - Parameters:
    ///   - entries: the entries.
    ///   - encoding: the encoding of names and texts.
    ///   - boundary: what separates the parts; it must not occur in them.
    /// - Returns: the parts and the closing delimiter.
    public static func multipart(
        _ entries: [FormEntry],
        encoding: CharacterEncoding,
        boundary: String
    ) -> [UInt8] {
        var body: [UInt8] = []
        for entry in entries {
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"".utf8)
            body += escaped(Newlines.toCarriageReturnLineFeeds(entry.name), encoding)
            body.append(UInt8(ascii: "\""))
            switch entry.value {
            case .text(let text):
                body += Array("\r\n\r\n".utf8)
                body += encoding.encode(Newlines.toCarriageReturnLineFeeds(text))
            case .file(let file):
                body += Array("; filename=\"".utf8)
                body += escaped(file.filename, encoding)
                body += Array("\"\r\nContent-Type: ".utf8)
                body += Array((file.type.isEmpty ? "application/octet-stream" : file.type).utf8)
                body += Array("\r\n\r\n".utf8)
                body += file.content
            }
            body += Array("\r\n".utf8)
        }
        return body + Array("--\(boundary)--\r\n".utf8)
    }

    /// A name in an encoding, with what would end the header percent-encoded.
    private static func escaped(_ text: String, _ encoding: CharacterEncoding) -> [UInt8] {
        encoding.encode(text).flatMap { byte -> [UInt8] in
            switch byte {
            case 0x0A: Array("%0A".utf8)
            case 0x0D: Array("%0D".utf8)
            case 0x22: Array("%22".utf8)
            default: [byte]
            }
        }
    }
}
