import Finesse
import FinesseSSO
import Foundation

/// Keeps a copy of the page that a sign-in stopped on, and tells what could be done about it.
struct StoppedPage {
    private let stop: SignInStop
    private let context: CommandContext

    /// Takes a stop.
    ///
    /// - Parameters:
    ///   - stop: where the sign-in stopped.
    ///   - context: the outside.
    init(_ stop: SignInStop, in context: CommandContext) {
        self.stop = stop
        self.context = context
    }

    /// Keeps the copy, and tells where it is and which rule to begin with; in JSON on standard output where that is wanted.
    ///
    /// Only where the page itself is the question; a login page without a password needs no study.
    func tell(_ output: OutputOptions) {
        guard isAboutThePage else { return }
        let copy = keep()
        if output.json {
            var report = Report()
            report.add("host", "host", stop.host)
            report.add("stopped", "stopped because", stop.explanation.problem)
            report.add("looksLike", "looks like", stop.look?.what)
            report.add("evidence", "evidence", .list(stop.look?.evidence ?? []))
            report.add("asksFor", "asks for", .list(stop.asksFor))
            report.add("page", "copy", copy)
            report.add("rule", "rule", stop.suggestedRule.map { RulesFile.text([$0]) })
            context.console.output(report.json)
        }
        if let copy { context.console.talk("A redacted copy of the page is in \(copy).") }
        guard let rule = stop.suggestedRule, !output.json else { return }
        context.console.talk(
            "A rule for such pages would begin like this; try it with \"finessectl rules test\(copy.map { " \($0)" } ?? "") --url"
                + " ADDRESS --rules FILE\":\n\(RulesFile.text([rule]))"
        )
    }

    private var isAboutThePage: Bool {
        switch stop.kind {
        case .ruled, .ruleNotFollowed, .error, .scriptEnded: true
        default: stop.suggestedRule != nil
        }
    }

    /// Where the copy is; nil where there is none or it could not be kept, which is told.
    private func keep() -> String? {
        guard let markup = stop.redactedMarkup,
            let state = FileTokenStore.defaultDirectory(environment: context.environment)
        else { return nil }
        let folder = URL(filePath: state).appending(path: "pages")
        let host = stop.host.map { $0.isLetter || $0.isNumber || $0 == "." ? $0 : "-" }
        let file = folder.appending(path: "\(String(host))-\(context.now().milliseconds).html")
        do {
            let manager = FileManager.default
            try manager.createDirectory(
                at: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            guard
                manager.createFile(
                    atPath: file.path,
                    contents: Data(markup.utf8),
                    attributes: [.posixPermissions: 0o600]
                )
            else { throw CocoaError(.fileWriteUnknown) }
            return file.path
        } catch {
            context.console.talk("No copy of the page could be kept in \(folder.path): \(error.localizedDescription).")
            return nil
        }
    }
}
