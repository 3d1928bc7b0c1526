internal import NIOPosix

/// The file in which a sandbox keeps what it remembers: an SQLite database with one table of rows.
///
/// A write is one transaction, on the disk when it returns (write-ahead log, `synchronous = FULL`). A file is never written
/// before it is known to be this program's, whole and nobody else's.
///
/// Source: SQLite documentation, "Write-Ahead Logging", "PRAGMA locking_mode", "PRAGMA application_id".
final class StateFile: Sendable {
    /// The number by which this program knows its files: `FSBX`.
    private static let applicationID: Int64 = 0x4653_4258
    /// The version of the table's form.
    private static let formatVersion: Int64 = 1

    let path: String
    private let database: SQLiteDatabase

    /// Opens a file, or makes it.
    ///
    /// - Parameter path: Where it is.
    /// - Throws: ``SandboxError/state(path:reason:)``: the file is damaged, another program's, open elsewhere, or cannot be
    ///   made. It was not changed then.
    init(path: String) throws(SandboxError) {
        self.path = path
        do throws(SQLiteError) {
            database = try SQLiteDatabase(path: path)
        } catch {
            throw Self.error(error, path)
        }
        do throws(SQLiteError) {
            // Held from the first read to the end, so that of two processes the second one is told.
            try database.run("PRAGMA locking_mode = EXCLUSIVE")
            try database.run("PRAGMA synchronous = FULL")
        } catch {
            throw Self.error(error, path)
        }
        try prepare()
    }

    /// Every row.
    func rows() throws(SandboxError) -> [StateRow] {
        do throws(SQLiteError) {
            return try database.run("SELECT kind, key, value, expires FROM state").map { row in
                StateRow(
                    kind: row[0].text ?? "",
                    key: row[1].text ?? "",
                    value: row[2].text,
                    expires: row[3].integer.map { SandboxInstant(milliseconds: $0) }
                )
            }
        } catch {
            throw Self.error(error, path)
        }
    }

    /// Writes changes, all of them or none, on a thread where waiting for the disk holds up nobody.
    func write(_ changes: StateChanges) async -> Result<Void, SandboxError> {
        do {
            try await NIOThreadPool.singleton.runIfActive { [database] in
                try database.transaction(Self.statements(changes))
            }
            return .success(())
        } catch let error as SQLiteError {
            return .failure(Self.error(error, path))
        } catch {
            return .failure(.state(path: path, reason: "the program is about to end"))
        }
    }

    /// Closes the file for others to open.
    func close() { database.close() }

    private func prepare() throws(SandboxError) {
        do throws(SQLiteError) {
            if try integer("PRAGMA page_count") == 0 {
                // In one transaction, before the log: a file that was begun and not finished is empty again.
                try database.transaction([
                    ("PRAGMA application_id = \(Self.applicationID)", []),
                    ("PRAGMA user_version = \(Self.formatVersion)", []),
                    (
                        """
                        CREATE TABLE state (kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, expires INTEGER, \
                        PRIMARY KEY (kind, key)) WITHOUT ROWID
                        """, []
                    ),
                ])
            }
            guard try integer("PRAGMA application_id") == Self.applicationID else { throw Self.foreign }
            let version = try integer("PRAGMA user_version")
            guard version == Self.formatVersion else {
                throw SQLiteError(
                    kind: .other,
                    message: "its form is version \(version), and this release reads \(Self.formatVersion)"
                )
            }
            let findings = try database.run("PRAGMA quick_check(1)").first?.first?.text
            guard findings == "ok" else { throw SQLiteError(kind: .damaged, message: findings ?? "") }
            try database.run("PRAGMA journal_mode = WAL")
        } catch {
            throw Self.error(error, path)
        }
    }

    private func integer(_ sql: String) throws(SQLiteError) -> Int64 {
        try database.run(sql).first?.first?.integer ?? 0
    }

    private static let foreign = SQLiteError(kind: .notADatabase, message: "")

    private static func statements(_ changes: StateChanges) -> [(sql: String, parameters: [SQLiteValue])] {
        var work: [(sql: String, parameters: [SQLiteValue])] = []
        if changes.replacesAll { work.append(("DELETE FROM state", [])) }
        for row in changes.rows {
            let key: [SQLiteValue] = [.text(row.kind), .text(row.key)]
            if let value = row.value {
                let expires = row.expires.map { SQLiteValue.integer($0.milliseconds) } ?? .null
                work.append(("REPLACE INTO state VALUES (?, ?, ?, ?)", key + [.text(value), expires]))
            } else {
                work.append(("DELETE FROM state WHERE kind = ? AND key = ?", key))
            }
        }
        return work
    }

    /// A damaged file, in a sentence's part.
    static func damaged(_ path: String, _ detail: String) -> SandboxError {
        .state(
            path: path,
            reason: "it is damaged (\(detail)). It was left as it is; move it away to start without it"
        )
    }

    private static func error(_ error: SQLiteError, _ path: String) -> SandboxError {
        switch error.kind {
        case .damaged: damaged(path, error.message)
        case .busy:
            .state(path: path, reason: "another program has it open. End that one first, or choose another file")
        case .notADatabase:
            .state(
                path: path,
                reason: "it is not a file that a sandbox made. It was left as it is; choose another file"
            )
        case .cannotOpen:
            .state(path: path, reason: "it cannot be opened or made. Check that its folder is there and can be written")
        case .readOnly: .state(path: path, reason: "it may only be read. Make it writable, or choose another file")
        case .full: .state(path: path, reason: "the disk is full")
        case .other: .state(path: path, reason: error.message)
        }
    }
}
