import Testing
import WebAgentHTML
import WebAgentURL

@Suite("Encoding sniffing, HTML 13.2.3")
struct EncodingSnifferTests {
    private func sniff(_ text: String, _ contentType: String? = nil) -> EncodingSniffer {
        EncodingSniffer(Array(text.utf8), contentType: contentType)
    }

    @Test(
        "reads what a page says of itself",
        arguments: [
            ("<meta charset=shift_jis>", "Shift_JIS"),
            ("<META http-equiv=Content-Type content='text/html; charset=latin2'>", "ISO-8859-2"),
            ("<meta content='x; charset = \"koi8-r\"' http-equiv=content-type>", "KOI8-R"),
            ("<!-- <meta charset=koi8-r> --><meta charset=utf-8>", "UTF-8"), ("<meta charset=utf-16>", "UTF-8"),
            ("<p title='<meta charset=koi8-r>'><meta charset=big5>", "Big5"),
            ("<?xml version='1.0' encoding='euc-jp'?>", "EUC-JP"),
        ]
    )
    func markup(text: String, name: String) {
        #expect(sniff(text).encoding.name == name)
        #expect(sniff(text).evidence == .markup)
    }

    @Test(
        "takes nothing from markup that doesn't count",
        arguments: [
            "<meta content='text/html; charset=koi8-r'>", "<meta charset=nonsense>", "plain",
            String(repeating: " ", count: 1024) + "<meta charset=koi8-r>",
        ]
    )
    func noEvidence(text: String) {
        #expect(sniff(text).encoding == .windows1252)
        #expect(sniff(text).evidence == .none)
    }

    @Test("puts the mark before the header and the header before the markup")
    func precedence() {
        #expect(sniff("\u{FEFF}<meta charset=big5>", "text/html; charset=koi8-r").evidence == .byteOrderMark)
        #expect(
            sniff("<meta charset=big5>", "text/html; x=\"a;charset=y\"; Charset=\"KOI8-R\"").encoding.name == "KOI8-R"
        )
        #expect(sniff("<meta charset=big5>", "text/html; charset=unknown").encoding.name == "Big5")
    }

    @Test("decodes without the mark")
    func decodes() {
        let (text, encoding) = EncodingSniffer.decode([0xFF, 0xFE, 0x41, 0x00], contentType: nil)
        #expect(text == "A")
        #expect(encoding == .utf16LE)
    }
}
