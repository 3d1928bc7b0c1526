"""Writes the results as the Markdown of docs/performance.md, between its markers."""

BEGIN, END = "<!-- sandbox: begin -->", "<!-- sandbox: end -->"


def verdict(value, aim, is_least):
    is_met = value >= aim if is_least else value <= aim
    if is_met:
        return "met"
    times = aim / value if is_least else value / aim
    return "missed" if times <= 2 else "missed by more than twice"


def rows(results):
    start, tokens, sign_ins = results.get("start"), results.get("tokens"), results.get("signIns")
    reads, agents = results.get("reads"), results.get("agents")
    if start:
        other = start["simplesamlphp"]
        yield ("start to the first sign-in page", "%.0f ms" % start["ours"]["milliseconds"], "≤ 300 ms",
               verdict(start["ours"]["milliseconds"], 300, False), "SimpleSAMLphp under `php -S`: %.0f ms" % other["milliseconds"])
        yield ("memory then (PSS)", "%.0f MB" % start["ours"]["megabytes"], "≤ 40 MB",
               verdict(start["ours"]["megabytes"], 40, False), "%.0f MB" % other["megabytes"])
    if tokens:
        aim = 0.8 * tokens["signatures"] / 2
        yield ("token pairs in a second of one core", "%.0f" % tokens["ours"]["perCPUSecond"],
               "≥ %.0f: 80 %% of half of %.0f signatures by `openssl speed`" % (aim, tokens["signatures"]),
               verdict(tokens["ours"]["perCPUSecond"], aim, True), "Node, RS256: %.0f" % tokens["node"]["perCPUSecond"])
    if sign_ins:
        aim = sign_ins["allowed"] / 2
        yield ("whole sign-ins in a second, client and sandbox on all cores", "%.1f" % sign_ins["perSecond"],
               "≥ %.1f: half of what the pieces allow" % aim, verdict(sign_ins["perSecond"], aim, True),
               "through SimpleSAMLphp: %.1f" % sign_ins["simplesamlphp"]["perSecond"])
    if reads:
        yield ("GET User in a second, connections kept, TLS", "%.0f" % reads["ours"], "≥ %.0f: half of an empty handler" % (
            reads["empty"] / 2), verdict(reads["ours"], reads["empty"] / 2, True), "empty handler: %.0f" % reads["empty"])
    if agents:
        times = agents["loaded"]["p99"] / agents["idle"]["p99"]
        yield ("{:,} agents signed in (PSS)".format(agents["agents"]), "%.0f MB" % agents["megabytes"], "≤ 400 MB",
               verdict(agents["megabytes"], 400, False), "%.0f MB before the first" % agents["megabytesBefore"])
        yield ("GET User then, p99 under load", "%.1f ms" % agents["loaded"]["p99"], "≤ 5 × the idle one",
               verdict(times, 5, False), "idle %.1f ms: %.1f ×" % (agents["idle"]["p99"], times))


def table(results):
    lines = ["| what | measured | aim | | beside it |", "|---|---|---|---|---|"]
    lines += ["| %s |" % " | ".join(row) for row in rows(results)]
    sign_ins, agents = results.get("signIns"), results.get("agents")
    if sign_ins:
        lines += ["", (
            "What the pieces allow: %.2f ms for each of 5 RSA signatures, %.2f ms for each of 3 TLS handshakes (both ends, OpenSSL),"
            " %.1f ms of client, on all cores. The sandbox itself spent %.1f ms on a sign-in." % (
                sign_ins["signatureMilliseconds"], sign_ins["handshakeMilliseconds"], sign_ins["clientMilliseconds"],
                sign_ins["sandboxMilliseconds"])
        )]
    if agents:
        lines += ["", (
            "The {:,} agents signed in through the pages in {:.0f} s, {:.1f} ms of the sandbox's processor time each; under load means"
            " {:.0f} requests of others in a second, one in nine a refresh; {:.0f} MB afterwards.".format(
                agents["agents"], agents["seconds"], agents["sandboxMillisecondsEach"], agents["loaded"]["othersPerSecond"],
                agents["megabytesAfterLoad"])
        )]
    versions = results["versions"]
    lines += ["", "Measured on %s (load before: %s), %s, %s, PHP %s, SimpleSAMLphp %s, Node.js %s." % tuple(
        versions[name] for name in ("machine", "load", "swift", "openssl", "php", "simplesamlphp", "node"))]
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
