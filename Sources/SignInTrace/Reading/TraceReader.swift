import WebAgent
import WebAgentURL

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads a HAR file as far as it goes.
///
/// What this program wrote says who was asked and why; of a browser's file both are told from the addresses, and what could be
/// a secret is cut here, since a browser keeps it.
package enum TraceReader {
    /// Files larger than this are not read.
    package static let largest = 64 << 20

    /// Exchanges beyond these are left out.
    static let mostExchanges = 5_000

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - publicNames: The names of parameters whose values may be shown.
    /// - Returns: What it tells.
    /// - Throws: ``TraceReadingError``.
    package static func read(
        _ bytes: [UInt8],
        publicNames: Set<String>
    ) throws(TraceReadingError) -> TraceDocument {
        guard bytes.count <= largest else { throw .tooLarge(bytes: bytes.count, limit: largest) }
        let file: HARFileForm
        do {
            file = try JSONDecoder().decode(HARFileForm.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw Self.error(error)
        } catch {
            throw .notJSON
        }
        guard !file.log.entries.isEmpty || file.log.outcome != nil else { throw .empty }
        return document(of: file.log, publicNames: publicNames)
    }

    private static func document(of log: HARFileForm.Log, publicNames: Set<String>) -> TraceDocument {
        var parties = PartyDirectory()
        let times = log.entries.map { TraceTime.milliseconds($0.startedDateTime ?? "") }
        let first = times.compactMap { $0 }.min() ?? 0
        var exchanges: [TracedExchange] = []
        for (entry, time) in zip(log.entries.prefix(mostExchanges), times) {
            var exchange = ExchangeReader(publicNames: publicNames).exchange(entry, &parties)
            exchange.number = exchanges.count + 1
            exchange.start = time.map { Double($0 - first) } ?? 0
            exchanges.append(exchange)
        }
        return TraceDocument(
            creator: log.creator.map { [$0.name, $0.version].compactMap { $0 }.joined(separator: " ") } ?? "",
            started: times.contains { $0 != nil } ? TraceTime.text(first) : nil,
            command: log.command,
            walls: log.walls,
            outcome: log.outcome,
            exchanges: exchanges,
            dropped: max(0, log.entries.count - mostExchanges) + min(max(0, log.dropped ?? 0), 1_000_000)
        )
    }

    private static func error(_ error: DecodingError) -> TraceReadingError {
        func place(_ path: [any CodingKey]) -> String {
            path.reduce("") { text, key in
                if let index = key.intValue { return "\(text)[\(index)]" }
                // A key is one of ours, or of a dictionary; these have none.
                return text.isEmpty ? key.stringValue : "\(text).\(key.stringValue)"
            }
        }
        switch error {
        case .keyNotFound(let key, let context):
            return .notHAR(place: "\(place(context.codingPath + [key])) is missing")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            let name = place(context.codingPath)
            return .notHAR(place: "\(name.isEmpty ? "the file" : name) is of another type than HAR says")
        case .dataCorrupted(let context):
            return context.codingPath.isEmpty ? .notJSON : .notHAR(place: "\(place(context.codingPath)) cannot be read")
        @unknown default:
            return .notJSON
        }
    }
}
