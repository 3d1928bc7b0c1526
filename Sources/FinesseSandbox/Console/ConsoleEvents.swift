internal import Synchronization

/// What changed of the console's page, as server-sent events.
enum ConsoleEvents {
    /// How often it is looked whether something changed.
    private static let pause = Duration.milliseconds(500)

    /// The parts that were sent last.
    private final class Sent: Sendable {
        private let fragments = Mutex<[ConsoleFragments.Fragment]>([])

        /// The parts that are others now, as events; all of them at first.
        func changes(to next: [ConsoleFragments.Fragment]) -> String {
            fragments.withLock { last in
                let changed = next.filter { !last.contains($0) }
                last = next
                return changed.map(ConsoleEvents.event).joined()
            }
        }
    }

    /// The events of a visit: they are made when somebody listens, and end with the connection.
    static func stream(of visit: ControlVisit) -> AsyncStream<String> {
        let sent = Sent()
        return AsyncStream {
            while !Task.isCancelled {
                let model = await ConsoleModel.of(visit.sandbox)
                let events = sent.changes(to: ConsoleFragments(model: model, formToken: visit.formToken).all)
                if !events.isEmpty { return events }
                do {
                    try await Task.sleep(for: pause)
                } catch {
                    return nil
                }
            }
            return nil
        }
    }

    /// Source: WHATWG HTML, 9.2.
    private static func event(_ fragment: ConsoleFragments.Fragment) -> String {
        let data = JSONText.object([("id", .string(fragment.id)), ("markup", .string(fragment.markup))])
        return "event: fragment\ndata: \(data.text)\n\n"
    }
}
