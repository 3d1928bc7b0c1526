import HTTPTransport
import Testing

@Suite("IP address, as text")
struct IPAddressTests {
    @Test(
        "is read",
        arguments: [
            ("1.2.3.4", [1, 2, 3, 4]), ("::", [UInt8](repeating: 0, count: 16)),
            ("::1", [UInt8](repeating: 0, count: 15) + [1]),
            ("fd00::1:2", [0xFD] + [UInt8](repeating: 0, count: 12) + [1, 0, 2]),
            ("::ffff:1.2.3.4", [UInt8](repeating: 0, count: 10) + [255, 255, 1, 2, 3, 4]),
            ("1:2:3:4:5:6:7:8", [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8]),
        ] as [(String, [UInt8])]
    )
    func reads(text: String, bytes: [UInt8]) {
        #expect(IPAddress(text)?.bytes == bytes)
    }

    @Test(
        "of version 6 is written in its shortest form",
        arguments: [
            ("::", "::"), ("0:0:0:0:0:0:0:1", "::1"), ("FD00:0:0:1:0:0:0:2", "fd00:0:0:1::2"),
            ("1:0:2:0:3:0:4:0", "1:0:2:0:3:0:4:0"),
            ("1:0:0:2:3:0:0:4", "1::2:3:0:0:4"), ("::ffff:1.2.3.4", "::ffff:102:304"), ("1:0:0:0:0:0:0:0", "1::"),
        ]
    )
    func shortest(text: String, wanted: String) {
        #expect(IPAddress(text)?.version6Text == wanted)
    }

    @Test(
        "is refused",
        arguments: [
            "", "1.2.3", "1.2.3.256", "1.2.3.+4", "a.test", ":1", "1:", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", ":::",
            "::1::", "1:2:3:4::5:6:7:8", "12345::", "g::",
        ]
    )
    func refuses(text: String) {
        #expect(IPAddress(text) == nil)
    }
}
