"""Runs a command and measures it with all processes that it starts: processor time, memory, time.

This process takes in the orphans among them, so that none is missed: what has ended is in the usage of reaped children, what
lives is read from /proc. Linux only.
"""

import ctypes
import os
import resource
import subprocess
import threading
import time

TICK = os.sysconf("SC_CLK_TCK")
PR_SET_CHILD_SUBREAPER = 36


def adopt_orphans():
    """Makes orphaned descendants children of this process."""
    if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")


class Measured:
    """What a run cost; milliseconds and kilobytes."""

    def __init__(self):
        self.cpu = self.wall = self.phase_cpu = self.peak = None
        self.sizes = []
        self.output, self.status, self.unreadable = "", None, False


def stat_fields(process):
    with open("/proc/%d/stat" % process) as file:
        return file.read().rpartition(")")[2].split()


def descendants(excluded):
    """All processes below this one, apart from the excluded ones and what is below those."""
    parents = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                parents.setdefault(int(stat_fields(int(name))[1]), []).append(int(name))
            except (OSError, IndexError):
                continue  # it has just ended
    found, waiting = [], [os.getpid()]
    while waiting:
        children = [child for child in parents.get(waiting.pop(), []) if child not in excluded]
        found += children
        waiting += children
    return found


def living_cpu(excluded):
    """Processor time of the processes that live, with that of the children they have reaped; milliseconds."""
    ticks = 0
    for process in descendants(excluded):
        try:
            ticks += sum(int(value) for value in stat_fields(process)[11:15])
        except (OSError, IndexError):
            continue
    return ticks * 1000 / TICK


def reaped_cpu():
    """Processor time of the children that have been waited for; milliseconds."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (usage.ru_utime + usage.ru_stime) * 1000


class MemorySampler(threading.Thread):
    """Reads the proportional set size of the whole tree from time to time."""

    def __init__(self, excluded, every):
        super().__init__(daemon=True)
        self.excluded, self.every = excluded, every
        self.sizes, self.unreadable, self.stopped = [], False, threading.Event()

    def run(self):
        while not self.stopped.is_set():
            self.sizes.append(self.size())
            self.stopped.wait(self.every)

    def size(self):
        total = 0
        for process in descendants(self.excluded):
            try:
                with open("/proc/%d/smaps_rollup" % process) as file:
                    total += next((int(line.split()[1]) for line in file if line.startswith("Pss:")), 0)
            except PermissionError:
                self.unreadable = True
            except OSError:
                continue  # it has just ended
        return total


def run(arguments, excluded=frozenset(), environment=None, has_phases=False, memory_every=None, timeout=900):
    """Runs a command to its end.

    With phases the command says `warm` when it is ready, waits for a line, says `done` when it has measured, and waits for
    another: the processor time in between is that of the phase. Everything else it prints is its output. Memory is read every
    so many seconds, where that is given.
    """
    measured = Measured()
    reaped = reaped_cpu()
    start = time.monotonic()
    process = subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True, start_new_session=True
    )
    sampler = MemorySampler(excluded, memory_every) if memory_every else None
    if sampler:
        sampler.start()
    guard = threading.Timer(timeout, process.kill)
    guard.start()
    try:
        before = None
        for line in process.stdout:
            if has_phases and line.strip() == "warm":
                before = living_cpu(excluded) + reaped_cpu()
                go_on(process)
            elif has_phases and line.strip() == "done":
                measured.phase_cpu = living_cpu(excluded) + reaped_cpu() - before
                go_on(process)
            else:
                measured.output += line
        measured.status = process.wait()
        measured.wall = (time.monotonic() - start) * 1000
        reap_orphans(excluded)
    finally:
        guard.cancel()
        if sampler:
            sampler.stopped.set()
            sampler.join()
            measured.sizes, measured.unreadable = sampler.sizes, sampler.unreadable
            measured.peak = max(sampler.sizes, default=None)
    if measured.unreadable:
        raise RuntimeError("the memory of a process of %s cannot be read: run this as root" % arguments[0])
    measured.cpu = reaped_cpu() - reaped
    return measured


def go_on(process):
    process.stdin.write("\n")
    process.stdin.flush()


def reap_orphans(excluded, patience=10):
    """Waits for the processes that the command has left behind."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        left = descendants(excluded)
        if not left:
            return
        for process in left:
            try:
                os.waitpid(process, os.WNOHANG)
            except ChildProcessError:
                continue  # it is the child of another one that is left
        time.sleep(0.01)
    raise RuntimeError("processes are left behind: %s" % descendants(excluded))
