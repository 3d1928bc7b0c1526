import Foundation

/// What was measured, as it is printed.
struct BenchmarkReport: Encodable {
    struct Wall: Encodable {
        var median: Double
        var p95: Double
        var maximum: Double
    }

    struct Processor: Encodable {
        var whole: Double
        var own: Double
        var children: Double
    }

    struct Memory: Encodable {
        var start: Int?
        var peak: Int?
        var after100: Int?
        var end: Int?
    }

    var signIns: Int
    var failed: Int
    var failures: [String]
    var wallMilliseconds: Wall
    var cpuMilliseconds: Processor
    var totalSeconds: Double
    var pssKilobytes: Memory?

    init(results: [Client.Result], total: Duration, processor: ProcessorTime, memory: Memory?) {
        signIns = results.count
        failures = Array(Set(results.compactMap(\.failure))).sorted()
        failed = results.count { $0.failure != nil }
        let sorted = results.map(\.duration).sorted()
        func at(_ share: Double) -> Double {
            sorted.isEmpty ? 0 : Self.rounded(sorted[Int(Double(sorted.count - 1) * share)].milliseconds)
        }
        func each(_ time: Duration) -> Double { Self.rounded(time.milliseconds / Double(max(1, results.count))) }
        wallMilliseconds = Wall(median: at(0.5), p95: at(0.95), maximum: at(1))
        cpuMilliseconds = Processor(
            whole: each(processor.whole),
            own: each(processor.own),
            children: each(processor.children)
        )
        totalSeconds = Self.rounded(total.milliseconds / 1000)
        pssKilobytes = memory
    }

    private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
