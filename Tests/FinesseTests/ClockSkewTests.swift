import Finesse
import HTTPTransport
import HTTPTransportTesting
import Testing

@Suite("The skew between a server's clock and this one")
struct ClockSkewTests {
    /// 1994-11-06 08:49:37 UTC.
    private let example: Int64 = 784_111_777_000

    @Test("is measured from the middle of the round trip, and half of it is the bound of the error")
    func timestamp() throws {
        let text = "1994-11-06T08:49:37.250Z"
        let skew = try #require(ClockSkew(timestamp: text, sent: example - 10_000, received: example - 9_000))
        #expect(skew.offset == .milliseconds(9_750) && skew.uncertainty == .milliseconds(500))
        #expect(skew.least == .milliseconds(9_250))
        #expect("\(skew)" == "the server is 9.8 s ahead (±0.5 s, currentTimestamp)")
    }

    @Test("from a Date field has half a second more of doubt, since that has no fraction")
    func dateField() throws {
        let text = "Sun, 06 Nov 1994 08:49:37 GMT"
        let skew = try #require(ClockSkew(dateField: text, sent: example, received: example + 100))
        #expect(skew.offset == .milliseconds(450) && skew.uncertainty == .milliseconds(550))
        #expect(skew.least == .zero)
        #expect("\(skew)" == "the clocks agree (±0.6 s, Date)")
    }

    @Test(
        "reads timestamps in UTC and with a distance from it",
        arguments: [
            ("1994-11-06T08:49:37Z", 0), ("1994-11-06T10:49:37.5+02:00", 500), ("1994-11-06T03:19:37-0530", 0),
            ("2000-02-29T00:00:00Z", 951_782_400_000 - 784_111_777_000),
        ] as [(String, Int64)]
    )
    func zones(text: String, offset: Int64) throws {
        let skew = try #require(ClockSkew(timestamp: text, sent: example, received: example))
        #expect(skew.offset == .milliseconds(offset))
    }

    @Test(
        "is not guessed from what is no time",
        arguments: [
            "", "now", "1994-11-06", "1994-13-06T08:49:37Z", "1994-11-06T24:00:00Z", "T", "1994-11-06T08:49:37", "x.yZ",
        ]
    )
    func noTime(text: String) {
        #expect(ClockSkew(timestamp: text, sent: 0, received: 0) == nil)
        #expect(ClockSkew(dateField: text, sent: 0, received: 0) == nil)
    }

    @Test(
        "matters beyond 30 s, and harms beyond five minutes, in either direction",
        arguments: [
            (29, ClockSkew.Verdict.harmless), (-29, .harmless), (32, .noticeable), (-32, .noticeable), (302, .harmful),
            (-302, .harmful),
        ]
    )
    func verdicts(seconds: Int, verdict: ClockSkew.Verdict) {
        let skew = ClockSkew(offset: .seconds(seconds), uncertainty: .seconds(1), source: .dateField)
        #expect(skew.verdict == verdict)
    }

    @Test("is read with SystemInfo: from its timestamp, else from the Date field", arguments: [true, false])
    func reading(hasTimestamp: Bool) async throws {
        let stamp = hasTimestamp ? "<currentTimestamp>1994-11-06T08:49:39.000Z</currentTimestamp>" : ""
        let transport = ScriptedTransport { _ in
            HTTPResponse(
                status: 200,
                fields: ["Date": "Sun, 06 Nov 1994 08:49:37 GMT"],
                body: Array("<SystemInfo>\(stamp)</SystemInfo>".utf8)
            )
        }
        let client = FinesseClient(
            transport: transport,
            origin: HTTPOrigin(scheme: .https, host: "finesse1.example.com")
        )
        let skew = try #require(try await client.systemInfo(measuredBy: { example }).skew)
        #expect(skew.source == (hasTimestamp ? .timestamp : .dateField))
        #expect(skew.offset == (hasTimestamp ? .seconds(2) : .milliseconds(500)))
    }
}
