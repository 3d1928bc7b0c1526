import WebAgentScripting

/// A host of pages in a process of its own: reads orders from standard input, a socket, and writes messages to it.
///
/// `WebAgent` starts it. A person can only ask it whether its walls hold: `web-agent-page-host --self-check WHAT` goes behind
/// them and tries what they forbid. Nothing that comes over the connection can ask for that.
@main
enum PageHostCommand {
    static func main() {
        guard let settings = HostSettings(CommandLine.arguments.dropFirst()) else {
            print(HostSettings.usage)
            exitProcess(64)
        }
        var walls = Box.enter(processor: settings.processor)
        let loop = PageHostLoop(
            send: ParentConnection.send,
            receive: ParentConnection.receive,
            isClosed: { ParentConnection.isClosed }
        )
        loop.prepare()
        if !settings.isFilterLeftOut { walls.formUnion(Box.lock(memory: settings.memory)) }
        if let attempt = settings.attempt { check(attempt, walls) }
        ParentConnection.send(PageHostGreeting(walls: walls).frame)
        loop.run()
    }

    /// Says which walls stand, or how an attempt ended: 0 was let, anything else is the error number.
    private static func check(_ attempt: String, _ walls: PageHostWalls) -> Never {
        if attempt == "walls" {
            print(walls)
        } else if let error = Box.attempt(attempt) {
            print("\(attempt): \(error)")
        } else {
            print("There is no check of the name \(attempt).")
            exitProcess(64)
        }
        exitProcess()
    }
}
