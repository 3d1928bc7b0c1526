#define _GNU_SOURCE
#include "CProcessBox.h"

#ifdef __linux__

#include <errno.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

/// What a host may go on to ask of the kernel: memory, threads, time, and the connection it has.
static const char *const allowed[] = {
    "read", "write", "readv", "writev", "poll", "ppoll", "close",
    "munmap", "mremap", "madvise", "brk", "mincore",
    "futex", "futex_time64", "sched_yield", "sched_getaffinity", "set_robust_list", "get_robust_list", "rseq", "membarrier",
    "set_tid_address", "getcpu",
    "nanosleep", "clock_nanosleep", "clock_gettime", "clock_getres", "gettimeofday", "time",
    "getpid", "gettid", "getuid", "geteuid", "getgid", "getegid", "getrusage", "sysinfo", "uname", "getrandom",
    "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "rt_sigsuspend", "sigaltstack", "restart_syscall",
    "exit", "exit_group",
};

/// What nothing of ours ever asks: who does has taken the process over, and it is ended.
static const char *const fatal[] = {
    "execve", "execveat", "ptrace", "process_vm_readv", "process_vm_writev", "pidfd_getfd", "init_module", "finit_module",
    "kexec_load", "bpf", "userfaultfd", "keyctl", "add_key", "request_key", "mount", "umount2", "pivot_root",
};

static int add(scmp_filter_ctx filter, uint32_t action, const char *name) {
    int number = seccomp_syscall_resolve_name(name);
    // Not every machine has every call.
    return number == __NR_SCMP_ERROR ? 0 : seccomp_rule_add(filter, action, number, 0);
}

static int addAll(scmp_filter_ctx filter) {
    int error = 0;
    for (size_t index = 0; error == 0 && index < sizeof allowed / sizeof *allowed; index++)
        error = add(filter, SCMP_ACT_ALLOW, allowed[index]);
    for (size_t index = 0; error == 0 && index < sizeof fatal / sizeof *fatal; index++)
        error = add(filter, SCMP_ACT_KILL_PROCESS, fatal[index]);
    if (error != 0) return error;

    // Memory, but none that can be executed.
    const struct scmp_arg_cmp data = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
    error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, data);
    if (error == 0) error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, data);

    // Threads, but no processes. The newer call hides what it asks behind a pointer: it is not there, so that the C
    // library takes the older one.
    if (error == 0)
        error = seccomp_rule_add(
            filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));
    if (error == 0) error = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);

    // Signals to its own threads, its own limits to read, names of threads and of memory.
    if (error == 0)
        error = seccomp_rule_add(
            filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid()));
    if (error == 0)
        error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, SCMP_A2(SCMP_CMP_EQ, 0));
    if (error == 0)
        error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ, PR_SET_NAME));
    if (error == 0)
        error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ, 0x53564d41));
    return error;
}

uint32_t CBoxLock(uint64_t memory_bytes) {
    // Everything not named is denied as not permitted: libraries that try it go on without.
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (filter == NULL) return 0;
    uint32_t walls = CBoxLimitMemory(memory_bytes) ? CBoxWallMemory : 0;
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0) walls |= CBoxWallNotDumpable;
    int error = seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1);
    if (error == 0) error = seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
    if (error == 0) error = addAll(filter);
    if (error == 0 && seccomp_load(filter) == 0) walls |= CBoxWallSystemCalls;
    seccomp_release(filter);
    return walls;
}

#else

uint32_t CBoxLock(uint64_t memory_bytes) { return CBoxLimitMemory(memory_bytes) ? CBoxWallMemory : 0; }

#endif
