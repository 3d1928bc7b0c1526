import Foundation

/// A session bus and a keyring of their own, for one run of the program `secret-service-checks`.
struct PrivateKeyring {
    /// What the program finds.
    enum Session {
        /// A keyring that has been unlocked.
        case unlocked
        /// A keyring that nobody has unlocked.
        case locked
        /// A bus, and no keyring on it.
        case withoutService
        /// No bus.
        case withoutBus

        /// Starts the keyring, which goes to the background.
        fileprivate var command: String {
            switch self {
            case .unlocked: "printf 'a password' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1"
            case .locked: "gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1"
            case .withoutService, .withoutBus: ":"
            }
        }
    }

    /// What a run wrote: the fields of each line.
    typealias Lines = [[String]]

    /// The programs that are needed; `make test` installs them on Debian and Ubuntu.
    static let missing = ["dbus-daemon", "dbus-send", "gnome-keyring-daemon"].filter { name in
        !["/usr/bin", "/bin", "/usr/local/bin"].contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
        }
    }

    private let home = FileManager.default.temporaryDirectory.appending(path: "keyring-\(UUID().uuidString)")

    init() throws {
        for folder in ["run", "data", "config"] {
            try FileManager.default.createDirectory(
                at: home.appending(path: folder),
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        }
        try Data(busWithoutServices.utf8).write(to: home.appending(path: "bus.conf"))
    }

    func remove() throws {
        try FileManager.default.removeItem(at: home)
    }

    /// Runs the program with one argument.
    func run(_ argument: String, in session: Session) async throws -> Lines {
        let program = try Self.program().path
        let output = home.appending(path: "output")
        try Data().write(to: output)
        let process = Process()
        process.environment = environment
        if session == .withoutBus {
            process.executableURL = URL(filePath: program)
            process.arguments = [argument]
        } else {
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = ["-c", Self.script(session), program, argument]
        }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
        return try String(contentsOf: output, encoding: .utf8).split(separator: "\n")
            .map { $0.split(separator: "\t").map(String.init) }
    }

    /// Starts a bus that starts nothing, and a keyring on it that serves before the program is run.
    ///
    /// A test's threads block most signals, and so does what they start: only this one ends the bus, and the keyring ends
    /// with its bus.
    private static func script(_ session: Session) -> String {
        let waiting = """
            count=0
            until dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.GetNameOwner \
                string:org.freedesktop.secrets >/dev/null 2>&1
            do count=$((count + 1)); [ "$count" -lt 5000 ] || break; done
            """
        return """
            mkfifo "$HOME/address"
            dbus-daemon --nofork --config-file "$HOME/bus.conf" --print-address 5 5>"$HOME/address" & bus=$!
            read -r DBUS_SESSION_BUS_ADDRESS <"$HOME/address"
            export DBUS_SESSION_BUS_ADDRESS
            \(session.command)
            \(session == .withoutService ? "" : waiting)
            "$0" "$1"
            kill -KILL "$bus"
            """
    }

    private var environment: [String: String] {
        var kept = ProcessInfo.processInfo.environment.filter { ["PATH", "LANG", "LD_LIBRARY_PATH"].contains($0.key) }
        kept["HOME"] = home.path
        kept["XDG_RUNTIME_DIR"] = home.appending(path: "run").path
        kept["XDG_DATA_HOME"] = home.appending(path: "data").path
        kept["XDG_CONFIG_HOME"] = home.appending(path: "config").path
        kept["SWIFT_BACKTRACE"] = "enable=no"
        return kept
    }

    private var busWithoutServices: String {
        """
        <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
         "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
        <busconfig>
          <type>session</type>
          <listen>unix:dir=\(home.appending(path: "run").path)</listen>
          <policy context="default">
            <allow send_destination="*" eavesdrop="true"/>
            <allow eavesdrop="true"/>
            <allow own="*"/>
          </policy>
        </busconfig>
        """
    }

    /// The program, as the package built it beside the tests.
    private static func program() throws -> URL {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(filePath: tests).deletingLastPathComponent().appending(path: "secret-service-checks")
    }
}
