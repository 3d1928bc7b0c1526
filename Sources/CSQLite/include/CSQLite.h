// What FinesseSandbox needs of SQLite, without SQLite's own header: only this one is seen by Swift.
//
// A database and its statements may be used by any thread, one at a time; they are opened in SQLite's serialised mode.

#ifndef CSQLITE_H
#define CSQLITE_H

#include <stddef.h>
#include <stdint.h>

/// An open database.
typedef struct csqlite_database csqlite_database;
/// A prepared statement of a database.
typedef struct csqlite_statement csqlite_statement;

/// What a call answers; any other number is an error, whose text `csqlite_message` has.
enum {
    CSQLITE_OK = 0,
    /// There is a row.
    CSQLITE_ROW = 100,
    /// There is no further row.
    CSQLITE_DONE = 101,
    /// Another process has the file.
    CSQLITE_BUSY = 5,
    /// The file is damaged.
    CSQLITE_CORRUPT = 11,
    /// The file is no database.
    CSQLITE_NOTADB = 26,
    /// The disk is full.
    CSQLITE_FULL = 13,
    /// The file cannot be opened.
    CSQLITE_CANTOPEN = 14,
    /// The file may only be read.
    CSQLITE_READONLY = 8
};

/// The kind of a column's value.
enum { CSQLITE_INTEGER = 1, CSQLITE_TEXT = 3, CSQLITE_NULL = 5 };

/// Opens a file, or makes it, readable by the owner only. The database is to be closed whatever the answer is.
int csqlite_open(const char *_Nonnull path, csqlite_database *_Nullable *_Nonnull made);

/// Closes a database whose statements are all finished with.
void csqlite_close(csqlite_database *_Nullable database);

/// The sentence of the last error, valid until the next call.
const char *_Nonnull csqlite_message(csqlite_database *_Nullable database);

/// Prepares one statement.
int csqlite_prepare(
    csqlite_database *_Nonnull database, const char *_Nonnull sql, csqlite_statement *_Nullable *_Nonnull made
);

/// Gives a parameter, counted from 1, a text that is copied.
int csqlite_bind_text(csqlite_statement *_Nonnull statement, int index, const uint8_t *_Nonnull bytes, size_t length);

/// Gives a parameter a number.
int csqlite_bind_integer(csqlite_statement *_Nonnull statement, int index, int64_t number);

/// Gives a parameter nothing.
int csqlite_bind_null(csqlite_statement *_Nonnull statement, int index);

/// Goes to the next row.
int csqlite_step(csqlite_statement *_Nonnull statement);

/// Makes a statement ready for another run, without parameters.
void csqlite_reset(csqlite_statement *_Nonnull statement);

/// How many columns a row has.
int csqlite_column_count(csqlite_statement *_Nonnull statement);

/// The kind of a column's value in this row.
int csqlite_column_kind(csqlite_statement *_Nonnull statement, int index);

/// A column's number.
int64_t csqlite_column_integer(csqlite_statement *_Nonnull statement, int index);

/// A column's text, valid until the next step.
const uint8_t *_Nullable csqlite_column_text(csqlite_statement *_Nonnull statement, int index, size_t *_Nonnull length);

/// Ends a statement.
void csqlite_finalize(csqlite_statement *_Nullable statement);

#endif
