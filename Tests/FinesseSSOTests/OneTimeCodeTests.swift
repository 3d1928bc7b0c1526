import Cryptography
import FinesseSSO
import Synchronization
import Testing
import TokenStoreTesting

@Suite("One-time codes, RFC 6238")
struct OneTimeCodeTests {
    /// The RFC's secrets: the digits 1 to 9 and 0, over and over, as long as the hash.
    private func generator(_ function: HashFunction) throws -> TOTP {
        let secret = (0..<function.length).map { UInt8(ascii: "0") + UInt8(($0 + 1) % 10) }
        return try TOTP(secret: secret, function: function, digits: 8)
    }

    @Test(
        "are those of the RFC's table, at the same times",
        arguments: [
            (59, HashFunction.sha1, "94287082"), (59, .sha256, "46119246"), (59, .sha512, "90693936"),
            (1_111_111_109, .sha1, "07081804"), (1_111_111_111, .sha256, "67062674"),
            (1_234_567_890, .sha512, "93441116"), (2_000_000_000, .sha1, "69279037"),
            (20_000_000_000, .sha256, "77737706"), (20_000_000_000, .sha512, "47863826"),
        ] as [(Int64, HashFunction, String)]
    )
    func table(seconds: Int64, function: HashFunction, expected: String) throws {
        let generator = try generator(function)
        let step = generator.counter(at: WallTime(milliseconds: seconds * 1000 + 999))
        #expect(generator.code(counter: step).reveal() == expected)
    }

    @Test("are those of RFC 4226, appendix D, for its first counters")
    func counters() throws {
        let generator = try TOTP(secret: Array("12345678901234567890".utf8))
        let codes = (0..<4).map { generator.code(counter: $0).reveal() }
        #expect(codes == ["755224", "287082", "359152", "969429"])
    }

    @Test(
        "are made from a secret in Base32, however it is grouped",
        arguments: ["GEZDGNBVGY3TQOJQ", "gezd gnbv-gy3t qojq\n"]
    )
    func base32(text: String) throws {
        let expected = try TOTP(secret: Array("1234567890".utf8))
        #expect(try TOTP(parsing: text) == expected)
    }

    @Test("are made from the address in a QR code, with its algorithm, digits and period")
    func address() throws {
        let text =
            "otpauth://totp/Corp:ann%40corp.example?secret=GEZDGNBV&issuer=Corp&algorithm=SHA512&digits=8&period=60"
        let expected = try TOTP(secret: Array("12345".utf8), function: .sha512, digits: 8, period: 60)
        #expect(try TOTP(parsing: text) == expected)
    }

    @Test(
        "need a secret that can be used, and say why it cannot without showing it",
        arguments: [
            ("", "no Base32"), ("1nvalid!", "no Base32"), ("otpauth://hotp/x?secret=GEZDGNBV", "counter"),
            ("otpauth://totp/x?issuer=y", "no secret"), ("otpauth://totp/x?secret=GEZDGNBV&algorithm=MD5", "algorithm"),
            ("otpauth://totp/x?secret=GEZDGNBV&digits=4", "4 digits"),
            ("otpauth://totp/x?secret=GEZDGNBV&period=x", "period"),
        ]
    )
    func unusable(text: String, reason: String) throws {
        let error = #expect(throws: OneTimeCodeError.self) { try TOTP(parsing: text) }
        #expect(error?.description.contains(reason) == true && error?.description.contains("GEZDGNBV") == false)
    }

    @Test("are never given twice: the second comes from the next step, after a wait until it begins")
    func waits() async throws {
        let now = Mutex<Int64>(1_000_000_010_000)
        let slept = Mutex<[Duration]>([])
        let generator = try TOTP(secret: [1, 2, 3])
        let time: @Sendable () -> WallTime = { WallTime(milliseconds: now.withLock { $0 }) }
        let codes = OneTimeCodes(generator, now: time) { duration in
            slept.withLock { $0.append(duration) }
            now.withLock { $0 += duration.components.seconds * 1000 }
        }
        let first = try await codes.next(for: "idp")
        let second = try await codes.next(for: "idp")
        let step = generator.counter(at: WallTime(milliseconds: 1_000_000_010_000))
        #expect(first == generator.code(counter: step) && second == generator.code(counter: step + 1))
        #expect(slept.withLock { $0 } == [.seconds(10)])
    }

    @Test("are not given by another program either, which waits for the next step")
    func acrossPrograms() async throws {
        let disk = SimulatedDisk()
        let start = WallTime(milliseconds: 1_000_000_010_000)
        let generator = try TOTP(secret: [1, 2, 3])
        let step = generator.counter(at: start)
        let now = Mutex(start.milliseconds)
        let time: @Sendable () -> WallTime = { WallTime(milliseconds: now.withLock { $0 }) }
        let program: @Sendable () -> OneTimeCodes = {
            OneTimeCodes(generator, taken: FileOneTimeSteps(directory: "/state", files: disk), now: time) { duration in
                now.withLock { $0 += duration.components.seconds * 1000 }
            } report: { error in
                Issue.record("it could not be remembered: \(error)")
            }
        }
        #expect(try await program().next(for: "idp") == generator.code(counter: step))
        #expect(try await program().next(for: "idp") == generator.code(counter: step + 1))
        // A generator of another secret has steps of its own, and only the last step is kept.
        let other = try TOTP(secret: [4])
        #expect(try FileOneTimeSteps(directory: "/state", files: disk).take(step, of: other))
        #expect(try !FileOneTimeSteps(directory: "/state", files: disk).take(step, of: generator))
        #expect(try disk.list("/state").count == 2)
    }

    @Test("are given all the same where nothing can be remembered, and it is told why")
    func unremembered() async throws {
        struct Full: OneTimeSteps {
            func take(_ step: Int64, of generator: TOTP) throws(TokenStoreError) -> Bool {
                throw .file(FileFault(operation: "write", path: "/state", reason: "the disk is full"))
            }
        }
        let told = Mutex<[String]>([])
        let report: @Sendable (TokenStoreError) -> Void = { error in told.withLock { $0.append("\(error)") } }
        let codes = OneTimeCodes(try TOTP(secret: [1]), taken: Full(), report: report)
        _ = try await codes.next(for: "idp")
        #expect(told.withLock { $0.count == 1 && $0[0].contains("the disk is full") })
    }

    @Test("that somebody types a second time are refused, and so is nothing")
    func typedTwice() async throws {
        let answers = Mutex(["123 456", "123456", " "])
        let codes = OneTimeCodes { _ in OneTimeCode(answers.withLock { $0.removeFirst() }) }
        #expect(try await codes.next(for: "idp").reveal() == "123456")
        await #expect(throws: OneTimeCodeError.repeated) { try await codes.next(for: "idp") }
        await #expect(throws: OneTimeCodeError.self) { try await codes.next(for: "idp") }
    }

    @Test("and their secrets never print themselves")
    func redacted() throws {
        let generator = try TOTP(secret: Array("very-secret".utf8))
        let code = OneTimeCode("987654")
        #expect("\(code)" == "<redacted>" && String(reflecting: code) == "<redacted>")
        #expect("\(generator)" == "6 digits every 30 s, HMAC-sha1" && String(reflecting: generator) == "\(generator)")
    }
}
