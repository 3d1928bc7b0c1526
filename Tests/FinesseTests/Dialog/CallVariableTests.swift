import Finesse
import FinesseTypes
import HTTPTransportTesting
import Testing

@Suite("Call variables, their names and limits")
struct CallVariableTests {
    @Test(
        "are told apart by name",
        arguments: [
            ("callVariable1", CallVariable.Kind.numbered), ("callVariable10", .numbered), ("callVariable11", .unknown),
            ("callVariable0", .unknown), ("callVariable01", .unknown), ("callvariable1", .unknown), ("", .unknown),
            ("user.acct", .expanded), ("user.acct[2]", .expanded), ("user.a.b[10]", .expanded), ("user.", .unknown),
            ("user.acct[]", .unknown), ("user.acct[x]", .unknown), ("user.acct[1", .unknown), ("user.a]", .unknown),
            ("BACampaign", .outbound), ("BAResponse", .outbound), ("BAOther", .unknown), ("wrapUpReason", .unknown),
        ]
    )
    func kinds(name: String, kind: CallVariable.Kind) {
        #expect(CallVariable(name, "").kind == kind)
        #expect((CallVariable.fault(in: [CallVariable(name, "x")]) == nil) == (kind == .numbered || kind == .expanded))
    }

    @Test("hold 40 bytes, not letters, where they are numbered", arguments: ["a", "ü", "€", "😀"])
    func numberedLength(letter: String) {
        let size = letter.utf8.count
        let fits = String(repeating: letter, count: 40 / size)
        #expect(CallVariable.fault(in: [CallVariable("callVariable1", fits)]) == nil)
        let fault = CallVariable.fault(in: [CallVariable("callVariable1", fits + letter)])
        #expect(fault == "the value of callVariable1 is longer than 40 bytes")
    }

    @Test("hold 2000 bytes together, with names and places, where they are ECC")
    func expandedLength() {
        var random = SeededRandom(seed: 20)
        for _ in 0..<50 {
            var left = 2000
            var variables: [CallVariable] = []
            while left > 40 {
                let number = variables.count
                let name = "user.v\(number)[\(number % 10)]"
                let taken = name.utf8.count - 2
                let length = Int.random(in: 0...min(200, left - taken - 20), using: &random)
                variables.append(CallVariable(name, String(repeating: "x", count: length)))
                left -= taken + length
            }
            let last = "user.last"
            let rest = left - last.utf8.count
            variables.append(CallVariable(last, String(repeating: "y", count: rest)))
            #expect(CallVariable.fault(in: variables) == nil)
            variables[variables.count - 1].value += "y"
            #expect(CallVariable.fault(in: variables)?.contains("2000 bytes") == true)
        }
    }

    @Test("are given once each")
    func duplicates() {
        let one = CallVariable("callVariable1", "a")
        #expect(CallVariable.fault(in: [one, CallVariable("callVariable2", "a")]) == nil)
        #expect(CallVariable.fault(in: [one, one])?.contains("twice") == true)
    }

    @Test("that cannot be are refused before anything is sent")
    func refused() async {
        let transport = script(Answer(202))
        for name in ["BAStatus", "callVariable12"] {
            let variables = [CallVariable(name, "x")]
            let errors = [
                await failure { () throws(FinesseError) in
                    try await client(transport).makeCall(for: "1", from: "2", to: "3", variables: variables)
                },
                await failure { () throws(FinesseError) in
                    try await client(transport).updateCallData(of: "1", variables: variables)
                },
            ]
            #expect(errors.map { $0?.label } == ["invalid-request", "invalid-request"])
        }
        #expect(transport.requests.isEmpty)
    }
}
