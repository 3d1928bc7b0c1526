@testable import FinesseCLI

/// The manual page, made from the commands.
///
/// Source: man(7): the macros TH, SH, SS, TP, PP, nf and fi.
struct ManPage {
    let tree: CommandTree
    let version: String

    /// `YYYY-MM-DD`.
    let date: String

    /// Options that so many commands have are told once.
    private static let commonFrom = 5

    var text: String {
        var page = [".TH FINESSECTL 1 \"\(date)\" \"finessectl \(version)\" \"User Commands\"", ".SH NAME"]
        page.append("finessectl \\- \(Roff.text(Self.lowered(tree.command.abstract ?? "")))")
        page += [".SH SYNOPSIS", ".B finessectl", "\\fIcommand\\fR [\\fIoption\\fR ...]"]
        page += [".SH DESCRIPTION"] + Roff.paragraphs(Self.withoutStatuses(tree.command.discussion ?? ""))
        page += [".SH COMMANDS"] + commands.flatMap { command($0.command, named: $0.name) }
        page += [".SH \"COMMON OPTIONS\"", "Most commands take these."] + common.flatMap(option)
        page += [".SH \"EXIT STATUS\""]
        for status in ExitStatus.allCases { page += [".TP", "\(status.rawValue)", Roff.text(status.meaning) + "."] }
        page += Self.rest
        return page.joined(separator: "\n") + "\n"
    }

    // MARK: Commands

    /// The commands that do something, by their whole name.
    private var commands: [(name: String, command: CommandTree.Command)] {
        func collect(_ command: CommandTree.Command, _ name: String) -> [(String, CommandTree.Command)] {
            let parts = command.subcommands ?? []
            return [(name, command)] + parts.flatMap { collect($0, "\(name) \($0.commandName)") }
        }
        return (tree.command.subcommands ?? []).filter { $0.commandName != "help" }
            .flatMap { collect($0, $0.commandName) }.map { (name: $0.0, command: $0.1) }
    }

    private func command(_ command: CommandTree.Command, named name: String) -> [String] {
        let own = arguments(of: command).filter { !common.contains($0) }
        let hasCommon = arguments(of: command).contains { common.contains($0) }
        let words = own.map(Self.usage) + (hasCommon ? ["[\\fIcommon option\\fR ...]"] : [])
        var lines = [".SS \"finessectl \(Roff.text(name))\""]
        lines += ["\\fBfinessectl \(Roff.text(name))\\fR" + words.map { " " + $0 }.joined(), ".PP"]
        lines.append(Roff.text(command.abstract ?? ""))
        if let discussion = command.discussion { lines += [".PP"] + Roff.paragraphs(discussion) }
        return lines + own.flatMap(option)
    }

    private func arguments(of command: CommandTree.Command) -> [CommandTree.Argument] {
        (command.arguments ?? []).filter { argument in
            argument.shouldDisplay && !["help", "version"].contains(argument.names?.last?.name ?? "")
        }
    }

    /// What many commands have, in the order in which it first comes.
    private var common: [CommandTree.Argument] {
        let all = commands.flatMap { arguments(of: $0.command) }
        return all.reduce(into: []) { found, argument in
            guard argument.kind != "positional", !found.contains(argument) else { return }
            if all.filter({ $0 == argument }).count >= Self.commonFrom { found.append(argument) }
        }
    }

    private static func usage(_ argument: CommandTree.Argument) -> String {
        let dots = argument.isRepeating ? " ..." : ""
        let words: String
        switch argument.kind {
        case "positional": words = "\\fI\(Roff.text(argument.valueName ?? ""))\\fR"
        case "flag": words = name(argument)
        default: words = "\(name(argument)) \\fI\(Roff.text(argument.valueName ?? ""))\\fR"
        }
        return argument.isOptional ? "[\(words)]\(dots)" : words + dots
    }

    private static func name(_ argument: CommandTree.Argument) -> String {
        "\\fB\(Roff.text(argument.names?.map(\.typed).joined(separator: ", ") ?? ""))\\fR"
    }

    private func option(_ argument: CommandTree.Argument) -> [String] {
        let value = "\\fI\(Roff.text(argument.valueName ?? ""))\\fR"
        let head =
            switch argument.kind {
            case "positional": value
            case "flag": Self.name(argument)
            default: "\(Self.name(argument)) \(value)"
            }
        return [".TP", head, Roff.text(argument.abstract ?? "")]
    }

    // MARK: Texts

    /// The name line of a manual begins in lower case and ends without a full stop.
    private static func lowered(_ text: String) -> String {
        let text = text.hasSuffix(".") ? String(text.dropLast()) : text
        return text.prefix(1).lowercased() + text.dropFirst()
    }

    /// The statuses have a section of their own here.
    private static func withoutStatuses(_ discussion: String) -> String {
        discussion.split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { !$0.hasPrefix("Exit status:") }.joined(separator: "\n")
    }

    private static let rest = [
        ".SH ENVIRONMENT", ".TP", ".B XDG_CONFIG_HOME",
        "Profiles are in its folder finessekit; ~/.config unless it is set.",
        ".TP", ".B XDG_STATE_HOME",
        "Tokens and the cookies of sessions are in its folder finessekit; ~/.local/state unless it is set.", ".TP",
        ".B WEB_AGENT_PAGE_HOST", "The program that shows pages, where it is not beside finessectl.", ".TP",
        ".BR HTTPS_PROXY , \" ALL_PROXY\" , \" NO_PROXY\"", "Proxies, where \\fB\\-\\-proxy\\fR names none.", ".TP",
        ".BR COLUMNS , \" NO_COLOR\" , \" LC_ALL\" , \" LC_CTYPE\" , \" LANG\"",
        "How \\fBfinessectl trace\\fR draws: the width of a line, no colours, and ASCII where the locale is not of UTF\\-8.",
        ".SH \"SEE ALSO\"",
        "The files finessectl.md, trace.md, sandbox.md and security.md in the folder docs of FinesseKit.",
    ]
}

/// Text in the language of manual pages.
enum Roff {
    /// One line of text: nothing in it is a request.
    static func text(_ text: String) -> String {
        var line = ""
        for scalar in text.replacing("\n", with: " ").unicodeScalars {
            switch scalar {
            case "\\": line += "\\e"
            case "-": line += "\\-"
            case "'": line += "\\(aq"
            case "~": line += "\\(ti"
            case "^": line += "\\(ha"
            case "`": line += "\\(ga"
            default:
                if scalar.isASCII {
                    line.unicodeScalars.append(scalar)
                } else {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    line += "\\[u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
                }
            }
        }
        return line.hasPrefix(".") ? "\\&" + line : line
    }

    /// Paragraphs; lines that are indented are shown as they stand.
    static func paragraphs(_ text: String) -> [String] {
        var lines: [String] = []
        var isVerbatim = false
        var wantsParagraph = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let isIndented = line.hasPrefix("  ")
            if isIndented != isVerbatim, !line.isEmpty {
                if isVerbatim { lines += [".fi", ".RE"] }
                if isIndented { lines += [".PP", ".RS 4", ".nf"] }
                if isIndented { wantsParagraph = false }
                isVerbatim = isIndented
            }
            if line.isEmpty {
                wantsParagraph = true
                continue
            }
            if wantsParagraph, !lines.isEmpty { lines.append(isVerbatim ? "" : ".PP") }
            wantsParagraph = false
            lines.append(Self.text(isIndented ? String(line.dropFirst(2)) : String(line)))
        }
        return isVerbatim ? lines + [".fi", ".RE"] : lines
    }
}
