/// One way to read a text in which something may be hidden: as it is, decoded, inflated.
struct Reading {
    var bytes: [UInt8]
    /// The steps that led to it, for people.
    var steps: String
    var isInflated: Bool

    /// The shortest run of base64 that is worth decoding: it must hold a compressed piece.
    private static let shortestRun = 12

    /// Every reading of a text.
    ///
    /// 1. The text.
    /// 2. The text with percent-encoding undone, when there is any: it may part runs of base64.
    /// 3. Whatever inflates of either, and of every run of base64 and base64url in either.
    static func all(of bytes: [UInt8]) -> [Reading] {
        var texts = [Reading(bytes: bytes, steps: "", isInflated: false)]
        let decoded = percentDecoded(bytes)
        if decoded != bytes { texts.append(Reading(bytes: decoded, steps: "percent-decoded", isInflated: false)) }
        var readings = texts
        for text in texts {
            readings += inflated(text.bytes, after: text.steps)
            for run in runs(in: text.bytes) {
                let steps = (text.steps.isEmpty ? "" : "\(text.steps), ") + "base64 at \(run.startIndex)"
                readings += inflated(Base64.decode(run), after: steps)
            }
        }
        return readings
    }

    private static func inflated(_ bytes: [UInt8], after steps: String) -> [Reading] {
        Inflate.readings(of: bytes).map { inflated in
            Reading(bytes: inflated, steps: (steps.isEmpty ? "" : "\(steps), ") + "inflated", isInflated: true)
        }
    }

    /// The runs of characters that base64 has, line ends within them left out.
    private static func runs(in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split { !Base64.isCharacter($0) }.filter { $0.count >= shortestRun }
    }

    private static func percentDecoded(_ bytes: [UInt8]) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = digit(bytes[index + 1]),
                let low = digit(bytes[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return decoded
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
