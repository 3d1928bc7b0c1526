import Testing

@testable import FinesseCLI

@Suite("finessectl, what an agent's command needs before a server is asked")
struct DeskUsageTests {
    @Test(
        "names the sign-in where nobody is signed in",
        arguments: [
            ["agents"], ["teams"], ["queues"], ["dialogs"], ["call", "2003"], ["answer"], ["hold"], ["retrieve"],
            ["transfer"],
            ["conference"], ["drop"], ["reason-codes"], ["wrap-up"], ["wrap-up", "Sale"], ["phonebook"],
            ["api", "GET", "User/1"],
        ]
    )
    func notSignedIn(words: [String]) async throws {
        let test = try TestContext()
        #expect(await test.run("profile", "add", "lab", "--server", "finesse1.xyz.com:8445") == 0)
        _ = test.takeOutput()
        for (user, sentence) in [
            ([], "Nobody is signed in to finesse1.xyz.com:8445 here. Sign in first: finessectl login --user NAME."),
            (
                ["--user", "ann"],
                "There is no token for ann at finesse1.xyz.com:8445. Sign in first: finessectl login --user ann."
            ),
        ] {
            #expect(await FinesseProgram.run(words + user, in: test.context) == ExitStatus.notSignedIn.rawValue)
            #expect(test.takeTalk() == ["finessectl: \(sentence)"] && test.takeOutput().isEmpty)
        }
    }

    @Test(
        "says what is missing or wrong on the command line",
        arguments: [
            (["call"], "Missing expected argument '<number>'"),
            (["call", " "], "Name who is called: finessectl call 2003."),
            (["call", "1", "--variable", "gold"], "--variable callVariable1=gold"),
            (["call", "1", "--consult", "--variable", "a=b"], "it has those of the call that is held"),
            (["transfer", ""], "Name who gets the call: finessectl transfer 2003."),
            (["reason-codes", "BREAK"], "'NOT_READY' and 'LOGOUT'"),
            (["phonebook", "--page-size", "9000"], "1 to 6000"),
            (["api", "GET"], "Missing expected argument '<path>'"),
            (
                ["api", "GET", "https://finesse1.xyz.com:8445/finesse/api/Users"],
                "such as User/98411, not a whole address"
            ),
        ]
    )
    func usage(words: [String], part: String) async throws {
        let test = try TestContext()
        #expect(await FinesseProgram.run(words, in: test.context) == ExitStatus.usage.rawValue)
        let message = test.takeTalk().joined(separator: "\n")
        #expect(message.contains(part), "\(message)")
    }
}
