#include "CSQLite.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

_Static_assert(CSQLITE_OK == SQLITE_OK && CSQLITE_ROW == SQLITE_ROW && CSQLITE_DONE == SQLITE_DONE, "as in SQLite");
_Static_assert(CSQLITE_BUSY == SQLITE_BUSY && CSQLITE_CORRUPT == SQLITE_CORRUPT, "as in SQLite");
_Static_assert(CSQLITE_NOTADB == SQLITE_NOTADB && CSQLITE_FULL == SQLITE_FULL, "as in SQLite");
_Static_assert(CSQLITE_CANTOPEN == SQLITE_CANTOPEN && CSQLITE_READONLY == SQLITE_READONLY, "as in SQLite");
_Static_assert(
    CSQLITE_INTEGER == SQLITE_INTEGER && CSQLITE_TEXT == SQLITE_TEXT && CSQLITE_NULL == SQLITE_NULL, "as in SQLite"
);

static sqlite3 *db(csqlite_database *database) { return (sqlite3 *)database; }
static sqlite3_stmt *st(csqlite_statement *statement) { return (sqlite3_stmt *)statement; }

int csqlite_open(const char *path, csqlite_database **made) {
    *made = NULL;
    // Made here where it is not there, so that nobody else can ever read it. A file that is there is not opened: closing it
    // would drop the locks that this process has on it.
    int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file >= 0) close(file);
    sqlite3 *opened = NULL;
    int code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
    *made = (csqlite_database *)opened;
    return code & 0xFF;
}

void csqlite_close(csqlite_database *database) { sqlite3_close_v2(db(database)); }

const char *csqlite_message(csqlite_database *database) {
    return database ? sqlite3_errmsg(db(database)) : "out of memory";
}

int csqlite_prepare(csqlite_database *database, const char *sql, csqlite_statement **made) {
    sqlite3_stmt *prepared = NULL;
    int code = sqlite3_prepare_v2(db(database), sql, -1, &prepared, NULL);
    *made = (csqlite_statement *)prepared;
    return code & 0xFF;
}

int csqlite_bind_text(csqlite_statement *statement, int index, const uint8_t *bytes, size_t length) {
    return sqlite3_bind_text64(st(statement), index, (const char *)bytes, length, SQLITE_TRANSIENT, SQLITE_UTF8) & 0xFF;
}

int csqlite_bind_integer(csqlite_statement *statement, int index, int64_t number) {
    return sqlite3_bind_int64(st(statement), index, number) & 0xFF;
}

int csqlite_bind_null(csqlite_statement *statement, int index) { return sqlite3_bind_null(st(statement), index) & 0xFF; }

int csqlite_step(csqlite_statement *statement) { return sqlite3_step(st(statement)) & 0xFF; }

void csqlite_reset(csqlite_statement *statement) {
    // The answer repeats the error of the last step, which its caller has seen.
    (void)sqlite3_reset(st(statement));
    (void)sqlite3_clear_bindings(st(statement));
}

int csqlite_column_count(csqlite_statement *statement) { return sqlite3_column_count(st(statement)); }

int csqlite_column_kind(csqlite_statement *statement, int index) { return sqlite3_column_type(st(statement), index); }

int64_t csqlite_column_integer(csqlite_statement *statement, int index) {
    return sqlite3_column_int64(st(statement), index);
}

const uint8_t *csqlite_column_text(csqlite_statement *statement, int index, size_t *length) {
    const unsigned char *text = sqlite3_column_text(st(statement), index);
    *length = text ? (size_t)sqlite3_column_bytes(st(statement), index) : 0;
    return text;
}

void csqlite_finalize(csqlite_statement *statement) { sqlite3_finalize(st(statement)); }
