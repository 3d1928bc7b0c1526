"""Makes the table of compare-pieces: reads lines `row TAB program TAB rate` and prints Markdown."""

import statistics
import sys

OURS = "FinesseKit"
NAMES = {"cookies/stored": "`Set-Cookie` stored", "cookies/header": "`Cookie` header, 50 matching of 3,000 in 60 domains"}

rates = {}
for line in sys.stdin:
    row, program, rate = line.rstrip("\n").split("\t")
    rates.setdefault(row, {}).setdefault(program, []).append(float(rate))


def title(row):
    kind, name = row.split("/", 1)
    return NAMES.get(row) or {"typical": "HTML, 100 KB, ", "hostile": "HTML, hostile: ", "urls": "URL parsed, "}[kind] + name


def shown(row, rate):
    return f"{rate / 1e6:,.1f} MB/s" if row.startswith(("typical", "hostile")) else f"{rate:,.0f}/s"


def by_kind(row):
    return (["cookies", "typical", "urls", "hostile"].index(row.split("/")[0]), row)


print("| piece | program | median | lowest to highest | ours is |")
print("|---|---|---|---|---|")
for row in sorted((row for row in rates if not row.startswith("hostile")), key=by_kind):
    ours = statistics.median(rates[row][OURS])
    for program, runs in sorted(rates[row].items(), key=lambda item: -statistics.median(item[1])):
        median = statistics.median(runs)
        ratio = "" if program == OURS else f"{ours / median:,.1f} times as fast"
        spread = f"{shown(row, min(runs))} to {shown(row, max(runs))}"
        print(f"| {title(row)} | {program} | {shown(row, median)} | {spread} | {ratio} |")

print()
print("| hostile page | 1 MB | 4 MB | a byte of the larger costs |")
print("|---|---|---|---|")
for name in sorted({row[: -len(", 1 MB")] for row in rates if row.startswith("hostile")}):
    small, large = (statistics.median(rates[f"{name}, {size}"][OURS]) for size in ("1 MB", "4 MB"))
    print(f"| {name.split('/')[1]} | {small / 1e6:,.1f} MB/s | {large / 1e6:,.1f} MB/s | {small / large:.2f} times as much |")
