"""Writes the results as the Markdown of docs/performance.md, between its markers."""

BEGIN, END = "<!-- sign-ins: begin -->", "<!-- sign-ins: end -->"

CLIENTS = [
    ("host", "ours, page host"), ("process", "ours, in process"), ("headless-shell", "Chromium headless-shell"),
    ("chromium", "Chromium `--headless=new`"), ("jsdom", "node-jsdom"), ("requests", "requests, no scripts"),
]

ROWS = [
    ("warm", "one warm sign-in", "≤ 15 ms CPU, ≥ 20 × less than the browser"),
    ("jquery", "the same with a jQuery page", "≤ 60 ms CPU"),
    ("cold", "cold `finessectl login`", "≤ 150 ms wall, ≤ 120 ms CPU"),
    ("memory", "memory of one sign-in", "≤ 65 MB with the host, ≤ 45 MB in process"),
]


def cell(row, result):
    if not result:
        return "–"
    if row == "memory":
        return "%.0f MB" % (result["peak"] / 1024) if result.get("peak") else "–"
    return "%s CPU, %s" % (milliseconds(result["cpu"]), milliseconds(result["wall"]))


def milliseconds(value):
    return "%.1f ms" % value if value < 100 else "%.0f ms" % value


def verdicts(rows):
    """Each aim, and whether it is met."""
    host, process = rows["warm"].get("host"), rows["memory"].get("process")
    found = [
        ("warm sign-in, CPU", host["cpu"], 15, "ms"),
        ("with jQuery, CPU", rows["jquery"]["host"]["cpu"], 60, "ms"),
        ("cold login, wall", rows["cold"]["host"]["wall"], 150, "ms"),
        ("cold login, CPU", rows["cold"]["host"]["cpu"], 120, "ms"),
        ("memory with the host", rows["memory"]["host"]["peak"] / 1024, 65, "MB"),
        ("memory in process", process["peak"] / 1024, 45, "MB"),
        ("100 at once, memory", rows["many"]["peak"] / 1024, 350, "MB"),
        ("100 at once, failed", rows["many"]["failed"], 0, ""),
        ("1,000 sign-ins, growth", abs(growth(rows["long"])), 5, "%"),
    ]
    browser = rows["warm"].get("headless-shell")
    lines = ["| %s | %.1f %s | ≤ %g %s | %s |" % (name, value, unit, aim, unit, verdict(value, aim)) for name, value, aim, unit in found]
    if browser:
        times = browser["cpu"] / host["cpu"]
        lines.append("| less CPU than headless-shell | %.0f × | ≥ 20 × | %s |" % (times, "met" if times >= 20 else "missed"))
    return lines


def verdict(value, aim):
    if value <= aim:
        return "met"
    return "missed" if value <= 2 * aim else "missed by more than twice"


def growth(result):
    """How much memory has grown from the second tenth of a run to its last, in percent."""
    if not result.get("early") or not result.get("late"):
        return float("nan")
    return (result["late"] - result["early"]) * 100 / result["early"]


def table(results):
    rows = results["rows"]
    shown = [client for client in CLIENTS if any(client[0] in rows[row] for row, _, _ in ROWS)]
    lines = ["| what | " + " | ".join(title for _, title in shown) + " |", "|---|" + "---|" * len(shown)]
    for row, title, _ in ROWS:
        lines.append("| %s | %s |" % (title, " | ".join(cell(row, rows[row].get(client)) for client, _ in shown)))
    many, long = rows["many"], rows["long"]
    lines += [
        "",
        "100 sign-ins at once, pool of 4: %d failed, %.1f s in all, peak %.0f MB." % (
            many["failed"], many["seconds"], many["peak"] / 1024
        ),
        "",
        "Memory over %d sign-ins: %.1f MB in the second tenth of them, %.1f MB in the last (%+.1f %%)." % (
            long["count"], long["early"] / 1024, long["late"] / 1024, growth(long)
        ) if long.get("early") else "The long run was too short to say whether memory grows.",
        "", "| aim | measured | wanted | |", "|---|---|---|---|", *verdicts(rows), "",
        "Measured on " + results["versions"]["machine"] + " (load before: " + results["versions"]["load"] + "), with "
        + ", ".join("%s %s" % (name, results["versions"][name]) for name in ("playwright", "node", "jsdom", "requests"))
        + ", " + results["versions"]["chromium"] + ", " + results["versions"]["swift"] + ".",
    ]
    return "\n".join(lines)


def write_table(results, page):
    """The table; also put between the markers of a page."""
    text = table(results)
    if page:
        with open(page, encoding="utf-8") as file:
            content = file.read()
        before, begin, rest = content.partition(BEGIN)
        _, end, after = rest.partition(END)
        if not begin or not end:
            raise ValueError("%s has no place for the table" % page)
        with open(page, "w", encoding="utf-8") as file:
            file.write(before + begin + "\n\n" + text + "\n\n" + end + after)
    return text
