"""Opens every page in Debian's Chromium and in ours, and compares: `run.py --agent FILE --chromium FILE …`."""

import argparse
import concurrent.futures
import fnmatch
import json
import os
import re
import sys
import tempfile
import traceback

from browsers import run_ours, run_reference
from chromium import Chromium
from comparison import differences, shown
from given import BUTTON, given_scenarios
from known import read_known
from recorder import Authority
from sandbox import sandbox_scenarios
from scenario import Scenario, read_scenario

HERE = os.path.dirname(os.path.abspath(__file__))


def own_scenarios():
    """The scenarios of this project."""
    folder = os.path.join(HERE, "pages")
    return [read_scenario(os.path.join(folder, name)) for name in sorted(os.listdir(folder)) if name.endswith(".page")]


class Outcome:
    """What came of one scenario."""

    def __init__(self, scenario, found, notes, failure=None):
        self.scenario, self.found, self.notes, self.failure = scenario, found, notes, failure


class Differential:
    """Runs scenarios in both browsers."""

    def __init__(self, options, browser, authority):
        self.options, self.browser, self.authority = options, browser, authority

    def outcomes(self, scenario):
        """Compares one scenario; a given page with a password field is then also signed in to."""
        try:
            reference, place = run_reference(self.browser, self.authority, scenario, self.locator(scenario))
            yield self.compared(scenario, reference)
            if place and place.get("button"):
                signed = Scenario(
                    scenario.name + " (sign in)", scenario.title, scenario.url, scenario.answer,
                    [("username", place.get("name"), "anna@example.test")] * bool(place.get("name"))
                    + [("password", place["password"], "Geheim & 1")],
                    place["button"],
                )
                yield from self.outcomes(signed)
        except Exception:
            yield Outcome(scenario, [], [], traceback.format_exc())

    def locator(self, scenario):
        return BUTTON if scenario.name.startswith("given/") and not scenario.click else None

    def compared(self, scenario, reference):
        origins = sorted({"/".join(request["url"].split("/", 3)[:3]) for request in reference.requests})
        ours = run_ours(self.options.agent, self.authority, scenario, origins)
        found = differences(reference.as_facts(), ours.as_facts(), scenario.mask)
        if self.options.keep:
            file = os.path.join(self.options.keep, scenario.name.replace("/", "_") + ".json")
            with open(file, "w", encoding="utf-8") as output:
                json.dump({"reference": reference.as_facts(), "ours": ours.as_facts(), "notes": ours.notes}, output, indent=1)
        return Outcome(scenario, found, ours.notes)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--agent", required=True, help="the web-agent program")
    parser.add_argument("--chromium", required=True, help="the Chromium program")
    parser.add_argument("--finessectl", help="the finessectl program; without it the sandbox's pages are skipped")
    parser.add_argument("--data", default="", help="the folder of the conformance data")
    parser.add_argument("--known", help="the page that lists the known differences")
    parser.add_argument("--only", default="*", help="a pattern of scenario names")
    parser.add_argument("--jobs", type=int, default=6, help="scenarios at once")
    parser.add_argument("--keep", help="a folder for what each browser did, as JSON")
    options = parser.parse_args()

    known = read_known(options.known) if options.known else []
    given = given_scenarios(options.data)
    if not given:
        print("SKIPPED given/*: the conformance data is not in %r; see CONTRIBUTING.md." % options.data)
    sandbox, sandboxes = [], []
    browser = None
    try:
        if options.finessectl:
            sandbox, sandboxes = sandbox_scenarios(options.finessectl)
        else:
            print("SKIPPED sandbox/*: no finessectl was named.")
        scenarios = [one for one in own_scenarios() + given + sandbox if fnmatch.fnmatch(one.name, options.only)]
        with tempfile.TemporaryDirectory(prefix="differential-") as folder:
            authority = Authority(folder, set().union({"localhost"}, *(one.hosts for one in scenarios)))
            browser = Chromium(options.chromium, [authority.key_hash])
            print("%d pages in %s and in ours" % (len(scenarios), browser.version), flush=True)
            differential = Differential(options, browser, authority)
            with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
                outcomes = list(pool.map(lambda one: list(differential.outcomes(one)), scenarios))
        return report([outcome for group in outcomes for outcome in group], known, options)
    finally:
        if browser:
            browser.close()
        for one in sandboxes:
            one.close()


def report(outcomes, known, options):
    """Prints every difference that is not known; the status of the run."""
    used, alike, explained, failed, unknown = set(), 0, 0, 0, 0
    for outcome in outcomes:
        if outcome.failure:
            failed += 1
            print("\nFAILED %s\n%s" % (outcome.scenario.name, outcome.failure))
            continue
        fresh = []
        for difference in outcome.found:
            rows = [index for index, row in enumerate(known) if is_row(row, outcome.scenario.name, difference[0])]
            used.update(rows)
            if not rows:
                fresh.append(difference)
        alike += not outcome.found
        explained += bool(outcome.found) and not fresh
        unknown += len(fresh)
        if fresh:
            show(outcome, fresh)
    stale = [] if options.only != "*" else stale_rows(known, used, {o.scenario.name.partition("/")[0] for o in outcomes})
    for scenario, place, _ in stale:
        print("\nSTALE %s %s: listed as a difference, and there is none" % (scenario, place))
    print("\n%d scenarios: %d alike, %d with known differences only; %d differences unexplained, %d failed, %d stale rows" % (
        len(outcomes), alike, explained, unknown, failed, len(stale)
    ))
    return 1 if unknown or failed or stale else 0


def show(outcome, differences):
    """Prints the differences of one scenario, and what our agent said of it."""
    print("\nDIFFERENT %s: %s" % (outcome.scenario.name, outcome.scenario.title))
    for place, expected, got in differences:
        print("  %s\n    Chromium: %s\n    ours:     %s" % (place, shown(expected, got), shown(got, expected)))
    for note in outcome.notes:
        print("  ours says: " + note[:600])


def stale_rows(known, used, kinds):
    """The rows that matched nothing, of the kinds of pages that were there; what depends on timing is never stale."""
    return [
        row for index, row in enumerate(known)
        if index not in used and not row[2].startswith("Sometimes") and row[0].partition("/")[0] in kinds
    ]


def is_row(row, name, place):
    """Whether a row of the known differences is about this one; a pattern's brackets are ordinary characters."""
    def matches(text, pattern):
        return re.fullmatch("".join(".*" if part == "*" else re.escape(part) for part in re.split(r"(\*)", pattern)), text)

    return matches(name, row[0]) is not None and matches(place, row[1]) is not None


if __name__ == "__main__":
    sys.exit(main())
