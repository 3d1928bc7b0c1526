import HTTPTransport
import WebAgent
import WebAgentScripting

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The log while it grows.
struct TraceLog: Sendable {
    /// What one agent did: which of its requests is which exchange.
    private struct Walk {
        /// How many requests the agent has made; it counts them from 1.
        var hops = 0
        /// The exchange of each request; where it went to one node and then to another, the last one.
        var exchanges: [Int: Int] = [:]
        /// Decisions over cookies that came before their request.
        var early: [Int: [TracedCookie]] = [:]
        /// The exchange of the page that was asked for last.
        var page: Int?
    }

    var command: String?
    var outcome: TracedOutcome?

    private let settings: TraceRecorder.Settings
    private let start: Int64
    private var parties: PartyDirectory
    private var entries: [HAREntry] = []
    /// What was written of each entry; nil where it has changed since.
    private var written: [[UInt8]?] = []
    private var walks: [Walk] = []
    private var walls: [String]?

    private var dropped = 0
    /// Steps since the log was kept last.
    private var steps = 0

    /// More exchanges than a run of one command makes.
    private static let mostEntries = 2_000

    init(_ settings: TraceRecorder.Settings, finesse: [String]) {
        self.settings = settings
        start = settings.clock.now()
        parties = PartyDirectory(finesse: finesse)
    }

    mutating func beginWalk() -> Int {
        walks.append(Walk())
        return walks.count - 1
    }

    mutating func nextHop(of walk: Int) -> WalkPlace {
        walks[walk].hops += 1
        return WalkPlace(walk: walk, hop: walks[walk].hops)
    }

    mutating func begin(_ request: HTTPRequest, at place: WalkPlace?) -> Int {
        let number = entries.count
        guard number < Self.mostEntries else {
            dropped += 1
            if let place { walks[place.walk].exchanges[place.hop] = Self.mostEntries }
            return Self.mostEntries
        }
        let entryMaker = EntryMaker(publicNames: settings.publicNames)
        var entry = entryMaker.entry(request, startedAt: settings.clock.now(), parties: &parties)
        if let place {
            walks[place.walk].exchanges[place.hop] = number
            entry.cookies = walks[place.walk].early.removeValue(forKey: place.hop)
        }
        entries.append(entry)
        written.append(nil)
        return number
    }

    mutating func end(_ number: Int, _ outcome: Result<HTTPResponse, TransportError>, after duration: Duration) {
        let maker = EntryMaker(publicNames: settings.publicNames)
        change(number) { maker.finish(&$0, outcome, after: duration) }
    }

    mutating func observe(_ event: Recording.Entry, walk: Int) {
        let page = walks[walk].page
        switch event {
        case .cookie(let cookie): observe(cookie, walk: walk)
        case .hop(let hop):
            guard let number = exchange(of: hop.number, walk: walk) else { return }
            if hop.purpose == .page { walks[walk].page = number }
            change(number) { entry in
                entry.purpose = hop.purpose.rawValue
                entry.step = EntryMaker.step(of: entry)
            }
        case .page(let url, let forms):
            change(page) { $0.page = TracedPage(url: url, forms: forms) }
        case .pageHost(let walls):
            self.walls = walls?.names ?? []
        default:
            guard let note = TracedNote(event) else { return }
            change(page) { entry in
                guard (entry.notes?.count ?? 0) < 50 else { return }
                entry.notes = (entry.notes ?? []) + [note]
            }
        }
    }

    private mutating func observe(_ event: CookieEvent, walk: Int) {
        let cookie = TracedCookie(event)
        guard let hop = event.hop else {
            let page = walks[walk].page
            return change(page) { $0.cookies = ($0.cookies ?? []) + [cookie] }
        }
        if let number = exchange(of: hop, walk: walk) {
            change(number) { $0.cookies = ($0.cookies ?? []) + [cookie] }
        } else {
            walks[walk].early[hop, default: []].append(cookie)
        }
    }

    /// The exchange of an agent's request; nil before it went out.
    private func exchange(of hop: Int, walk: Int) -> Int? { walks[walk].exchanges[hop] }

    private mutating func change(_ number: Int?, _ body: (inout HAREntry) -> Void) {
        guard let number, entries.indices.contains(number) else { return }
        body(&entries[number])
        written[number] = nil
    }

    // MARK: Writing

    /// Whether the log is kept after this step.
    ///
    /// A long log is written less often, or a run would mostly write; a request that goes out is always kept, so that one sees
    /// what a run was waiting for.
    mutating func isDue(isRequest: Bool) -> Bool {
        steps += 1
        guard isRequest || entries.count <= 64 || steps >= entries.count / 32 else { return false }
        steps = 0
        return true
    }

    /// The whole log as a file.
    mutating func file() -> [UInt8] {
        for number in entries.indices where written[number] == nil { written[number] = Self.json(entries[number]) }
        let page = HARPage(
            startedDateTime: TraceTime.text(start),
            id: "run",
            title: command.map { "\(settings.creator.name) \($0)" } ?? settings.creator.name
        )
        var log = HARLog(creator: settings.creator, pages: [page], entries: [])
        log.command = command
        log.walls = walls
        log.outcome = outcome
        log.dropped = dropped > 0 ? dropped : nil
        let frame = String(decoding: Self.json(log), as: UTF8.self)
        guard let place = frame.firstRange(of: "\"entries\":[") else { return Array(frame.utf8) }
        let joined = written.compactMap { $0 }.joined(separator: Array(",\n".utf8))
        return Array("{\"log\":".utf8) + Array(frame[..<place.upperBound].utf8) + [10] + joined
            + Array(frame[place.upperBound...].utf8) + Array("}\n".utf8)
    }

    /// Every value of these types has a form as JSON, so that nothing is lost where encoding answers nothing.
    private static func json(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map(Array.init) ?? Array("null".utf8)
    }
}
