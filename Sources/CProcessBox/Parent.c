#define _GNU_SOURCE
#include "CProcessBox.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

static void closeOnExec(int descriptor) { fcntl(descriptor, F_SETFD, FD_CLOEXEC); }

static int makePair(int ends[2]) {
#ifdef __linux__
    return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0 ? 0 : -errno;
#else
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return -errno;
    int on = 1;
    for (int end = 0; end < 2; end++) {
        closeOnExec(ends[end]);
        setsockopt(ends[end], SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
    }
    return 0;
#endif
}

/// No signal blocked, none ignored, a group of its own.
static int setAttributes(posix_spawnattr_t *attributes) {
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP;
#ifdef __APPLE__
    flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#endif
    int error = posix_spawnattr_setsigmask(attributes, &none);
    if (error == 0) error = posix_spawnattr_setsigdefault(attributes, &all);
    if (error == 0) error = posix_spawnattr_setpgroup(attributes, 0);
    return error != 0 ? error : posix_spawnattr_setflags(attributes, flags);
}

/// The socket as standard input, nothing as output and error, and nothing else.
static int setDescriptors(posix_spawn_file_actions_t *actions, int socket) {
    int error = posix_spawn_file_actions_adddup2(actions, socket, 0);
    if (error == 0) error = posix_spawn_file_actions_addopen(actions, 1, "/dev/null", O_WRONLY, 0);
    if (error == 0) error = posix_spawn_file_actions_addopen(actions, 2, "/dev/null", O_WRONLY, 0);
#ifdef __linux__
    if (error == 0) error = posix_spawn_file_actions_addclosefrom_np(actions, 3);
#endif
    return error;
}

static int start(const char *program, uint64_t memory, uint32_t processor, int socket, pid_t *process) {
    char memoryText[24], processorText[16];
    snprintf(memoryText, sizeof memoryText, "%llu", (unsigned long long)memory);
    snprintf(processorText, sizeof processorText, "%lu", (unsigned long)processor);
    char *arguments[] = {(char *)program, "--memory", memoryText, "--processor", processorText, NULL};
    // The engine's cage for arrays is 64 GB of memory reserved as if it were used: no bound on memory would hold for it.
    // Its own allocator (Malloc) gives memory back and fetches it anew for each page, which costs more than the page's script.
    char *environment[] = {"JSC_useJIT=0", "GIGACAGE_ENABLED=0", "Malloc=1", "SWIFT_BACKTRACE=enable=no", NULL};

    posix_spawnattr_t attributes;
    int error = posix_spawnattr_init(&attributes);
    if (error != 0) return error;
    posix_spawn_file_actions_t actions;
    error = posix_spawn_file_actions_init(&actions);
    if (error == 0) {
        error = setAttributes(&attributes);
        if (error == 0) error = setDescriptors(&actions, socket);
        if (error == 0) error = posix_spawn(process, program, &actions, &attributes, arguments, environment);
        posix_spawn_file_actions_destroy(&actions);
    }
    posix_spawnattr_destroy(&attributes);
    return error;
}

int32_t CBoxSpawn(const char *program, uint64_t memory_bytes, uint32_t processor_seconds, CBoxChild *child) {
    int ends[2];
    int made = makePair(ends);
    if (made != 0) return made;
    // A descriptor that already is 0 would keep its close-on-exec flag through the duplication.
    if (ends[1] == 0) {
        int moved = fcntl(ends[1], F_DUPFD_CLOEXEC, 3);
        if (moved < 0) {
            int error = errno;
            close(ends[0]);
            close(ends[1]);
            return -error;
        }
        close(ends[1]);
        ends[1] = moved;
    }
    pid_t process = 0;
    int error = start(program, memory_bytes, processor_seconds, ends[1], &process);
    close(ends[1]);
    if (error != 0) {
        close(ends[0]);
        return -error;
    }
    fcntl(ends[0], F_SETFL, fcntl(ends[0], F_GETFL) | O_NONBLOCK);
    child->process = process;
    child->socket = ends[0];
    return 0;
}

void CBoxKill(int32_t process) {
    if (process <= 1) return;
    if (kill(-process, SIGKILL) != 0) kill(process, SIGKILL);
}

int32_t CBoxReap(int32_t process) {
    int status = 0;
    while (waitpid(process, &status, 0) < 0) {
        if (errno != EINTR) return -errno;
    }
    return status;
}

int32_t CBoxSignalOfStatus(int32_t status) { return WIFSIGNALED(status) ? WTERMSIG(status) : 0; }

int32_t CBoxExitOfStatus(int32_t status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -1; }

int64_t CBoxReceive(int32_t socket, void *bytes, size_t count) {
    ssize_t got = recv(socket, bytes, count, MSG_DONTWAIT);
    return got >= 0 ? got : errno == EINTR ? -EAGAIN : -errno;
}

int64_t CBoxSend(int32_t socket, const void *bytes, size_t count) {
#ifdef MSG_NOSIGNAL
    ssize_t sent = send(socket, bytes, count, MSG_DONTWAIT | MSG_NOSIGNAL);
#else
    ssize_t sent = send(socket, bytes, count, MSG_DONTWAIT);
#endif
    return sent >= 0 ? sent : errno == EINTR ? -EAGAIN : -errno;
}

int32_t CBoxMakeWake(int32_t *reading, int32_t *writing) {
    int ends[2];
#ifdef __linux__
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return -errno;
#else
    if (pipe(ends) != 0) return -errno;
    for (int end = 0; end < 2; end++) {
        closeOnExec(ends[end]);
        fcntl(ends[end], F_SETFL, fcntl(ends[end], F_GETFL) | O_NONBLOCK);
    }
#endif
    *reading = ends[0];
    *writing = ends[1];
    return 0;
}

void CBoxWake(int32_t writing) {
    // A full pipe wakes as well as a fuller one.
    ssize_t ignored = write(writing, "", 1);
    (void)ignored;
}

void CBoxDrain(int32_t reading) {
    char bytes[64];
    while (read(reading, bytes, sizeof bytes) > 0) {}
}

int32_t CBoxPoll(int32_t socket, int32_t wake, bool wants_read, bool wants_write, int32_t milliseconds) {
    short events = (short)((wants_read ? POLLIN : 0) | (wants_write ? POLLOUT : 0));
    // A socket nobody wants is left out: its hanging up alone would wake for ever.
    struct pollfd polled[2] = {{events == 0 ? -1 : socket, events, 0}, {wake, POLLIN, 0}};
    if (poll(polled, 2, milliseconds) < 0) return errno == EINTR ? 0 : -errno;
    int32_t found = 0;
    short gone = polled[0].revents & (POLLHUP | POLLERR | POLLNVAL);
    if ((polled[0].revents & POLLIN) != 0 || (gone != 0 && wants_read)) found |= CBoxReadable;
    if ((polled[0].revents & POLLOUT) != 0 || (gone != 0 && wants_write)) found |= CBoxWritable;
    if (polled[1].revents != 0) found |= CBoxWoken;
    return found;
}

void CBoxClose(int32_t descriptor) { close(descriptor); }

int64_t CBoxRunningProgram(char *path, size_t capacity) {
#ifdef __APPLE__
    uint32_t size = (uint32_t)capacity;
    if (_NSGetExecutablePath(path, &size) != 0) return -ERANGE;
    return (int64_t)strlen(path);
#else
    ssize_t length = readlink("/proc/self/exe", path, capacity);
    if (length < 0) return -errno;
    return (size_t)length < capacity ? length : -ERANGE;
#endif
}

bool CBoxIsProgram(const char *path) {
    struct stat found;
    return stat(path, &found) == 0 && S_ISREG(found.st_mode) && access(path, X_OK) == 0;
}

bool CBoxIsSameFile(const char *one, const char *other) {
    struct stat first, second;
    return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev
        && first.st_ino == second.st_ino;
}
