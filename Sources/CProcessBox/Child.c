#define _GNU_SOURCE
#include "CProcessBox.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

int64_t CBoxReadWhole(int32_t descriptor, void *bytes, size_t count) {
    size_t done = 0;
    while (done < count) {
        ssize_t got = read(descriptor, (char *)bytes + done, count - done);
        if (got > 0) {
            done += (size_t)got;
        } else if (got == 0) {
            break;
        } else if (errno != EINTR) {
            return -errno;
        }
    }
    return (int64_t)done;
}

int64_t CBoxWriteWhole(int32_t descriptor, const void *bytes, size_t count) {
    size_t done = 0;
    while (done < count) {
        ssize_t put = write(descriptor, (const char *)bytes + done, count - done);
        if (put >= 0) {
            done += (size_t)put;
        } else if (errno != EINTR) {
            return -errno;
        }
    }
    return (int64_t)done;
}

bool CBoxIsHungUp(int32_t descriptor) {
    struct pollfd polled = {descriptor, 0, 0};
    return poll(&polled, 1, 0) > 0 && (polled.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
}

static bool limit(int resource, rlim_t value) {
    struct rlimit both = {value, value};
    return setrlimit(resource, &both) == 0;
}

static uint32_t setLimits(uint32_t processor) {
    uint32_t walls = 0;
    // A second between the two, so that the signal that ends it says why.
    struct rlimit time = {processor, (rlim_t)processor + 1};
    if (setrlimit(RLIMIT_CPU, &time) == 0) walls |= CBoxWallProcessor;
    if (limit(RLIMIT_CORE, 0)) walls |= CBoxWallNoCore;
    if (limit(RLIMIT_FSIZE, 0)) walls |= CBoxWallNoFileGrowth;
    return walls;
}

#ifdef __linux__

bool CBoxLimitMemory(uint64_t more) {
    unsigned long long pages = 0;
    FILE *file = fopen("/proc/self/statm", "re");
    if (file == NULL) return false;
    bool isRead = fscanf(file, "%*u %*u %*u %*u %*u %llu", &pages) == 1;
    fclose(file);
    return isRead && limit(RLIMIT_DATA, (rlim_t)(pages * (unsigned long long)sysconf(_SC_PAGESIZE) + more));
}

/// Whether nothing is open but the three standard descriptors.
static bool hasOnlyStandardDescriptors(void) {
    DIR *folder = opendir("/proc/self/fd");
    if (folder == NULL) return false;
    bool isOnly = true;
    struct dirent *entry;
    while ((entry = readdir(folder)) != NULL) {
        int descriptor = atoi(entry->d_name);
        if (descriptor > 2 && descriptor != dirfd(folder)) isOnly = false;
    }
    closedir(folder);
    return isOnly;
}

/// Lets files beneath a path be read; a path that is not there needs no rule.
static void allowReading(int rules, const char *path, bool isFolder) {
    struct landlock_path_beneath_attr rule = {0};
    rule.parent_fd = open(path, O_PATH | O_CLOEXEC);
    if (rule.parent_fd < 0) return;
    rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | (isFolder ? LANDLOCK_ACCESS_FS_READ_DIR : 0);
    syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    close(rule.parent_fd);
}

/// Files: nothing may be changed, and only what the engine looks at while it starts may be read.
static bool setFileRules(void) {
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) return false;
    // What the kernel's version knows of files: 13 rights in the first, one more in the second and the third, and the
    // fifth, which is another one for devices.
    int rights = version >= 5 ? 16 : version >= 3 ? 15 : version >= 2 ? 14 : 13;
    // The head of the kernel's structure, which later kernels accept; and networks, from the fourth version on.
    struct {
        uint64_t files;
        uint64_t networks;
    } handled = {(1ULL << rights) - 1, version >= 4 ? 3 : 0};
    long rules = syscall(SYS_landlock_create_ruleset, &handled, version >= 4 ? sizeof handled : sizeof handled.files, 0);
    if (rules < 0) return false;
    allowReading((int)rules, "/dev/urandom", false);
    allowReading((int)rules, "/proc/self", true);
    allowReading((int)rules, "/proc/meminfo", false);
    allowReading((int)rules, "/proc/cpuinfo", false);
    allowReading((int)rules, "/sys/devices/system/cpu", true);
    allowReading((int)rules, "/usr/share/zoneinfo", true);
    allowReading((int)rules, "/etc/localtime", false);
    bool isSet = syscall(SYS_landlock_restrict_self, (int)rules, 0) == 0;
    close((int)rules);
    return isSet;
}

static uint32_t setLinuxWalls(void) {
    uint32_t walls = 0;
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0) walls |= CBoxWallEndsWithParent;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) walls |= CBoxWallNoNewPrivileges;
    if (hasOnlyStandardDescriptors()) walls |= CBoxWallClosedDescriptors;
    if ((walls & CBoxWallNoNewPrivileges) != 0 && setFileRules()) walls |= CBoxWallFileRules;
    return walls;
}

#else

// The limit on data does not hold there for memory that is mapped.
bool CBoxLimitMemory(uint64_t more) { return (void)more, false; }

#endif

uint32_t CBoxEnter(uint32_t processor_seconds) {
    signal(SIGPIPE, SIG_IGN);
    uint32_t walls = setLimits(processor_seconds);
    if (chdir("/") != 0) return 0;
#ifdef __linux__
    walls |= setLinuxWalls();
#endif
    return walls;
}
