import Testing

@testable import WebAgentURL

@Suite("Public suffixes, answers remembered")
struct HostMemoryTests {
    @Test("finds the answer for a host once, also where the answer is none")
    func once() {
        let memory = HostMemory<String?>()
        var found = 0
        for _ in 0..<10 {
            #expect(
                memory.answer(for: "localhost") {
                    found += 1
                    return nil
                } == .some(nil)
            )
        }
        #expect(found == 1)
    }

    @Test("holds a bounded number of hosts and still answers for any other")
    func bounded() {
        let memory = HostMemory<Int>()
        var found = 0
        for _ in 0..<2 {
            for host in 0..<5_000 {
                #expect(
                    memory.answer(for: "\(host).test") {
                        found += 1
                        return host
                    } == host
                )
            }
        }
        // Were all of them remembered, the second time would find nothing.
        #expect(found > 5_000)
    }
}
