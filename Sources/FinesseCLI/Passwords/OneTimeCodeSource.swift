import FinesseSSO
import FinesseTypes

/// Where one-time codes come from.
///
/// Neither a code nor a secret is ever an argument: every user of the machine can read those.
enum OneTimeCodeSource: Hashable, Sendable {
    /// A secret in the first line of a file; `-` is standard input, `/dev/fd/3` a descriptor.
    case secretFile(String)

    /// The first line that a shell command prints, which is run for each code.
    case command(String)

    /// The person at the terminal.
    case prompt

    /// Makes the source that a sign-in asks.
    ///
    /// - Parameters:
    ///   - prompter: asks the person.
    ///   - taken: remembers which generated codes were given, by this program and by others.
    ///   - now: the wall clock, on which generated codes depend.
    ///   - report: told why that could not be remembered.
    /// - Returns: the source; a secret is read at once, a code when a page asks.
    /// - Throws: ``CommandFailure`` for a secret that cannot be used.
    func codes(
        prompter: any Prompter,
        taken: any OneTimeSteps,
        now: @escaping @Sendable () -> WallTime,
        report: @escaping @Sendable (TokenStoreError) -> Void
    ) throws -> OneTimeCodes {
        switch self {
        case .secretFile(let path):
            do {
                let secret = try PasswordSource.file(path).password(asking: "", prompter: prompter)
                return OneTimeCodes(try TOTP(parsing: secret.reveal()), taken: taken, now: now, report: report)
            } catch let error as PasswordError {
                throw CommandFailure(.usage, Self.words(error, "secret of the one-time codes"))
            } catch let error as OneTimeCodeError {
                throw CommandFailure(.usage, "\(error)")
            }
        case .command, .prompt:
            let source: PasswordSource = if case .command(let command) = self { .command(command) } else { .prompt }
            return OneTimeCodes { host throws(OneTimeCodeError) in
                do throws(PasswordError) {
                    let code = try source.password(asking: "One-time code for \(host):", prompter: prompter)
                    return OneTimeCode(code.reveal())
                } catch {
                    throw .notGiven(reason: Self.reason(error))
                }
            }
        }
    }

    private static func reason(_ error: PasswordError) -> String {
        let words = words(error, "one-time code")
        return words.last == "." ? String(words.dropLast()) : words
    }

    /// What is wrong, in the words for this and not for passwords.
    private static func words(_ error: PasswordError, _ what: String) -> String {
        switch error {
        case .unreadable(let path, let reason):
            "The file \(path) with the \(what) cannot be read: \(reason). Name another one with --otp-secret-file."
        case .empty: "No \(what) was given: the first line that was read is empty."
        case .commandFailed(let status):
            "The command for the \(what) ended with status \(status). Run it by itself to see why."
        case .commandNotStarted(let reason): "The command for the \(what) cannot be started: \(reason)."
        case .noTerminal:
            "A \(what) is needed and there is no terminal to ask at. Use --otp-secret-file FILE or --otp-command COMMAND."
        }
    }
}
