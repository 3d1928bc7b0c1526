import Cryptography
import Testing

private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 2 ? digits : "0\(digits)"
    }.joined()
}

/// A key and a message, with the codes that the document prints for them.
struct CodeVector: CustomTestStringConvertible, Sendable {
    var name: String
    var key: [UInt8]
    var message: [UInt8]
    var codes: [HashFunction: String]

    var testDescription: String { name }

    static let all = [
        CodeVector(
            name: "a short key",
            key: Array(repeating: 0x0B, count: 20),
            message: Array("Hi There".utf8),
            codes: [
                .sha1: "b617318655057264e28bc0b6fb378c8ef146be00",
                .sha256: "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
                .sha512: "87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cde"
                    + "daa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854",
            ]
        ),
        CodeVector(
            name: "a key shorter than the hash",
            key: Array("Jefe".utf8),
            message: Array("what do ya want for nothing?".utf8),
            codes: [
                .sha1: "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
                .sha256: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                .sha512: "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                    + "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
            ]
        ),
        CodeVector(
            name: "key and message together longer than a block",
            key: Array(repeating: 0xAA, count: 20),
            message: Array(repeating: 0xDD, count: 50),
            codes: [
                .sha1: "125d7342b9ac11cd91a39af48aa17b4f63f175d3",
                .sha256: "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
                .sha512: "fa73b0089d56a284efb0f0756c890be9b1b5dbdd8ee81a3655f83e33b2279d39"
                    + "bf3e848279a722c806b485a47e67c807b946a337bee8942674278859e13292fb",
            ]
        ),
        CodeVector(
            name: "a key longer than a block of SHA-1",
            key: Array(repeating: 0xAA, count: 80),
            message: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            codes: [.sha1: "aa4ae5e15272d00e95705637ce8a3b55ed402112"]
        ),
        CodeVector(
            name: "a key longer than a block of each",
            key: Array(repeating: 0xAA, count: 131),
            message: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            codes: [
                .sha256: "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
                .sha512: "80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f352"
                    + "6b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598",
            ]
        ),
    ]
}

@Suite("Message authentication codes, RFC 2202 and RFC 4231")
struct MessageAuthenticationTests {
    @Test("are those of the documents", arguments: CodeVector.all)
    func vectors(vector: CodeVector) {
        for (function, code) in vector.codes {
            let computed = hmac(function, key: vector.key, message: vector.message)
            #expect(hex(computed) == code, "\(function)")
            #expect(computed.count == function.length)
        }
    }

    @Test("take an empty key and an empty message")
    func empty() {
        #expect(hex(hmac(.sha1, key: [], message: [])) == "fbdb1d1b18aa6c08324b7d64b71fb76370690e1d")
    }
}

@Suite("Keys from passwords, RFC 7914 §12")
struct ScryptTests {
    /// What the document derives.
    struct Vector: CustomTestStringConvertible, Sendable {
        var password: String
        var salt: String
        var cost: Int
        var blockSize: Int
        var parallelization: Int
        var key: String

        var testDescription: String { "N=\(cost), r=\(blockSize), p=\(parallelization)" }
    }

    static let vectors = [
        Vector(
            password: "",
            salt: "",
            cost: 16,
            blockSize: 1,
            parallelization: 1,
            key: "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
        ),
        Vector(
            password: "password",
            salt: "NaCl",
            cost: 1024,
            blockSize: 8,
            parallelization: 16,
            key: "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
        ),
        Vector(
            password: "pleaseletmein",
            salt: "SodiumChloride",
            cost: 16384,
            blockSize: 8,
            parallelization: 1,
            key: "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
        ),
    ]

    @Test("are those of the document", arguments: vectors)
    func derives(vector: Vector) throws {
        let key = try scrypt(
            password: Array(vector.password.utf8),
            salt: Array(vector.salt.utf8),
            cost: vector.cost,
            blockSize: vector.blockSize,
            parallelization: vector.parallelization,
            length: 64
        )
        #expect(hex(key) == vector.key)
    }

    @Test(
        "are refused where the parameters are none, or would take too much memory",
        arguments: [
            (0, 8, 1, 32), (1, 8, 1, 32), (-2, 8, 1, 32), (1000, 8, 1, 32), (16, 0, 1, 32), (16, 8, 0, 32),
            (16, 8, 1, 0), (1 << 18, 8, 1, 32), (1 << 40, 8, 1, 32), (16, 1 << 40, 1, 32), (16, 8, 1 << 40, 32),
            (1 << 16, 1, 1, 32), (16, 8, 1, .max), (.min, 8, 1, 32),
        ]
    )
    func refuses(cost: Int, blockSize: Int, parallelization: Int, length: Int) {
        let error = #expect(throws: ScryptError.self) {
            _ = try scrypt(
                password: [1],
                salt: [2],
                cost: cost,
                blockSize: blockSize,
                parallelization: parallelization,
                length: length
            )
        }
        #expect(
            error
                == .unusableParameters(
                    cost: cost,
                    blockSize: blockSize,
                    parallelization: parallelization,
                    length: length
                )
        )
        #expect(error?.description.contains("Use a power of two") == true)
    }
}

@Suite("Secret bytes")
struct SecretByteTests {
    @Test(
        "are equal when each byte is",
        arguments: [
            ([], [], true), ([1], [1], true), ([1, 2], [1, 3], false), ([1], [1, 2], false), ([0], [], false),
        ]
            as [([UInt8], [UInt8], Bool)]
    )
    func equality(left: [UInt8], right: [UInt8], isEqual: Bool) {
        #expect(isEqualInConstantTime(left, right) == isEqual)
    }

    @Test("come in the number asked for, and never twice the same")
    func random() {
        #expect(randomBytes(0).isEmpty)
        let made = Set((0..<100).map { _ in randomBytes(16) })
        #expect(made.count == 100 && made.allSatisfy { $0.count == 16 })
    }
}
