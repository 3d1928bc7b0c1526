import WebAgentScripting

/// `localStorage` and `sessionStorage` of the origins an agent has seen; kept in memory.
struct PageStorage: Sendable {
    private struct Key: Hashable {
        let area: StorageArea
        let origin: String
    }

    private struct Items {
        var order: [String] = []
        var values: [String: String] = [:]
        var size = 0
    }

    /// How much an origin may keep in one area, in bytes.
    ///
    /// Source: what browsers keep.
    static let quota = 5 << 20

    private var areas: [Key: Items] = [:]

    /// Does what a page asks.
    ///
    /// Source: HTML §12.2, https://html.spec.whatwg.org/multipage/webstorage.html
    mutating func perform(_ operation: StorageOperation, in area: StorageArea, of origin: String) -> PageAnswer {
        let place = Key(area: area, origin: origin)
        var items = areas.removeValue(forKey: place) ?? Items()
        defer { if !items.order.isEmpty { areas[place] = items } }
        switch operation {
        case .keys:
            return .keys(items.order)
        case .get(let key):
            return items.values[key].map(PageAnswer.text) ?? .absent
        case .set(let key, let value):
            let old = items.values[key]
            let size = items.size + value.utf8.count + (old.map { -$0.utf8.count } ?? key.utf8.count)
            guard size <= Self.quota else { return .failed("the storage is full") }
            if old == nil { items.order.append(key) }
            items.values[key] = value
            items.size = size
            return .acknowledged
        case .remove(let key):
            if let old = items.values.removeValue(forKey: key) {
                items.order.removeAll { $0 == key }
                items.size -= old.utf8.count + key.utf8.count
            }
            return .acknowledged
        case .clear:
            items = Items()
            return .acknowledged
        }
    }
}
