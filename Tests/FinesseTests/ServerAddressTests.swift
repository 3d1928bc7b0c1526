import Finesse
import HTTPTransport
import Testing

@Suite("Server address")
struct ServerAddressTests {
    @Test(
        "reads what people type",
        arguments: [
            ("finesse1.xyz.com", "finesse1.xyz.com", nil), ("Finesse1.XYZ.com:8445", "finesse1.xyz.com", 8445),
            ("https://finesse1.xyz.com", "finesse1.xyz.com", nil), ("HTTPS://a:443/", "a", 443),
            ("10.1.2.3:8445", "10.1.2.3", 8445), ("[::1]:8445", "::1", 8445), ("[::1]", "::1", nil),
            ("::1", "::1", nil),
        ] as [(String, String, UInt16?)]
    )
    func reads(text: String, host: String, port: UInt16?) throws {
        let address = try ServerAddress(parsing: text)
        #expect(address.host == host && address.port == port)
    }

    @Test(
        "refuses what is none, and says why",
        arguments: [
            ("http://finesse1.xyz.com", ServerAddressError.Problem.notHTTPS), ("finesse1/desktop", .path), ("", .host),
            ("a b", .host), ("host:0", .port), ("host:66000", .port), ("host:", .port), ("host:+1", .port),
            ("[::1", .host), ("[::1]8445", .host), ("user@host", .host),
        ]
    )
    func refuses(text: String, problem: ServerAddressError.Problem) {
        let expected = ServerAddressError(text: text, problem: problem)
        #expect(throws: expected) { try ServerAddress(parsing: text) }
        #expect(expected.description.contains("host:port"))
    }

    @Test("has two candidates without a port and one with")
    func candidates() {
        #expect(ServerAddress(host: "a").candidates.map(\.port) == [8445, 443])
        #expect(ServerAddress(host: "a", port: 9443).candidates.map(\.port) == [9443])
        #expect(ServerAddress(host: "a").candidates.allSatisfy { $0.scheme == .https && $0.host == "a" })
    }

    @Test("is shown as it is typed", arguments: ["a", "a:8445", "[::1]:443", "[::1]"])
    func shown(text: String) throws {
        #expect("\(try ServerAddress(parsing: text))" == text)
    }
}
