/// A phone book as a file of comma-separated values.
///
/// Source: Finesse REST guide, "Import Contact List (CSV)"; RFC 4180.
enum ContactFile {
    static let header = ["First Name", "Last Name", "Phone Number", "Notes"]

    /// Reads the contacts of a file; a row that is no contact is left out.
    ///
    /// - Parameter bytes: The file.
    /// - Returns: The contacts, without numbers.
    /// - Throws: 400 when the file is no such file.
    static func read(_ bytes: [UInt8]) throws(ApiError) -> [SandboxContact] {
        var rows = try rows(bytes)
        guard !rows.isEmpty, rows.removeFirst().map(\.trimmed) == header else {
            throw .invalidInput("The first line must be the names of the columns", "datafile")
        }
        return rows.compactMap { row in
            guard row.count == header.count else { return nil }
            let contact = SandboxContact(
                id: 0,
                firstName: row[0].trimmed,
                lastName: row[1].trimmed,
                phoneNumber: row[2].trimmed,
                description: row[3].trimmed
            )
            return ContactRules.fault(of: contact) == nil ? contact : nil
        }
    }

    /// Writes contacts.
    static func text(_ contacts: [SandboxContact]) -> String {
        let rows = [header] + contacts.map { [$0.firstName, $0.lastName, $0.phoneNumber, $0.description] }
        return rows.map { $0.map(quote).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func quote(_ field: String) -> String {
        "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// The rows of a file, empty lines left out.
    private static func rows(_ bytes: [UInt8]) throws(ApiError) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var hasQuotes = false
        var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        func endField() {
            row.append(String(decoding: field, as: UTF8.self))
            field = []
            hasQuotes = false
        }
        func endRow() {
            if !row.isEmpty || !field.isEmpty || hasQuotes {
                endField()
                rows.append(row)
            }
            row = []
        }
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\"") where isQuoted && rest.first == UInt8(ascii: "\""):
                rest.removeFirst()
                field.append(byte)
            case UInt8(ascii: "\"") where isQuoted: isQuoted = false
            case UInt8(ascii: "\"") where field.isEmpty && !hasQuotes:
                isQuoted = true
                hasQuotes = true
            case _ where isQuoted: field.append(byte)
            case UInt8(ascii: ","): endField()
            case UInt8(ascii: "\n"): endRow()
            case UInt8(ascii: "\r"): continue
            default: field.append(byte)
            }
        }
        guard !isQuoted else { throw .invalidInput("A quoted field does not end", "datafile") }
        endRow()
        return rows
    }
}
