import Foundation
import Testing
import WebAgent

@Suite("Finding the program of page hosts", .timeLimit(.minutes(5)))
struct ProgramTests {
    @Test("takes the one beside the running program")
    func beside() throws {
        let built = try builtProgram()
        #expect(built.path.hasSuffix("/web-agent-page-host"))
        let folder = built.path.dropLast(PageHostProgram.name.count)
        let found = try PageHostProgram.find(path: nil, running: folder + "other", environment: [:])
        #expect(found == built)
    }

    @Test("takes the one the environment names when none is beside")
    func environment() throws {
        let built = try builtProgram()
        let found = try PageHostProgram.find(
            path: nil,
            running: "/nowhere/program",
            environment: [PageHostProgram.variable: built.path]
        )
        #expect(found == built)
    }

    @Test("says where it looked when there is none")
    func notFound() {
        let failure = PageHostProgramFailure.notFound(searched: ["/nowhere/web-agent-page-host"])
        #expect(throws: failure) {
            try PageHostProgram.find(path: nil, running: "/nowhere/program", environment: [:])
        }
        #expect(failure.description.contains("/nowhere/web-agent-page-host"))
        #expect(failure.description.contains(PageHostProgram.variable))
    }

    @Test("tries nothing else when a path that is given is wrong")
    func wrongPath() throws {
        let named = [PageHostProgram.variable: try builtProgram().path]
        let running = ProcessInfo.processInfo.arguments.first
        for (path, failure) in [
            ("/nowhere/host", PageHostProgramFailure.notAProgram("/nowhere/host")), ("/", .notAProgram("/")),
            ("web-agent-page-host", .notAbsolute("web-agent-page-host")),
        ] {
            #expect(throws: failure) {
                try PageHostProgram.find(path: path, running: running, environment: named)
            }
            #expect(failure.description.contains(path))
        }
    }

    @Test("never takes the running program itself")
    func runningProgram() throws {
        let path = try builtProgram().path
        #expect(throws: PageHostProgramFailure.isRunningProgram(path)) {
            try PageHostProgram.find(path: path, running: path, environment: [:])
        }
        #expect(throws: PageHostProgramFailure.isRunningProgram(path)) {
            try PageHostProgram.find(path: nil, running: path, environment: [:])
        }
    }
}
