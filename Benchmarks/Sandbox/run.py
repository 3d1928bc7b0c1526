"""Measures the sandbox beside others and writes the table: `run.py --products FOLDER …`; scripts/bench-sandbox calls it."""

import argparse
import json
import os
import platform
import subprocess
import sys

import parts
from table import write_table

PARTS = {"start": parts.start_up, "tokens": parts.tokens, "signIns": parts.sign_ins, "reads": parts.reads, "agents": parts.agents}


def versions():
    def first(*command):
        text = subprocess.run(command, capture_output=True, text=True).stdout.strip()
        return text.splitlines()[0] if text else "unknown"

    with open("/proc/cpuinfo") as file:
        model = next((line.partition(":")[2].strip() for line in file if line.startswith("model name")), platform.machine())
    return {
        "machine": "%d × %s, Linux %s" % (os.cpu_count(), model, platform.release()), "load": "%.1f" % os.getloadavg()[0],
        "swift": first("swift", "--version").partition("(")[0].strip(), "openssl": first("openssl", "version").partition("(")[0].strip(),
        "php": first("php", "-r", "echo PHP_VERSION;"), "node": first("node", "--version"),
        "simplesamlphp": first("dpkg-query", "-W", "-f", "${Version}", "simplesamlphp"),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", required=True, help="the folder of finesse-sandbox, finessectl and web-agent-page-host")
    parser.add_argument("--benchmarks", required=True, help="the folder of sign-in-benchmark and empty-server")
    parser.add_argument("--providers", required=True, help="the folder of other people's identity providers")
    parser.add_argument("--certificate", required=True, help="a certificate of 127.0.0.1 for the servers beside ours, as PEM")
    parser.add_argument("--key", required=True, help="its key, as PEM")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--part", action="append", choices=PARTS, help="measure this only; may come again")
    parser.add_argument("--starts", type=int, default=9, help="starts of each server, of which the median counts")
    parser.add_argument("--seconds", type=int, default=5, help="how long each load lasts")
    parser.add_argument("--sign-ins", type=int, default=300, help="whole sign-ins")
    parser.add_argument("--agents", type=int, default=12000, help="agents who are signed in at once")
    parser.add_argument("--results", help="a file for the numbers, as JSON")
    parser.add_argument("--table", help="a Markdown page whose table is replaced, by a run of all parts")
    options = parser.parse_args()

    results = {"versions": versions()}
    for name, part in PARTS.items():
        if options.part and name not in options.part:
            continue
        results[name] = part(options)
        print("%s: %s" % (name, json.dumps(results[name])), file=sys.stderr, flush=True)
    if options.results:
        with open(options.results, "w", encoding="utf-8") as file:
            json.dump(results, file, indent=1)
    print(write_table(results, None if options.part else options.table))
    return 0


if __name__ == "__main__":
    sys.exit(main())
