"""Measures the Finesse client beside libxml2, xmltodict and wrk: `run.py --products FOLDER …`; scripts/bench-rest calls it."""

import argparse
import json
import os
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Sandbox"))
import load  # noqa: E402
from programs import Sandbox, run  # noqa: E402
from run import versions  # noqa: E402
from visitor import Connections, Visitor  # noqa: E402

BEGIN, END = "<!-- rest: begin -->", "<!-- rest: end -->"
PASSWORD = "Decepticon-84"


def decode(options):
    import xmltodict

    with tempfile.TemporaryDirectory() as folder:
        result = json.loads(run([options.benchmark, "decode", "--leave", folder]))
        for name in ("user", "dialogs"):
            with open(os.path.join(folder, name + ".xml"), "rb") as file:
                text = file.read()
            count, start = max(1, 1_000_000 // len(text)), time.monotonic()
            for _ in range(count):
                xmltodict.parse(text)
            result[name + "InPython"] = len(text) * count / 1e6 / (time.monotonic() - start)
    return result


def calls(options):
    result = {}
    with tempfile.TemporaryDirectory() as folder, Sandbox(
        options.products, "--set", "checksCookies=false", "--set", "tokens.accessLifetime=1h"
    ) as sandbox:
        connections = Connections(sandbox.authority, sandbox.places)
        token = json.loads(Visitor(connections).sign_in(sandbox.start(), "sjefferson@finesse.com", "Ratchet-1984"))["token"]
        connections.close()
        facts, secret = write(folder, sandbox, token)
        address, port, host = sandbox.place()
        url = "https://%s:%d/finesse/api/User/98411" % (address, port)
        headers = [("Host", host), ("Authorization", "Bearer " + token)]
        for count in (1, 64):
            ours = json.loads(run([
                options.benchmark, "calls", "--sandbox", facts, "--secret-file", secret, "--in-flight", str(count),
                "--seconds", str(options.seconds),
            ]))
            result[str(count)] = {"ours": ours["perSecond"], "wrk": load.wrk(url, options.seconds, count, headers)["rate"]}
    return result


def agents(options):
    with tempfile.TemporaryDirectory() as folder:
        configuration = os.path.join(folder, "agents.yaml")
        with open(configuration, "w") as file:
            file.write("authenticationMode: NON_SSO\nusers:\n")
            for number in range(options.agents):
                file.write('- {loginName: agent%d, loginId: "%d", password: "%s"}\n' % (number, 200000 + number, PASSWORD))
        with Sandbox(options.products, "--config", configuration) as sandbox:
            facts, secret = write(folder, sandbox, PASSWORD)
            return json.loads(run([
                options.benchmark, "agents", "--sandbox", facts, "--secret-file", secret, "--agents", str(options.agents),
            ]))


def write(folder, sandbox, secret):
    facts, file_of_secret = os.path.join(folder, "facts.json"), os.path.join(folder, "secret")
    with open(facts, "w") as file:
        json.dump(sandbox.facts, file)
    with open(file_of_secret, "w") as file:
        file.write(secret + "\n")
    return facts, file_of_secret


def verdict(value, aim, is_least=True):
    times = aim / value if is_least else value / aim
    return "met" if times <= 1 else "missed" if times <= 2 else "missed by more than twice"


def table(results, options):
    lines = ["| what | measured | aim | | beside it |", "|---|---|---|---|---|"]
    for name, title in (("user", "`<User>`, 1 KB, decoded"), ("dialogs", "`<Dialogs>` with 100 dialogs, decoded")):
        found = results["decode"]
        aim = found[name + "Tree"] / 2
        lines.append("| %s | %.0f MB/s | ≥ %.0f MB/s: half of libxml2's own tree | %s | libxml2 %.0f, xmltodict %.1f MB/s |" % (
            title, found[name], aim, verdict(found[name], aim), found[name + "Tree"], found[name + "InPython"]))
    for count in ("1", "64"):
        found = results["calls"][count]
        lines.append("| GET User by the client, %s in flight | %.0f/s | ≥ %.0f/s: half of wrk | %s | wrk %.0f/s |" % (
            count, found["ours"], found["wrk"] / 2, verdict(found["ours"], found["wrk"] / 2), found["wrk"]))
    found = results["agents"]
    lines.append("| %s agents in one process (PSS) | %.0f MB | ≤ 150 MB | %s | %.0f MB before the first |" % (
        "{:,}".format(options.agents), found["megabytes"], verdict(found["megabytes"], 150, False), found["megabytesBefore"]))
    facts = results["versions"]
    lines += ["", "Measured on %s (load before: %s), %s." % (facts["machine"], facts["load"], facts["swift"])]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", required=True, help="the folder of finesse-sandbox")
    parser.add_argument("--benchmark", required=True, help="the program rest-benchmark")
    parser.add_argument("--seconds", type=int, default=5, help="how long each load lasts")
    parser.add_argument("--agents", type=int, default=1000)
    parser.add_argument("--results", help="a file for the numbers, as JSON")
    parser.add_argument("--table", help="a Markdown page whose table is replaced")
    options = parser.parse_args()
    results = {"versions": versions()}
    for name, part in (("decode", decode), ("calls", calls), ("agents", agents)):
        results[name] = part(options)
        print("%s: %s" % (name, json.dumps(results[name])), file=sys.stderr, flush=True)
    if options.results:
        with open(options.results, "w", encoding="utf-8") as file:
            json.dump(results, file, indent=1)
    text = table(results, options)
    if options.table:
        with open(options.table, encoding="utf-8") as file:
            content = file.read()
        before, begin, rest = content.partition(BEGIN)
        _, end, after = rest.partition(END)
        if not begin or not end:
            raise ValueError("%s has no place for the table" % options.table)
        with open(options.table, "w", encoding="utf-8") as file:
            file.write(before + begin + "\n\n" + text + "\n\n" + end + after)
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
