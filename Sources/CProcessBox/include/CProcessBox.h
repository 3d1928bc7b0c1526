// A child process in a box: starting it, talking to it, and the walls it puts around itself.
//
// Failures are the negative of an error number unless a comment says otherwise. On systems other than Linux the walls that
// need Linux are left out, and the functions say so by the walls they return.

#ifndef C_PROCESS_BOX_H
#define C_PROCESS_BOX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// MARK: The parent's end

/// A child, and the parent's end of the socket that is the child's standard input.
typedef struct CBoxChild {
    int32_t process;
    int32_t socket;
} CBoxChild;

/// Starts a program: in a process group of its own, with no environment but fixed settings of the engine, with standard
/// input as its only connection, output and error thrown away, and every other descriptor closed.
///
/// The child is ended with the calling thread (Linux), so that thread must live as long as the child shall.
int32_t CBoxSpawn(const char *program, uint64_t memory_bytes, uint32_t processor_seconds, CBoxChild *child);

/// Ends a child and its group at once.
void CBoxKill(int32_t process);

/// Waits for a child that has ended or was killed; gives its wait status, or a negative error number.
int32_t CBoxReap(int32_t process);

/// The signal that ended a child, or 0; the exit status, or -1.
int32_t CBoxSignalOfStatus(int32_t status);
int32_t CBoxExitOfStatus(int32_t status);

/// Reads or writes what goes without waiting; 0 bytes read is the end, -EAGAIN means later.
int64_t CBoxReceive(int32_t socket, void *bytes, size_t count);
int64_t CBoxSend(int32_t socket, const void *bytes, size_t count);

/// A pipe that never blocks, to wake who polls.
int32_t CBoxMakeWake(int32_t *reading, int32_t *writing);
void CBoxWake(int32_t writing);
void CBoxDrain(int32_t reading);

enum { CBoxReadable = 1, CBoxWritable = 2, CBoxWoken = 4 };

/// Waits for the socket or the wake pipe; gives a set of the bits above, 0 when the time was up.
int32_t CBoxPoll(int32_t socket, int32_t wake, bool wants_read, bool wants_write, int32_t milliseconds);

void CBoxClose(int32_t descriptor);

/// The path of the running program; the number of bytes, or a negative error number.
int64_t CBoxRunningProgram(char *path, size_t capacity);

/// Whether a path names a regular file that may be executed.
bool CBoxIsProgram(const char *path);

/// Whether two paths name the same file.
bool CBoxIsSameFile(const char *one, const char *other);

// MARK: The child's end

/// Blocking, whole or not at all: the number of bytes, less at the end of the stream, or a negative error number.
int64_t CBoxReadWhole(int32_t descriptor, void *bytes, size_t count);
int64_t CBoxWriteWhole(int32_t descriptor, const void *bytes, size_t count);

/// Whether the other end is gone.
bool CBoxIsHungUp(int32_t descriptor);

enum {
    CBoxWallMemory = 1 << 0,
    CBoxWallProcessor = 1 << 1,
    CBoxWallNoCore = 1 << 2,
    CBoxWallNoFileGrowth = 1 << 3,
    CBoxWallNoNewPrivileges = 1 << 4,
    CBoxWallNotDumpable = 1 << 5,
    CBoxWallEndsWithParent = 1 << 6,
    CBoxWallClosedDescriptors = 1 << 7,
    CBoxWallFileRules = 1 << 8,
    CBoxWallSystemCalls = 1 << 9,
};

/// The walls that stand from the start; called before there is a second thread. Gives those that stand.
uint32_t CBoxEnter(uint32_t processor_seconds);

/// The bound on memory and the filter of system calls, over all threads; called once everything is loaded. Gives those that stand.
///
/// The bound is on what comes on top of what the engine has reserved by then: it reserves gigabytes of addresses for itself.
uint32_t CBoxLock(uint64_t memory_bytes);

/// The first half of ``CBoxLock``; whether it was done.
bool CBoxLimitMemory(uint64_t more);

/// Tries what a wall forbids and undoes nothing: 0 when it was let, an error number when it was denied, -1 for no such try.
///
/// Trying to start a program ends the process where the filter stands.
int32_t CBoxTry(const char *what);

#ifdef __cplusplus
}
#endif

#endif
