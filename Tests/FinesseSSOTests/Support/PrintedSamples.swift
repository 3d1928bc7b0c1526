import Foundation

/// The two printed samples of Client Integration, read where it lies; they are never copied into the project.
enum PrintedSamples {
    /// The samples with their lines joined, in the order of the text; nil when the text is not there.
    static let samples: [String]? = text.map { text in
        joined(text)
    }

    /// The first sample as it is printed, with its lines wrapped.
    static let wrappedSample: String? = text.flatMap { raw($0).first.map(String.init) }

    private static let text: String? = candidates.lazy.compactMap { try? String(contentsOf: $0, encoding: .utf8) }.first

    private static var candidates: [URL] {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let beside = root.deletingLastPathComponent().appendingPathComponent("shared")
        let named = ProcessInfo.processInfo.environment["CONFORMANCE_DATA"]
            .map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
        return [named, beside].compactMap { $0?.appendingPathComponent("reference/client-integration.txt") }
    }

    private static func raw(_ text: String) -> [Substring] {
        text.ranges(of: "{\"token\"").compactMap { start in
            text[start.lowerBound...].firstRange(of: "\"}").map { text[start.lowerBound..<$0.upperBound] }
        }
    }

    private static func joined(_ text: String) -> [String] { raw(text).map { $0.filter { !$0.isWhitespace } } }
}
