/// The parts of a form that carries a file.
///
/// Source: RFC 7578 sections 4.1 to 4.3; RFC 2046 section 5.1.1 (boundary).
struct MultipartForm {
    struct Part {
        var name: String
        var fileName: String?
        var contentType: String?
        var content: [UInt8]
    }

    let bytes: [UInt8]
    let contentType: String

    /// Writes the parts, parted by the first boundary of a series that none of them contains.
    init(parts: [Part]) {
        let contents = parts.map { String(decoding: $0.content, as: UTF8.self) }
        var number = 1
        while contents.contains(where: { $0.contains("----finesse-form-\(number)") }) { number += 1 }
        let boundary = "----finesse-form-\(number)"
        var bytes: [UInt8] = []
        for part in parts {
            var head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part.name)\""
            if let fileName = part.fileName { head += "; filename=\"\(fileName)\"" }
            if let contentType = part.contentType { head += "\r\nContent-Type: \(contentType)" }
            bytes += Array("\(head)\r\n\r\n".utf8) + part.content + Array("\r\n".utf8)
        }
        self.bytes = bytes + Array("--\(boundary)--\r\n".utf8)
        self.contentType = "multipart/form-data; boundary=\(boundary)"
    }
}
