/// What the host's command line says.
struct HostSettings {
    var memory: UInt64 = 512 << 20
    var processor: UInt32 = 120
    var attempt: String?
    var isFilterLeftOut = false

    static let usage = """
        web-agent-page-host shows pages for a program that uses WebAgent, which starts it by itself.
        To check its walls: web-agent-page-host --self-check walls
        """

    /// Reads the words after the program's name; nil when they make no sense, or there are none.
    init?(_ words: some Sequence<String>) {
        var words = words.makeIterator()
        var isSaid = false
        while let word = words.next() {
            isSaid = true
            switch word {
            case "--memory":
                guard let value = words.next().flatMap(UInt64.init) else { return nil }
                memory = value
            case "--processor":
                guard let value = words.next().flatMap(UInt32.init) else { return nil }
                processor = value
            case "--self-check":
                guard let value = words.next() else { return nil }
                attempt = value
            case "--without-filter":
                isFilterLeftOut = true
            default: return nil
            }
        }
        // Only a check may do without: a host never does.
        guard isSaid, !isFilterLeftOut || attempt != nil else { return nil }
    }
}
