import FuzzDriver
import WebAgentScripting

@testable import WebAgent

/// What comes over the wall of a page host: a frame that is read and written again has the same bytes, and a stream gives
/// the same frames however it is cut.
///
/// An input is the letter of what is read and then the frame's bytes behind its head, which is put in front; for the letter
/// of a stream it is the stream.
@main
enum PageFrameFuzzer {
    static func main() {
        FuzzDriver.run { bytes in
            var input = FuzzInput(bytes)
            let kind = input.choice(of: ["order", "answer", "message", "greeting", "stream"])
            if kind == "stream" { return checkStream(pieceLength: Int(input.byte()) + 1, Array(input.rest)) }

            let length = input.rest.count
            let head = (0..<PageFrame.headLength).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
            let frame = head + input.rest
            _ = PageFrameRole(of: frame)
            switch kind {
            case "order": check(frame, PageFrame.decodeOrder, PageFrame.encode)
            case "answer": check(frame, PageFrame.decodeAnswer, PageFrame.encode)
            case "message": checkMessage(frame)
            default: check(frame, PageHostGreeting.init(frame:)) { $0.frame }
            }
        }
    }

    private static func checkMessage(_ frame: [UInt8]) {
        check(frame, PageFrame.decodeMessage, PageFrame.encode)
        guard case .done(let report)? = try? PageFrame.decodeMessage(frame) else { return }
        plantedCrash(
            if: report.nextTimer != nil && !report.title.isEmpty && report.forms.contains { !$0.controls.isEmpty }
        )
    }

    private static func check<Value>(
        _ frame: [UInt8],
        _ decode: ([UInt8]) throws(PageCodecError) -> Value,
        _ encode: (Value) throws(PageCodecError) -> [UInt8]
    ) {
        let value: Value
        do throws(PageCodecError) {
            value = try decode(frame)
        } catch {
            return require(!error.description.isEmpty, "an error has no words")
        }
        do throws(PageCodecError) {
            require(try encode(value) == frame, "a frame is written with other bytes: \(frame)")
        } catch {
            require(false, "a frame that was read cannot be written: \(error)")
        }
    }

    private static func checkStream(pieceLength: Int, _ stream: [UInt8]) {
        let whole = frames(of: stream, pieceLength: max(1, stream.count))
        let cut = frames(of: stream, pieceLength: pieceLength)
        require(whole.frames == cut.frames, "a stream that is cut gives other frames")
        require(whole.error == cut.error, "a stream that is cut ends otherwise")
        let taken = whole.frames.reduce(0) { $0 + $1.count }
        require(stream.starts(with: whole.frames.joined()), "the frames are not those of the stream")
        require(
            whole.error != nil || whole.isInside == (taken < stream.count),
            "the end of a stream is taken for another"
        )
        for frame in whole.frames { _ = try? PageFrame.decodeMessage(frame) }
    }

    private static func frames(
        of stream: [UInt8],
        pieceLength: Int
    ) -> (frames: [[UInt8]], error: PageCodecError?, isInside: Bool) {
        var reader = FrameReader()
        var frames: [[UInt8]] = []
        var rest = stream[...]
        do throws(PageCodecError) {
            while !rest.isEmpty {
                reader.append(rest.prefix(pieceLength))
                rest = rest.dropFirst(pieceLength)
                while let frame = try reader.next() { frames.append(frame) }
            }
            return (frames, nil, reader.isInside)
        } catch {
            return (frames, error, reader.isInside)
        }
    }
}
