#define _GNU_SOURCE
#include "CProcessBox.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

static int32_t outcome(long result) { return result < 0 ? errno : 0; }

static int32_t mapped(int protection) {
    void *memory = mmap(NULL, 4096, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return memory == MAP_FAILED ? errno : 0;
}

static int32_t tryProtecting(void) {
    void *memory = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) return -1;
    return outcome(mprotect(memory, 4096, PROT_READ | PROT_EXEC));
}

static int32_t tryStarting(void) {
    char *arguments[] = {"true", NULL};
    return outcome(execve("/bin/true", arguments, arguments + 1));
}

static int32_t tryForking(void) {
    pid_t process = fork();
    if (process == 0) _exit(0);
    if (process > 0) waitpid(process, NULL, 0);
    return outcome(process);
}

static int32_t tryChangingLimit(void) {
    struct rlimit none = {1, 1};
    return outcome(setrlimit(RLIMIT_CPU, &none));
}

/// Takes more memory than the walls can let it have: 16 GiB, a piece at a time and each touched.
static int32_t tryFilling(void) {
    for (int piece = 0; piece < 256; piece++) {
        size_t size = 64u << 20;
        char *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED) return errno;
        memory[0] = 1;
    }
    return 0;
}

static void *nothing(void *argument) { return argument; }

/// What must go on working in the box: a thread.
static int32_t tryThread(void) {
    pthread_t thread;
    int error = pthread_create(&thread, NULL, nothing, NULL);
    return error != 0 ? error : pthread_join(thread, NULL);
}

int32_t CBoxTry(const char *what) {
    if (strcmp(what, "socket") == 0) return outcome(socket(AF_INET, SOCK_STREAM, 0));
    if (strcmp(what, "local-socket") == 0) return outcome(socket(AF_UNIX, SOCK_STREAM, 0));
    if (strcmp(what, "read-file") == 0) return outcome(open("/etc/passwd", O_RDONLY));
    if (strcmp(what, "write-file") == 0) return outcome(open("/dev/null", O_WRONLY));
    if (strcmp(what, "list-folder") == 0) return outcome(open("/", O_RDONLY | O_DIRECTORY));
    if (strcmp(what, "start-program") == 0) return tryStarting();
    if (strcmp(what, "fork") == 0) return tryForking();
    if (strcmp(what, "executable-memory") == 0) return mapped(PROT_READ | PROT_WRITE | PROT_EXEC);
    if (strcmp(what, "make-executable") == 0) return tryProtecting();
    if (strcmp(what, "signal-parent") == 0) return outcome(kill(getppid(), 0));
    if (strcmp(what, "change-limit") == 0) return tryChangingLimit();
    if (strcmp(what, "fill-memory") == 0) return tryFilling();
#ifdef __linux__
    if (strcmp(what, "memory-file") == 0) return outcome(syscall(SYS_memfd_create, "try", 0));
    if (strcmp(what, "trace-parent") == 0) return outcome(syscall(SYS_ptrace, 16 /* attach */, getppid(), 0, 0));
#endif
    if (strcmp(what, "memory") == 0) return mapped(PROT_READ | PROT_WRITE);
    if (strcmp(what, "thread") == 0) return tryThread();
    return -1;
}
