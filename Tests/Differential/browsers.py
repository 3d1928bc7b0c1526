"""Runs one scenario in each browser: what was asked of the servers, and how the page describes itself at the end."""

import json
import os
import subprocess
import tempfile

from chromium import ChromiumPage
from recorder import Recorder

PAGE_TIME = 4.2
"""How long a page may do nothing before it rests, in seconds; our agent gives pages four seconds of their own time."""

LIMIT = 40

SNAPSHOT = open(os.path.join(os.path.dirname(__file__), "snapshot.js"), encoding="utf-8").read()

FILL = """
(() => {
    const element = document.querySelector(%s);
    element.focus();
    const prototype = Object.getPrototypeOf(element);
    Object.getOwnPropertyDescriptor(prototype, "value").set.call(element, %s);
    element.dispatchEvent(new Event("input", { bubbles: true }));
    element.dispatchEvent(new Event("change", { bubbles: true }));
})()
"""


class Run:
    """What one browser did."""

    def __init__(self, requests, snapshot, notes):
        self.requests, self.snapshot, self.notes = requests, snapshot, notes

    def as_facts(self):
        return {"requests": self.requests, "snapshot": self.snapshot}


def run_reference(browser, authority, scenario, locator=None):
    """Runs a scenario in Chromium; also the value of one more expression on the opened page."""
    recorder = Recorder(authority, scenario.answer)
    try:
        page = ChromiumPage(browser, recorder.port)
        try:
            page.open(scenario.url)
            page.rest(PAGE_TIME, LIMIT)
            located = page.evaluate(locator) if locator else None
            for _, selector, value in scenario.fills:
                page.evaluate(FILL % (json.dumps(selector), json.dumps(value)), activated=True)
            if scenario.click:
                page.evaluate("document.querySelector(%s).click()" % json.dumps(scenario.click), activated=True)
                page.rest(PAGE_TIME, LIMIT)
            return Run(recorder.requests, page.evaluate(SNAPSHOT), []), located
        finally:
            page.close()
    finally:
        recorder.close()


def run_ours(command, authority, scenario, origins):
    """Runs a scenario in our agent, `web-agent open`; a password may go to the origins that Chromium went to."""
    recorder = Recorder(authority, scenario.answer)
    with tempfile.TemporaryDirectory(prefix="differential-") as folder:
        arguments = [
            command, "open", scenario.url, "--json", "--ca", authority.certificate,
            "--connect-to", "::127.0.0.1:%d" % recorder.port, "--eval", SNAPSHOT, "--timeout", str(LIMIT),
        ]
        for origin in origins if scenario.fills else ():
            kind = "--allow-password-origin" if origin.startswith("https:") else "--allow-password-over-http"
            arguments += [kind, origin]
        for role, _, value in scenario.fills:
            file = os.path.join(folder, role)
            with open(file, "w", encoding="utf-8") as output:
                output.write(value + "\n")
            arguments += ["--fill", "%s=@%s" % (role, file)]
        if scenario.click:
            arguments += ["--click", scenario.click]
        try:
            finished = subprocess.run(arguments, capture_output=True, timeout=2 * LIMIT, text=True)
        finally:
            recorder.close()
    try:
        answer = json.loads(finished.stdout)
    except ValueError:
        answer = {"error": "status %d: %s" % (finished.returncode, (finished.stderr or finished.stdout)[-2000:])}
    notes = [
        "%s: %s" % (key, answer[key])
        for key in ("error", "refusals", "missingInterfaces", "scriptErrors") if answer.get(key)
    ]
    return Run(recorder.requests, answer.get("value"), notes)
