/// Contacts as the comma-separated text that phone books are imported from and exported to.
///
/// Source: Finesse REST guide, "PhoneBook: Import Contact List (CSV)" (the four columns and their names); RFC 4180
/// (quotation marks, line ends). Every field is written in quotation marks, since the printed header is. When read, line
/// ends may be LF alone, a byte order mark is passed over, and a row may have fewer or more fields.
public enum ContactCSV {
    /// The names of the columns, in order.
    public static let header = ["First Name", "Last Name", "Phone Number", "Notes"]

    /// Writes contacts, the header first.
    ///
    /// - Parameter contacts: The contacts; a field that is nil is written empty.
    /// - Returns: The text in UTF-8, lines ended by CR LF.
    public static func write(_ contacts: [ContactChange]) -> [UInt8] {
        let rows = contacts.map { [$0.firstName, $0.lastName, $0.phoneNumber, $0.details].map { $0 ?? "" } }
        return ([header] + rows).flatMap(line)
    }

    /// Reads contacts.
    ///
    /// - Parameter bytes: The text in UTF-8; its first row is the header and is passed over when it is one.
    /// - Returns: The contacts in order, rows without any text in the four columns left out.
    public static func read(_ bytes: [UInt8]) -> [ContactChange] {
        var rows = self.rows(bytes)
        if let first = rows.first, first.map({ $0.lowercased() }).starts(with: header.map { $0.lowercased() }) {
            rows.removeFirst()
        }
        return rows.filter { !$0.prefix(header.count).allSatisfy(\.isEmpty) }.map { row in
            func field(_ place: Int) -> String { place < row.count ? row[place] : "" }
            return ContactChange(
                firstName: field(0),
                lastName: field(1),
                phoneNumber: field(2),
                details: field(3)
            )
        }
    }

    /// Byte by byte, since a quotation mark and an accent after it are one character.
    private static func line(_ fields: [String]) -> [UInt8] {
        let mark = UInt8(ascii: "\"")
        let quoted = fields.map { [mark] + $0.utf8.flatMap { $0 == mark ? [mark, mark] : [$0] } + [mark] }
        return Array(quoted.joined(separator: [UInt8(ascii: ",")])) + Array("\r\n".utf8)
    }

    private static func rows(_ bytes: [UInt8]) -> [[String]] {
        var reader = CSVReader(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...])
        return reader.rows()
    }
}

/// Reads comma-separated rows, byte by byte.
///
/// Source: RFC 4180 section 2. Departures: a row may end with LF or CR alone, and a quotation mark inside a field that
/// did not begin with one is text.
private struct CSVReader {
    private var bytes: ArraySlice<UInt8>
    private var field: [UInt8] = []
    private var row: [String] = []
    private var table: [[String]] = []

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    mutating func rows() -> [[String]] {
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "\"") where field.isEmpty: readQuoted()
            case UInt8(ascii: ","): endField()
            case UInt8(ascii: "\n"): endRow()
            case UInt8(ascii: "\r"):
                if bytes.first == UInt8(ascii: "\n") { bytes.removeFirst() }
                endRow()
            default: field.append(byte)
            }
        }
        if !field.isEmpty || !row.isEmpty { endRow() }
        return table
    }

    /// Takes what stands up to the closing quotation mark; two of them are one that is meant.
    private mutating func readQuoted() {
        while let byte = bytes.popFirst() {
            guard byte == UInt8(ascii: "\"") else {
                field.append(byte)
                continue
            }
            guard bytes.first == byte else { return }
            bytes.removeFirst()
            field.append(byte)
        }
    }

    private mutating func endField() {
        row.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
    }

    private mutating func endRow() {
        endField()
        table.append(row)
        row = []
    }
}
