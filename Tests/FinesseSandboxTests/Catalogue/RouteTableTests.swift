import Testing

@testable import FinesseSandbox

@Suite("Sandbox route table")
struct RouteTableTests {
    @Test("has every documented call of configuration, teams, media and serviceability")
    func complete() {
        let served = Set(RESTService.routes.map(\.api))
        var documented: Set<String> = []
        func note(_ group: String, _ numbers: ClosedRange<Int>) {
            documented.formUnion(numbers.map { "\(group)\($0)" })
        }
        note("C", 1...23)
        note("C", 27...70)
        note("U", 12...19)
        note("TR", 1...5)
        note("TM", 1...5)
        note("L", 1...1)
        note("M", 1...10)
        documented.formUnion(["V4", "V8"])
        #expect(documented.subtracting(served) == [])
    }

    @Test(
        "says of every configuration call that the primary node alone serves it, and asks for the administrator to change"
    )
    func audience() {
        for route in RESTService.routes where route.api.hasPrefix("C") {
            #expect(route.isConfiguration, "\(route.api)")
            if route.method != "GET" { #expect(route.who == .administrator, "\(route.api)") }
        }
    }
}
