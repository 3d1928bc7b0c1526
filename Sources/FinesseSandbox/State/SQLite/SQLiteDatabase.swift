// The files of this folder are the module's only unsafe code for CSQLite.
//
// What keeps it true: a database is closed once, when its only owner goes, and its statements are ended before it; pointers to
// Swift arrays and strings are used only inside the C call and for exactly their length; a column's text is copied before
// the next step. Threads: SQLite runs in its serialised mode, and every use is inside the lock of ``SQLiteDatabase``.

internal import CSQLite
internal import Synchronization

/// Why SQLite did not do something.
struct SQLiteError: Error, Hashable, Sendable {
    /// What kind of error it is.
    enum Kind: Hashable, Sendable {
        /// Another process has the file.
        case busy
        /// The file is damaged.
        case damaged
        /// The file is no database.
        case notADatabase
        /// The disk is full.
        case full
        /// The file cannot be opened or made.
        case cannotOpen
        /// The file may only be read.
        case readOnly
        /// Something else.
        case other
    }

    var kind: Kind
    /// SQLite's own words.
    var message: String
}

/// A value of a statement's parameter or of a row's column.
enum SQLiteValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)

    /// The number, where this is one.
    var integer: Int64? { if case .integer(let number) = self { number } else { nil } }

    /// The text, where this is one.
    var text: String? { if case .text(let text) = self { text } else { nil } }
}

/// An open database file.
///
/// `@unchecked Sendable`: the pointers are set once or inside the lock, and used inside the lock only.
@safe final class SQLiteDatabase: @unchecked Sendable {
    private let pointer: OpaquePointer
    private let lock = Mutex(())
    private var statements: [String: OpaquePointer] = unsafe [:]
    private var isOpen = true

    /// Opens a file, or makes it, readable by its owner only.
    init(path: String) throws(SQLiteError) {
        var made: OpaquePointer?
        let code = unsafe path.withCString { unsafe csqlite_open($0, &made) }
        guard let pointer = unsafe made else { throw SQLiteError(kind: .other, message: "there is not enough memory") }
        unsafe self.pointer = pointer
        guard code == CSQLITE_OK.code else {
            let error = unsafe Self.error(code, pointer)
            unsafe csqlite_close(pointer)
            throw error
        }
    }

    deinit { close() }

    /// Closes the file; nothing can be run afterwards.
    func close() {
        lock.withLock { _ in
            guard isOpen else { return }
            isOpen = false
            while let entry = unsafe statements.popFirst() { unsafe csqlite_finalize(entry.value) }
            unsafe csqlite_close(pointer)
        }
    }

    /// Runs one statement and returns its rows.
    @discardableResult
    func run(_ sql: String, _ parameters: [SQLiteValue] = []) throws(SQLiteError) -> [[SQLiteValue]] {
        try lock.withLock { _ throws(SQLiteError) in try locked(sql, parameters) }
    }

    /// Runs a statement once for each set of parameters, all of them in one transaction or none.
    func transaction(_ work: [(sql: String, parameters: [SQLiteValue])]) throws(SQLiteError) {
        try lock.withLock { _ throws(SQLiteError) in
            try locked("BEGIN IMMEDIATE")
            do throws(SQLiteError) {
                for (sql, parameters) in work { try locked(sql, parameters) }
                try locked("COMMIT")
            } catch {
                // Where the rollback fails too, SQLite has rolled back by itself; the first error is the one to tell.
                _ = try? locked("ROLLBACK")
                throw error
            }
        }
    }

    @discardableResult
    private func locked(_ sql: String, _ parameters: [SQLiteValue] = []) throws(SQLiteError) -> [[SQLiteValue]] {
        guard isOpen else { throw SQLiteError(kind: .other, message: "it is closed") }
        let statement = try unsafe prepared(sql)
        defer { unsafe csqlite_reset(statement) }
        for (index, parameter) in parameters.enumerated() {
            let place = Int32(index + 1)
            let code =
                switch parameter {
                case .null: unsafe csqlite_bind_null(statement, place)
                case .integer(let number): unsafe csqlite_bind_integer(statement, place, number)
                case .text(let text):
                    unsafe withBytes(Array(text.utf8)) { unsafe csqlite_bind_text(statement, place, $0, $1) }
                }
            guard code == CSQLITE_OK.code else { throw unsafe Self.error(code, pointer) }
        }
        var rows: [[SQLiteValue]] = []
        while true {
            let code = unsafe csqlite_step(statement)
            if code == CSQLITE_DONE.code { return rows }
            guard code == CSQLITE_ROW.code else { throw unsafe Self.error(code, pointer) }
            let columns = unsafe csqlite_column_count(statement)
            rows.append((0..<columns).map { unsafe Self.column(statement, $0) })
        }
    }

    private func prepared(_ sql: String) throws(SQLiteError) -> OpaquePointer {
        if let statement = unsafe statements[sql] { return unsafe statement }
        var made: OpaquePointer?
        let code = unsafe sql.withCString { unsafe csqlite_prepare(pointer, $0, &made) }
        guard code == CSQLITE_OK.code, let statement = unsafe made else { throw unsafe Self.error(code, pointer) }
        unsafe statements[sql] = statement
        return unsafe statement
    }

    private static func column(_ statement: OpaquePointer, _ index: Int32) -> SQLiteValue {
        switch unsafe csqlite_column_kind(statement, index) {
        case CSQLITE_INTEGER.code: return .integer(unsafe csqlite_column_integer(statement, index))
        case CSQLITE_NULL.code: return .null
        default:
            var length = 0
            guard let bytes = unsafe csqlite_column_text(statement, index, &length) else { return .null }
            return unsafe .text(String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self))
        }
    }

    private static func error(_ code: Int32, _ pointer: OpaquePointer) -> SQLiteError {
        let kinds: [Int32: SQLiteError.Kind] = [
            CSQLITE_BUSY.code: .busy, CSQLITE_CORRUPT.code: .damaged, CSQLITE_NOTADB.code: .notADatabase,
            CSQLITE_FULL.code: .full, CSQLITE_CANTOPEN.code: .cannotOpen, CSQLITE_READONLY.code: .readOnly,
        ]
        return SQLiteError(kind: kinds[code] ?? .other, message: unsafe String(cString: csqlite_message(pointer)))
    }
}

extension BinaryInteger {
    /// The number as C's functions answer it.
    fileprivate var code: Int32 { Int32(self) }
}
