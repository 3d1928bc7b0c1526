import Testing

@testable import FinesseSandbox

@Suite("The reverse proxy's count of requests")
struct ProxyCountTests {
    private let start = SandboxInstant(milliseconds: 1_000_000)

    @Test("lets a burst through, then one a second")
    func burst() {
        var count = ProxyCount(at: start)
        let first = (0..<6).map { _ in count.count(burst: 5, blocksAfter: 0, now: start) }
        #expect(first == [.passes, .passes, .passes, .passes, .passes, .tooMany])
        #expect(count.count(burst: 5, blocksAfter: 0, now: start.advanced(by: .milliseconds(999))) == .tooMany)
        #expect(count.count(burst: 5, blocksAfter: 0, now: start.advanced(by: .milliseconds(1000))) == .passes)
        #expect(count.count(burst: 5, blocksAfter: 0, now: start.advanced(by: .milliseconds(1000))) == .tooMany)
    }

    @Test("blocks who goes on for half an hour, and no longer")
    func blocks() {
        var count = ProxyCount(at: start)
        let first = (0..<4).map { _ in count.count(burst: 1, blocksAfter: 2, now: start) }
        #expect(first == [.passes, .tooMany, .blocked, .blocked])
        #expect(count.count(burst: 1, blocksAfter: 2, now: start.advanced(by: .seconds(1799))) == .blocked)
        #expect(count.count(burst: 1, blocksAfter: 2, now: start.advanced(by: .seconds(1800))) == .passes)
    }

    @Test("is not moved by a clock that is set back")
    func clockSetBack() {
        var count = ProxyCount(at: start)
        #expect(count.count(burst: 1, blocksAfter: 0, now: start) == .passes)
        #expect(count.count(burst: 1, blocksAfter: 0, now: SandboxInstant(milliseconds: 0)) == .tooMany)
    }
}
