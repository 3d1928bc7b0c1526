import Foundation
import Testing
import WebAgent
import WebAgentScripting

@Suite("The walls of a page host, tried from inside", .timeLimit(.minutes(5)))
struct WallTests {
    #if os(Linux)
    /// Error numbers of Linux.
    private static let notPermitted = 1
    private static let noMemory = 12
    private static let accessDenied = 13

    @Test(
        "deny what a page has no business with",
        arguments: [
            "socket", "local-socket", "read-file", "write-file", "list-folder", "fork", "executable-memory",
            "make-executable", "signal-parent", "change-limit", "memory-file",
        ]
    )
    func denies(what: String) async throws {
        let check = try await SelfCheck(what)
        #expect(check.output == "\(what): \(Self.notPermitted)\n")
        #expect(check.status == 0)
    }

    @Test(
        "end a host at once that starts a program or looks into its parent",
        arguments: ["start-program", "trace-parent"]
    )
    func ends(what: String) async throws {
        let check = try await SelfCheck(what)
        #expect(check.output == "")
        #expect(check.isEndedBySignal)
        #expect(check.status == SIGSYS)
    }

    @Test("bound its memory")
    func boundsMemory() async throws {
        #expect(try await SelfCheck("fill-memory").output == "fill-memory: \(Self.noMemory)\n")
    }

    @Test("leave it memory and threads, so that a denial means something", arguments: ["memory", "thread"])
    func allows(what: String) async throws {
        #expect(try await SelfCheck(what).output == "\(what): 0\n")
    }

    @Test("deny files by the kernel's rules alone, too, where it has them", arguments: ["read-file", "write-file"])
    func fileRules(what: String) async throws {
        guard try await SelfCheck("walls").output.contains("file rules") else { return }
        #expect(try await SelfCheck(what, "--without-filter").output == "\(what): \(Self.accessDenied)\n")
    }

    @Test("stand in the recording of the agent")
    func recorded() async throws {
        let hosts = try realHosts()
        let agent = agent(server(["https://a.com/": .html(goodPage)]), hosts)
        let page = try await agent.open(try url("https://a.com/"))
        #expect(page.title == "Good page")
        let walls = await agent.recording.entries.compactMap { entry -> PageHostWalls? in
            if case .pageHost(let walls) = entry { walls } else { nil }
        }
        #expect(walls.count == 1)
        #expect(walls.first?.isSuperset(of: ProcessPageHostSettings.usualWalls) == true)
        await agent.close()
        await hosts.close()
    }
    #endif

    @Test("are never left out by a command line that is no check")
    func refusesToLeaveOut() async throws {
        #expect(try await SelfCheck(words: ["--without-filter"]).status == 64)
        #expect(try await SelfCheck(words: []).status == 64)
        #expect(try await SelfCheck("nothing-known").status == 64)
    }

    @Test("are missing, says a host in this process")
    func inProcessHasNone() async throws {
        #expect(try await InProcessPageHosts().pageHost().walls == nil)
    }

    @Test("have names a person can read")
    func names() {
        let walls: PageHostWalls = [.memory, .systemCalls]
        #expect("\(walls)" == "memory, system calls")
        #expect("\(PageHostWalls())" == "none")
    }
}

/// One run of the host's own check.
private struct SelfCheck {
    let output: String
    let status: Int32
    let isEndedBySignal: Bool

    init(_ what: String, _ more: String...) async throws {
        try await self.init(words: ["--self-check", what] + more)
    }

    init(words: [String]) async throws {
        let process = Process()
        process.executableURL = URL(filePath: try builtProgram().path)
        process.arguments = words
        var environment = ["JSC_useJIT": "0", "GIGACAGE_ENABLED": "0", "SWIFT_BACKTRACE": "enable=no"]
        // Under the address sanitizer: its search for leaks at the end looks into the process, which the walls deny.
        environment["ASAN_OPTIONS"] = ProcessInfo.processInfo.environment["ASAN_OPTIONS"]
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        process.terminationHandler = { _ in end.finish() }
        try process.run()
        for await _ in ends {}
        // A line or two: the pipe held them all.
        let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
        output = String(decoding: bytes, as: UTF8.self)
        status = process.terminationStatus
        isEndedBySignal = process.terminationReason == .uncaughtSignal
    }
}
