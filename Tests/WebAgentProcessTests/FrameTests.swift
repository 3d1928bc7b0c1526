import Testing
import WebAgentScripting

@testable import WebAgent

@Suite("Frames of a page host in a process of its own")
struct FrameTests {
    private func message(_ title: String) throws -> [UInt8] {
        try PageFrame.encode(PageMessage.done(PageReport(title: title)))
    }

    @Test("are put together from any pieces", arguments: [1, 2, 3, 7, 64, 4_096])
    func pieces(length: Int) throws {
        let frames = try ["a", String(repeating: "b", count: 500), "", "c"].map(message)
        let stream = frames.flatMap(\.self)
        var reader = FrameReader()
        var found: [[UInt8]] = []
        for start in stride(from: 0, to: stream.count, by: length) {
            reader.append(stream[start..<min(start + length, stream.count)])
            while let frame = try reader.next() { found.append(frame) }
        }
        #expect(found == frames)
        #expect(!reader.isInside)
    }

    @Test("are refused as soon as they announce too much")
    func tooLong() throws {
        var reader = FrameReader()
        reader.append([0, 0, 0, 128])
        #expect(throws: PageCodecError.tooLong(1 << 31)) { try reader.next() }
    }

    @Test("are told apart by their heads")
    func roles() throws {
        let open = try PageFrame.encode(PageOrder.open(PageSource(url: "https://a.com/", body: [])))
        #expect(PageFrameRole(of: open) == .opening)
        for order in [PageOrder.close, .describe, .advance(milliseconds: 1), .evaluate("1")] {
            #expect(PageFrameRole(of: try PageFrame.encode(order)) == .order)
        }
        #expect(PageFrameRole(of: try message("t")) == .report)
        #expect(PageFrameRole(of: try PageFrame.encode(PageMessage.wish(.console(.log, "")))) == .other)
        #expect(PageFrameRole(of: try PageFrame.encode(PageMessage.ask(.readCookies))) == .other)
        #expect(PageFrameRole(of: try PageFrame.encode(PageAnswer.acknowledged)) == .other)
        #expect(PageFrameRole(of: []) == .other)
    }

    @Test("of a greeting carry the walls")
    func greeting() throws {
        let walls: PageHostWalls = [.memory, .systemCalls, .endsWithParent]
        let frame = PageHostGreeting(walls: walls).frame
        #expect(try PageHostGreeting(frame: frame).walls == walls)
        #expect(PageFrameRole(of: frame) == .other)
        for count in frame.indices {
            #expect(throws: PageCodecError.truncated) { try PageHostGreeting(frame: Array(frame[..<count])) }
        }
        #expect(throws: PageCodecError.trailingBytes(1)) { try PageHostGreeting(frame: frame + [0]) }
        #expect(throws: PageCodecError.unexpectedKind(3)) { try PageHostGreeting(frame: try message("t")) }
        var other = frame
        other[4] = 9
        #expect(throws: PageCodecError.unknownVersion(9)) { try PageHostGreeting(frame: other) }
    }
}
