"""The programs that are measured, each a process of its own, and what the kernel says of them."""

import json
import os
import signal
import socket
import subprocess
import time

TICK = os.sysconf("SC_CLK_TCK")


def free_port(address="127.0.0.1"):
    with socket.create_server((address, 0)) as server:
        return server.getsockname()[1]


class Program:
    """A running process that is ended by `close`; one that ends by itself is an error."""

    def __init__(self, command, environment=None, output=subprocess.PIPE):
        self.command = command
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=output, stderr=subprocess.DEVNULL, env=environment, text=True,
            start_new_session=True,
        )

    def line(self):
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("%s ended with status %s" % (self.command[0], self.process.wait()))
        return line

    def group(self):
        """The process and those below it."""
        found, waiting, parents = [], [self.process.pid], {}
        for name in os.listdir("/proc"):
            if name.isdigit():
                try:
                    with open("/proc/%s/stat" % name) as file:
                        parents.setdefault(int(file.read().rpartition(")")[2].split()[1]), []).append(int(name))
                except OSError:
                    continue  # it has just ended
        while waiting:
            process = waiting.pop()
            found.append(process)
            waiting += parents.get(process, [])
        return found

    def cpu(self):
        """Processor time so far, in seconds, with the children that have ended."""
        ticks = 0
        for process in self.group():
            try:
                with open("/proc/%d/stat" % process) as file:
                    ticks += sum(int(value) for value in file.read().rpartition(")")[2].split()[11:15])
            except OSError:
                continue
        return ticks / TICK

    def memory(self):
        """Proportional set size in megabytes."""
        kilobytes = 0
        for process in self.group():
            try:
                with open("/proc/%d/smaps_rollup" % process) as file:
                    kilobytes += next((int(line.split()[1]) for line in file if line.startswith("Pss:")), 0)
            except OSError:
                continue
        return kilobytes / 1024

    def close(self):
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        for number in (None, signal.SIGTERM, signal.SIGKILL):
            if number is not None:
                try:
                    os.killpg(self.process.pid, number)
                except ProcessLookupError:
                    break
            try:
                self.process.wait(5)
                break
            except subprocess.TimeoutExpired:
                continue
        if self.process.stdout:
            self.process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Sandbox(Program):
    """finesse-sandbox, ready."""

    def __init__(self, products, *arguments):
        self.began = time.monotonic()
        super().__init__([os.path.join(products, "finesse-sandbox"), *arguments])
        self.facts = json.loads(self.line())
        self.ready = time.monotonic()
        self.authority = self.facts["certificateAuthority"]
        self.places = {}
        for text in self.facts["connectTo"]:
            host, port, address, target = text.rsplit(":", 3)
            self.places[(host, int(port))] = (address.strip("[]"), int(target))

    def place(self, party="finesse"):
        """Address and port of a server, and the name it goes by."""
        host, _, port = self.facts[party].partition("://")[2].partition(":")
        address, target = self.places[(host, int(port or 443))]
        return address, target, host + (":" + port if port else "")

    def start(self, user="sjefferson"):
        return "%s/desktop/sso/token?cc_username=%s&return_user=yes&return_refresh_token=true" % (self.facts["finesse"], user)


class SimpleSAMLphp(Program):
    """SimpleSAMLphp under PHP's own server. Its folder was laid out before; see scripts/bench-sandbox."""

    def __init__(self, workers):
        self.began = time.monotonic()
        self.port = free_port()
        self.origin = "http://127.0.0.1:%d" % self.port
        environment = dict(os.environ, IDP_BASE_URL=self.origin + "/", IDP_CONSENT="")
        if workers > 1:
            environment["PHP_CLI_SERVER_WORKERS"] = str(workers)
        super().__init__(
            ["php", "-S", "127.0.0.1:%d" % self.port, "-t", "/usr/share/simplesamlphp/www"], environment, subprocess.DEVNULL
        )
        self.environment = environment
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                break
            except ConnectionRefusedError:
                if self.process.poll() is not None or time.monotonic() > self.began + 20:
                    raise RuntimeError("SimpleSAMLphp did not come up")
                time.sleep(0.002)


def run(command, environment=None):
    """The output of a command that has to succeed."""
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError("%s ended with status %d: %s" % (command[0], done.returncode, (done.stdout + done.stderr)[-1000:]))
    return done.stdout
