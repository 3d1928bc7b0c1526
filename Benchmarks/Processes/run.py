"""Measures whole sign-ins, ours and those of others, and writes the table: `run.py --products FOLDER …`.

Everything is one run on one machine: each client signs in at the same sandbox, which is another process, over TLS, with a
fresh session each time, and is measured with all of its processes.
"""

import argparse
import base64
import hashlib
import json
import os
import platform
import signal
import socket
import ssl
import statistics
import subprocess
import sys
import tempfile

import processes
from table import write_table

HERE = os.path.dirname(os.path.abspath(__file__))
USER, PASSWORD, REALM = "sjefferson", "Ratchet-1984", "finesse.com"


class Sandbox:
    """A sandbox in a process of its own."""

    def __init__(self, finessectl, folder, name, switches):
        self.profiles = os.path.join(folder, name)
        os.makedirs(self.profiles)
        configuration = os.path.join(self.profiles, "sandbox.yaml")
        with open(configuration, "w", encoding="utf-8") as file:
            file.write(switches)
        self.environment = dict(os.environ, XDG_CONFIG_HOME=self.profiles, XDG_STATE_HOME=self.profiles)
        self.process = subprocess.Popen(
            [finessectl, "sandbox", "--json", "--config", configuration],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=self.environment, text=True, start_new_session=True,
        )
        text = ""
        while True:
            line = self.process.stdout.readline()
            if not line:
                raise RuntimeError("the sandbox ended with status %s" % self.process.wait())
            text += line
            try:
                self.facts = json.loads(text)
                break
            except ValueError:
                continue
        self.file = os.path.join(self.profiles, "sandbox.json")
        with open(self.file, "w", encoding="utf-8") as file:
            file.write(text)
        self.authority = os.path.join(self.profiles, "authority.pem")
        with open(self.authority, "w", encoding="utf-8") as file:
            file.write(self.facts["certificateAuthority"])
        self.places = [override.rsplit(":", 3) for override in self.facts["connectTo"]]
        for host, port, _, target in self.places:
            if port != target:
                raise RuntimeError("%s:%s is at another port, %s: not every client can be told so" % (host, port, target))
        self.start = self.facts["finesse"] + "/desktop/sso/token?cc_username=%s&return_user=yes&return_refresh_token=true" % USER

    def task(self, **settings):
        return {
            "start": self.start, "user": USER, "password": PASSWORD, "realm": REALM, "authority": self.authority,
            "addresses": {host: address for host, _, address, _ in self.places},
            "keyHashes": [self.key_hash(address, int(port)) for _, _, address, port in self.places],
            **settings,
        }

    @staticmethod
    def key_hash(address, port):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        # Only the key is read; who is allowed to trust it is each client's own matter.
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        with socket.create_connection((address, port)) as plain, context.wrap_socket(plain) as secure:
            certificate = ssl.DER_cert_to_PEM_cert(secure.getpeercert(binary_form=True))
        key = subprocess.run(
            ["openssl", "x509", "-pubkey", "-noout"], input=certificate, text=True, capture_output=True, check=True
        ).stdout
        der = base64.b64decode("".join(line for line in key.splitlines() if not line.startswith("-----")))
        return base64.b64encode(hashlib.sha256(der).digest()).decode()

    def close(self):
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()


class Benchmark:
    """The clients, and how each is run."""

    def __init__(self, options, folder, sandboxes):
        self.options, self.folder, self.sandboxes = options, folder, sandboxes
        self.excluded = frozenset(sandbox.process.pid for sandbox in sandboxes.values())
        self.password = os.path.join(folder, "password")
        with open(self.password, "w", encoding="utf-8") as file:
            file.write(PASSWORD + "\n")

    def foreign(self, name, sandbox, count, warm_up=3, memory=False):
        """One of the other clients; a warm run has a phase, a cold one is measured whole."""
        has_phases = warm_up > 0
        settings = {
            "warmUp": warm_up, "signIns": count, "hasPhases": has_phases, "newHeadless": name == "chromium",
            "executable": {"headless-shell": self.options.headless_shell, "chromium": self.options.chromium}.get(name, ""),
        }
        file = os.path.join(self.folder, "task.json")
        with open(file, "w", encoding="utf-8") as output:
            json.dump(sandbox.task(**settings), output)
        clients = os.path.join(HERE, "clients")
        command = {
            "headless-shell": [self.options.python, os.path.join(clients, "browser.py"), file],
            "chromium": [self.options.python, os.path.join(clients, "browser.py"), file],
            "jsdom": ["node", os.path.join(clients, "jsdom.js"), file],
            "requests": [self.options.python, os.path.join(clients, "without_scripts.py"), file],
        }[name]
        environment = dict(os.environ, NODE_PATH="/usr/share/nodejs:/usr/lib/nodejs", PYTHONDONTWRITEBYTECODE="1")
        measured = processes.run(command, self.excluded, environment, has_phases, 0.01 if memory else None)
        if measured.status != 0:
            raise RuntimeError("%s ended with status %s: %s" % (name, measured.status, measured.output[-1000:]))
        times = json.loads(measured.output)["wallMilliseconds"]
        return {
            "cpu": measured.phase_cpu / count if has_phases else measured.cpu,
            "wall": statistics.median(times) if has_phases else measured.wall,
            "peak": measured.peak,
        }

    def ours(self, sandbox, count, warm_up=3, *arguments, memory=0, memory_every=None):
        """Our client, which measures itself; what it says of its processor time is held against what the kernel says."""
        command = [
            os.path.join(self.options.benchmarks, "sign-in-benchmark"), "--sandbox", sandbox.file, "--user", USER,
            "--password-file", self.password, "--sign-ins", str(count), "--warm-up", str(warm_up),
            "--page-host", os.path.join(self.options.products, "web-agent-page-host"),
            "--memory-every", str(memory), *arguments,
        ]
        measured = processes.run(command, self.excluded, memory_every=memory_every)
        if measured.status != 0:
            raise RuntimeError("sign-in-benchmark ended with status %s: %s" % (measured.status, measured.output))
        report = json.loads(measured.output)
        said = report["cpuMilliseconds"]["whole"] * count
        if said > measured.cpu * 1.02 + 20:
            raise RuntimeError("sign-in-benchmark says %d ms, the kernel %d ms" % (said, measured.cpu))
        memory_report = report.get("pssKilobytes") or {}
        return {
            "cpu": report["cpuMilliseconds"]["whole"], "wall": report["wallMilliseconds"]["median"],
            "count": count, "failed": report["failed"], "seconds": report["totalSeconds"],
            "peak": memory_report.get("peak") or measured.peak, **self.trend(measured.sizes),
        }

    @staticmethod
    def trend(sizes):
        """Memory in the second tenth of a run and in its last: the median, since hosts come and go."""
        tenth = len(sizes) // 10
        if tenth < 3:
            return {}
        return {"early": statistics.median(sizes[tenth:2 * tenth]), "late": statistics.median(sizes[-tenth:])}

    def cold_login(self, sandbox):
        """`finessectl login` with nothing kept, from its start to its end."""
        state = tempfile.mkdtemp(dir=self.folder)
        command = [
            os.path.join(self.options.products, "finessectl"), "login", "--profile", "sandbox", "--user", USER,
            "--password-file", self.password,
        ] + self.options.login_arguments + self.allowed(sandbox)
        measured = processes.run(command, self.excluded, dict(sandbox.environment, XDG_STATE_HOME=state))
        if measured.status != 0:
            raise RuntimeError("finessectl login ended with status %s: %s" % (measured.status, measured.output))
        return {"cpu": measured.cpu, "wall": measured.wall}

    @staticmethod
    def allowed(sandbox):
        return ["--password-origin", sandbox.facts["identityProvider"]]

    def fitting(self, name, row="warm"):
        """The sandbox for a client: those that do not keep every rule of cookies need one that does not check them."""
        kind = "jquery" if row == "jquery" else "plain"
        return self.sandboxes[kind + ("-lenient" if name in ("jsdom", "requests") else "")]

    def rows(self):
        options, plain, library = self.options, self.sandboxes["plain"], self.sandboxes["jquery"]
        others = [name for name in ("headless-shell", "chromium", "jsdom", "requests") if name not in options.without]
        rows = {"warm": {}, "jquery": {}, "cold": {}, "memory": {}}
        for key, sandbox in (("warm", plain), ("jquery", library)):
            rows[key]["host"] = self.told(key, "host", self.ours(sandbox, options.sign_ins, 3, "--fresh-connections"))
            rows[key]["process"] = self.told(
                key, "process", self.ours(sandbox, options.sign_ins, 3, "--fresh-connections", "--pages", "thread")
            )
            for name in others:
                rows[key][name] = self.told(key, name, self.foreign(name, self.fitting(name, key), options.foreign_sign_ins))
        rows["cold"]["host"] = self.told("cold", "host", median([self.cold_login(plain) for _ in range(options.cold)]))
        for name in others:
            rows["cold"][name] = self.told(
                "cold", name, median([self.foreign(name, self.fitting(name), 1, 0) for _ in range(min(3, options.cold))])
            )
        rows["memory"]["host"] = self.told("memory", "host", self.ours(plain, 1, 0, memory=2))
        rows["memory"]["process"] = self.told("memory", "process", self.ours(plain, 1, 0, "--pages", "thread", memory=2))
        for name in others:
            rows["memory"][name] = self.told("memory", name, self.foreign(name, self.fitting(name), 1, 0, memory=True))
        rows["many"] = self.told("many", "host", self.ours(plain, 100, 0, "--at-once", "100", "--hosts", "4", memory=20))
        rows["long"] = self.told("long", "host", self.ours(plain, options.long, 0, memory_every=0.05))
        return rows

    @staticmethod
    def told(row, client, result):
        print("%s %s: %s" % (row, client, {key: round(value, 1) for key, value in result.items() if value is not None}),
              file=sys.stderr, flush=True)
        return result


def median(results):
    return {key: statistics.median([result[key] for result in results]) for key in results[0] if results[0][key] is not None}


def versions(options):
    """What was measured, and where."""
    def first(command):
        return subprocess.run(command, capture_output=True, text=True).stdout.strip().splitlines()[0]

    with open("/proc/cpuinfo") as file:
        model = next((line.partition(":")[2].strip() for line in file if line.startswith("model name")), platform.machine())
    playwright = subprocess.run(
        [options.python, "-c", "import importlib.metadata as m; print(m.version('playwright'), m.version('requests'))"],
        capture_output=True, text=True,
    ).stdout.split()
    return {
        "machine": "%d × %s, Linux %s" % (os.cpu_count(), model, platform.release()),
        "load": "%.1f" % os.getloadavg()[0],
        "chromium": first([options.chromium, "--version"]), "node": first(["node", "--version"]),
        "jsdom": first(["dpkg-query", "-W", "-f", "${Version}", "node-jsdom"]),
        "playwright": playwright[0] if playwright else "none", "requests": playwright[1] if playwright else "none",
        "swift": first(["swift", "--version"]).partition("(")[0].strip(),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", required=True, help="the folder of finessectl and web-agent-page-host, built for release")
    parser.add_argument("--benchmarks", required=True, help="the folder of sign-in-benchmark, built for release")
    parser.add_argument("--python", required=True, help="a Python with playwright and requests")
    parser.add_argument("--headless-shell", default="/usr/bin/chromium-headless-shell")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--jquery", default="/usr/share/javascript/jquery/jquery.min.js")
    parser.add_argument("--sign-ins", type=int, default=200, help="warm sign-ins of ours")
    parser.add_argument("--foreign-sign-ins", type=int, default=40, help="warm sign-ins of the others")
    parser.add_argument("--cold", type=int, default=9, help="cold runs, of which the median counts")
    parser.add_argument("--long", type=int, default=1000, help="sign-ins of the long run")
    parser.add_argument("--without", action="append", default=[], help="a client to leave out")
    parser.add_argument("--login-arguments", nargs="*", default=[], help="more arguments for finessectl login")
    parser.add_argument("--results", help="a file for the numbers, as JSON")
    parser.add_argument("--table", help="a Markdown page whose table is replaced")
    options = parser.parse_args()

    processes.adopt_orphans()
    finessectl = os.path.join(options.products, "finessectl")
    sandboxes = {}
    with tempfile.TemporaryDirectory(prefix="bench-sign-in-") as folder:
        try:
            for name, switches in (("plain", ""), ("jquery", ", jQueryFile: " + options.jquery)):
                for lenience, checks in (("", "true"), ("-lenient", "false")):
                    text = "checksCookies: %s\nidentityProvider: {session: forgotten%s}\n" % (checks, switches)
                    sandboxes[name + lenience] = Sandbox(finessectl, folder, name + lenience, text)
            results = {"versions": versions(options), "rows": Benchmark(options, folder, sandboxes).rows()}
        finally:
            for sandbox in sandboxes.values():
                sandbox.close()
    if options.results:
        with open(options.results, "w", encoding="utf-8") as file:
            json.dump(results, file, indent=1)
    text = write_table(results, options.table)
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
