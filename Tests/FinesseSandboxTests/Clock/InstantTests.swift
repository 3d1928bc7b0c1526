import FinesseSandbox
import Testing

@Suite("Sandbox instant")
struct InstantTests {
    @Test(
        "is written as ISO 8601 with milliseconds",
        arguments: [
            (1_671_713_261_747, "2022-12-22T12:47:41.747Z"), (0, "1970-01-01T00:00:00.000Z"),
            (951_782_400_001, "2000-02-29T00:00:00.001Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (4_107_542_399_999, "2100-02-28T23:59:59.999Z"), (1_709_164_800_000, "2024-02-29T00:00:00.000Z"),
        ] as [(Int64, String)]
    )
    func timestamp(milliseconds: Int64, text: String) {
        #expect(SandboxInstant(milliseconds: milliseconds).timestamp == text)
    }

    @Test(
        "is written as HTTP writes dates",
        arguments: [
            (1_671_713_261_747, "Thu, 22 Dec 2022 12:47:41 GMT"), (784_111_777_000, "Sun, 06 Nov 1994 08:49:37 GMT"),
        ] as [(Int64, String)]
    )
    func httpDate(milliseconds: Int64, text: String) {
        #expect(SandboxInstant(milliseconds: milliseconds).httpDate == text)
    }

    @Test("counts whole seconds downwards")
    func seconds() {
        #expect(SandboxInstant(milliseconds: 1999).seconds == 1)
        #expect(SandboxInstant(milliseconds: -1).seconds == -1)
    }
}
