import ArgumentParser
import Finesse
import FinesseTypes
import Foundation
import HTTPTransport
import HTTPTransportCurl
import LibXML2Baseline
import Synchronization
import XMLTree

/// What REST costs: decoding, calls over kept connections, and many agents in one process.
@main
struct RESTBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rest-benchmark",
        abstract: "Measures the Finesse client; prints one JSON object.",
        subcommands: [Decode.self, Calls.self, Agents.self]
    )
}

extension RESTBenchmark {
    struct Decode: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Decodes a user and a hundred dialogs, beside libxml2's own tree; megabytes in a second of one core."
        )

        @Option(help: "Leave the documents in this folder, for others to decode.")
        var leave: String?

        func run() async throws {
            if let leave {
                try Data(Documents.user).write(to: URL(filePath: leave).appending(path: "user.xml"))
                try Data(Documents.dialogs).write(to: URL(filePath: leave).appending(path: "dialogs.xml"))
            }
            var results: [String: Double] = [:]
            results["user"] = try rate(Documents.user) { bytes in
                guard let user = User(element: try XMLTree.parse(bytes)) else { throw ExitCode.failure }
                return user.loginID.rawValue.utf8.count + user.state.rawValue.utf8.count + user.roles.count
            }
            results["dialogs"] = try rate(Documents.dialogs) { bytes in
                try XMLTree.parse(bytes).elements.reduce(0) { sum, dialog in
                    let state = dialog.child(named: "state")?.text.utf8.count ?? 0
                    return sum + state + (dialog.child(named: "participants")?.elements.count ?? 0)
                }
            }
            results["userTree"] = try rate(Documents.user, baseline)
            results["dialogsTree"] = try rate(Documents.dialogs, baseline)
            print(try json(results))
        }

        private func baseline(_ bytes: [UInt8]) throws -> Int {
            let isRead = bytes.withUnsafeBytes { baseline_parse($0.baseAddress, $0.count) }
            guard isRead == 1 else { throw ExitCode.failure }
            return 1
        }

        /// Megabytes in a second; the median of nine rounds.
        private func rate(_ bytes: [UInt8], _ work: ([UInt8]) throws -> Int) throws -> Double {
            let times = max(1, 4_000_000 / bytes.count)
            var rates: [Double] = []
            var sum = 0
            for _ in 0..<9 {
                let time = try ContinuousClock().measure { for _ in 0..<times { sum &+= try work(bytes) } }
                rates.append(Double(bytes.count * times) / 1e6 / time.seconds)
            }
            guard sum > 0 else { throw ExitCode.failure }
            return rates.sorted()[rates.count / 2]
        }
    }

    struct Calls: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Reads a user over and over on kept connections, so many at once."
        )

        @OptionGroup var place: Place

        @Option(help: "How many calls are on their way at once.")
        var inFlight = 1

        @Option(help: "For how many seconds.")
        var seconds = 5

        func run() async throws {
            let client = try place.client(maximumInFlight: inFlight)
            for _ in 0..<20 { _ = try await client.user(LoginID(place.loginID)) }
            let end = ContinuousClock.now + .seconds(seconds)
            let start = ContinuousClock.now
            let count = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<inFlight {
                    group.addTask {
                        var done = 0
                        while ContinuousClock.now < end {
                            _ = try await client.user(LoginID(place.loginID))
                            done += 1
                        }
                        return done
                    }
                }
                return try await group.reduce(0, +)
            }
            print(try json(["perSecond": Double(count) / start.duration(to: .now).seconds]))
        }
    }

    struct Agents: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Many agents in one process: each signs in with a client of its own, and is read every few seconds.",
            discussion:
                "The agents are agent0, agent1 …, with the login ids 200000, 200001 … and the password of the file."
        )

        @OptionGroup var place: Place

        @Option(help: "How many agents.")
        var agents = 1000

        @Option(help: "How often each is read, one second apart.")
        var rounds = 5

        func run() async throws {
            let transport = try place.transport()
            let origin = try place.origin()
            let password = Password(try place.secret())
            let largest = Peak()
            let before = Memory.proportionalSize()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<agents {
                    group.addTask {
                        let id = LoginID("\(200_000 + number)")
                        let client = FinesseClient(
                            transport: transport,
                            origin: origin,
                            credentials: .basic(UserName("\(id)"), password)
                        )
                        try await client.signIn(id, phoneExtension: "\(300_000 + number)")
                        _ = try await client.confirm(.signedIn, of: id, deadline: .seconds(60))
                        for _ in 0..<rounds {
                            try await Task.sleep(for: .seconds(1))
                            _ = try await client.user(id)
                        }
                    }
                }
                group.addTask {
                    for _ in 0..<(rounds * 4) {
                        try await Task.sleep(for: .milliseconds(250))
                        largest.look()
                    }
                }
                try await group.waitForAll()
            }
            largest.look()
            print(try json(["megabytes": Double(largest.kilobytes) / 1024, "megabytesBefore": Double(before) / 1024]))
        }
    }
}

/// The sandbox, and who asks it.
struct Place: ParsableArguments {
    @Option(help: ArgumentHelp("The ready line of finesse-sandbox.", valueName: "file"))
    var sandbox: String

    @Option(help: ArgumentHelp("A file with the access token or the password.", valueName: "file"))
    var secretFile: String

    @Option(help: "The login id that is read.")
    var loginID = "98411"

    private struct Facts: Decodable {
        var finesse: String
        var connectTo: [String]
        var certificateAuthority: String
    }

    private func facts() throws -> Facts {
        try JSONDecoder().decode(Facts.self, from: Data(contentsOf: URL(filePath: sandbox)))
    }

    func secret() throws -> String {
        String(try String(contentsOf: URL(filePath: secretFile), encoding: .utf8).prefix { !$0.isNewline })
    }

    func transport() throws -> any HTTPTransport {
        let facts = try facts()
        var configuration = CurlConfiguration()
        configuration.trustedCertificates = [facts.certificateAuthority]
        configuration.addressOverrides = try facts.connectTo.map { text throws in try AddressOverride(text) }
        return try CurlHTTPTransport(configuration)
    }

    func origin() throws -> HTTPOrigin {
        let address = try ServerAddress(parsing: String(try facts().finesse.dropFirst("https://".count)))
        guard let origin = address.candidates.first else { throw ExitCode.failure }
        return origin
    }

    func client(maximumInFlight: Int) throws -> FinesseClient {
        FinesseClient(
            transport: try transport(),
            origin: try origin(),
            credentials: .bearer(FixedAccessToken(AccessToken(try secret()))),
            maximumInFlight: maximumInFlight
        )
    }
}

/// The most memory that was seen.
final class Peak: Sendable {
    private let largest = Mutex(0)

    var kilobytes: Int { largest.withLock { $0 } }

    func look() {
        let size = Memory.proportionalSize()
        largest.withLock { $0 = max($0, size) }
    }
}

enum Memory {
    /// The proportional set size of this process in kilobytes; 0 where the system does not tell it.
    static func proportionalSize() -> Int {
        guard let text = try? String(contentsOf: URL(filePath: "/proc/self/smaps_rollup"), encoding: .utf8) else {
            return 0
        }
        let line = text.split(separator: "\n").first { $0.hasPrefix("Pss:") }
        return line.flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) } ?? 0
    }
}

func json(_ values: [String: Double]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(values), as: UTF8.self)
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
