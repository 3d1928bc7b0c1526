import Testing
import WebAgentURL

@Suite("Encodings, WHATWG Encoding")
struct CharacterEncodingTests {
    private func encoding(_ label: String) throws -> CharacterEncoding { try #require(CharacterEncoding(label: label)) }

    @Test(
        "knows encodings by their labels",
        arguments: [
            (" UTF8\n", "UTF-8"), ("Latin1", "windows-1252"), ("us-ascii", "windows-1252"),
            ("iso-8859-9", "windows-1254"),
            ("utf-16", "UTF-16LE"), ("gb2312", "GBK"), ("sjis", "Shift_JIS"), ("iso-2022-kr", "replacement"),
            ("logical", "ISO-8859-8-I"), ("x-user-defined", "x-user-defined"),
        ]
    )
    func labels(label: String, name: String) {
        #expect(CharacterEncoding(label: label)?.name == name)
    }

    @Test("knows no encoding by another label", arguments: ["", "utf-7", "utf-32", "latin 1", "\u{A0}utf-8"])
    func unknownLabels(label: String) {
        #expect(CharacterEncoding(label: label) == nil)
    }

    @Test("knows every encoding by its own name, and tells all of them apart")
    func names() {
        #expect(CharacterEncoding.all.count == 40)
        #expect(Set(CharacterEncoding.all).count == 40)
        for encoding in CharacterEncoding.all { #expect(CharacterEncoding(label: encoding.name) == encoding) }
    }

    @Test(
        "replaces each longest begin of a malformed UTF-8 sequence once",
        arguments: [
            ([0x41, 0xC3], "A\u{FFFD}"), ([0xE2, 0x82, 0x41], "\u{FFFD}A"),
            ([0xF0, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"), ([0xF4, 0x90], "\u{FFFD}\u{FFFD}"),
            ([0xEF, 0xBB, 0xBF], "\u{FEFF}"), ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}"),
        ] as [([UInt8], String)]
    )
    func malformedUTF8(bytes: [UInt8], expected: String) {
        #expect(Array(CharacterEncoding.utf8.decode(bytes).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test(
        "decodes and encodes text",
        arguments: [
            ("windows-1252", "€é", [0x80, 0xE9]), ("iso-8859-2", "łš", [0xB3, 0xB9]), ("koi8-u", "їў", [0xA7, 0xAE]),
            ("ibm866", "Я", [0x9F]), ("macintosh", "é", [0x8E]), ("windows-1255", "\u{5BA}", [0xCA]),
            ("big5", "一", [0xA4, 0x40]), ("big5", "\u{2400}", [0xA3, 0xC0]),
            ("euc-kr", "가힣", [0xB0, 0xA1, 0xC6, 0x52]),
            ("shift_jis", "日ｱ", [0x93, 0xFA, 0xB1]), ("euc-jp", "日ｱ", [0xC6, 0xFC, 0x8E, 0xB1]),
            ("gbk", "中€", [0xD6, 0xD0, 0x80]),
            ("gb18030", "中\u{80}😀", [0xD6, 0xD0, 0x81, 0x30, 0x81, 0x30, 0x94, 0x39, 0xFC, 0x36]),
            (
                "iso-2022-jp", "a日\u{A5}b",
                [0x61, 0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x4A, 0x5C, 0x62, 0x1B, 0x28, 0x42]
            ),
            ("x-user-defined", "A\u{F780}", [0x41, 0x80]),
        ] as [(String, String, [UInt8])]
    )
    func bothWays(label: String, text: String, bytes: [UInt8]) throws {
        let encoding = try encoding(label)
        #expect(encoding.decodeIfValid(bytes) == text)
        #expect(encoding.encodeIfPossible(text) == bytes)
    }

    @Test(
        "decodes what is only read",
        arguments: [
            ("utf-16be", [0x00, 0x41, 0xD8, 0x3D, 0xDE, 0x00], "A😀"),
            ("utf-16le", [0x41, 0x00, 0x3D, 0xD8, 0x41, 0x00], "A\u{FFFD}A"),
            ("utf-16le", [0x41, 0x00, 0x42], "A\u{FFFD}"), ("utf-16le", [0x00, 0xDC], "\u{FFFD}"),
            ("replacement", [0x41, 0x42], "\u{FFFD}"), ("big5", [0x88, 0x62], "\u{CA}\u{304}"),
            ("euc-jp", [0x8F, 0xB0, 0xA1], "丂"), ("shift_jis", [0xF0, 0x40], "\u{E000}"),
            ("iso-2022-jp", [0x1B, 0x28, 0x49, 0x31], "ｱ"), ("gb18030", [0x81, 0x35, 0xF4, 0x37], "\u{E7C7}"),
        ] as [(String, [UInt8], String)]
    )
    func readOnly(label: String, bytes: [UInt8], text: String) throws {
        #expect(Array(try encoding(label).decode(bytes).unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test(
        "reads ASCII again after a leading byte that it does not fit",
        arguments: [
            ("big5", [0x81, 0x3C], "\u{FFFD}<"), ("euc-kr", [0xC9, 0x41], "\u{FFFD}A"),
            ("shift_jis", [0x85, 0x22], "\u{FFFD}\""),
            ("euc-jp", [0x8E, 0x3C], "\u{FFFD}<"), ("gb18030", [0x81, 0x30, 0x3C], "\u{FFFD}0<"),
            ("gb18030", [0x81, 0x30, 0x81, 0x3C], "\u{FFFD}0\u{FFFD}<"), ("gb18030", [0xFE], "\u{FFFD}"),
            ("iso-2022-jp", [0x1B, 0x28, 0x3C], "\u{FFFD}(<"), ("iso-2022-jp", [0x1B], "\u{FFFD}"),
            ("iso-2022-jp", [0x1B, 0x28, 0x42, 0x1B, 0x28, 0x42, 0x41], "\u{FFFD}A"),
            ("windows-1253", [0xAA], "\u{FFFD}"), ("euc-jp", [0x8F, 0xF3, 0xA1], "\u{FFFD}"),
        ] as [(String, [UInt8], String)]
    )
    func malformed(label: String, bytes: [UInt8], text: String) throws {
        let encoding = try encoding(label)
        #expect(encoding.decode(bytes) == text)
        #expect(encoding.decodeIfValid(bytes) == nil)
    }

    @Test("gives the same text however the stream is cut", arguments: CharacterEncoding.all)
    func streams(encoding: CharacterEncoding) {
        let bytes: [UInt8] =
            Array("aé日😀".utf8) + [0x81, 0x30, 0x84, 0x36, 0xFE, 0x1B, 0x24, 0x42, 0x46, 0x7C, 0x41, 0xF0, 0x9F]
        let whole = encoding.decode(bytes)
        var decoder = CharacterDecoder(encoding)
        var text = ""
        for byte in bytes { text.unicodeScalars += decoder.decode([byte], isLast: false).unicodeScalars }
        text.unicodeScalars += decoder.decode([], isLast: true).unicodeScalars
        #expect(Array(text.unicodeScalars) == Array(whole.unicodeScalars))
    }

    @Test("lets a byte order mark decide")
    func byteOrderMarks() {
        #expect(CharacterEncoding.windows1252.decodeSniffingByteOrderMark([0xEF, 0xBB, 0xBF, 0xC3, 0xA9]) == "é")
        #expect(CharacterEncoding.utf8.decodeSniffingByteOrderMark([0xFF, 0xFE, 0x41, 0x00]) == "A")
        #expect(CharacterEncoding.utf8.decodeSniffingByteOrderMark([0xFE, 0xFF, 0x00, 0x41]) == "A")
        #expect(CharacterEncoding.windows1252.decodeSniffingByteOrderMark([0xE9]) == "é")
        #expect(CharacterEncoding.byteOrderMark(of: [0xEF, 0xBB]) == nil)
    }

    @Test("writes what an encoding lacks as a character reference")
    func references() throws {
        #expect(try encoding("latin2").encode("a☃") == Array("a&#9731;".utf8))
        #expect(try encoding("latin2").encodeIfPossible("☃") == nil)
        #expect(
            try encoding("iso-2022-jp").encode("日\u{1B}ｱ") == [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42]
                + Array("&#65533;".utf8) + [0x1B, 0x24, 0x42, 0x25, 0x22, 0x1B, 0x28, 0x42]
        )
        #expect(try encoding("gb18030").encode("\u{E5E5}") == Array("&#58853;".utf8))
        #expect(try encoding("gbk").encode("😀") == Array("&#128512;".utf8))
        #expect(CharacterEncoding.utf16LE.encode("é") == [0xC3, 0xA9])
        #expect(CharacterEncoding.replacement.outputEncoding == .utf8)
    }

    @Test("holds no correction that ICU has made needless")
    func corrections() {
        #expect(EncodingCorrections.needless() == [])
    }
}
