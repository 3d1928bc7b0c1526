"""Uses the sandbox's console as a person does, in Debian's Chromium: `console.py SANDBOX CHROMIUM FOLDER`.

Each check prints one line, `ok` or `FAIL`; pictures of the page go to the folder. The browser talks to the console only.
"""

import json
import os
import subprocess
import sys
import traceback

from playwright.sync_api import expect, sync_playwright

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Benchmarks", "Sandbox"))
from visitor import Connections, Visitor  # noqa: E402

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
CHECKS = []


def check(sentence):
    def keep(function):
        CHECKS.append((sentence, function))
        return function
    return keep


class Sandbox:
    """A finesse-sandbox of its own, with a pair of nodes; it ends when its standard input closes."""

    def __init__(self, program):
        self.process = subprocess.Popen(
            [program, "--set", "checksCookies=false", "--set", 'finesseNodes=[{host: finesse1.xyz.com}, {host: finesse2.xyz.com}]'],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("the sandbox ended with status %s" % self.process.wait())
        self.facts = json.loads(line)
        self.address = "%s/?token=%s" % (self.facts["control"], self.facts["controlToken"])

    def sign_in(self, user="sjefferson", password="Ratchet-1984"):
        places = {}
        for text in self.facts["connectTo"]:
            host, port, address, target = text.rsplit(":", 3)
            places[(host, int(port))] = (address, int(target))
        connections = Connections(self.facts["certificateAuthority"], places)
        start = "%s/desktop/sso/token?cc_username=%s&return_user=yes&return_refresh_token=true" % (self.facts["finesse"], user)
        try:
            return Visitor(connections).sign_in(start, user + "@finesse.com", password)
        finally:
            connections.close()

    def close(self):
        self.process.stdin.close()
        status = self.process.wait(10)
        self.process.stdout.close()
        if status != 0:
            raise RuntimeError("the sandbox ended with status %d" % status)


class Desk:
    """A sandbox, and its console in a browser's page that notes every complaint."""

    def __init__(self, program, browser, **settings):
        self.sandbox, self.complaints = Sandbox(program), []
        self.context = browser.new_context(**settings)
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.page.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(self.sandbox.address)

    def close(self):
        self.context.close()
        self.sandbox.close()

    def told(self, text):
        expect(self.page.locator("#told")).to_contain_text(text)


def fits(page):
    """Nothing hangs over the page's edge, outside what scrolls by itself."""
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "it is wider than the window"


def contrast(page, selector):
    """The contrast of a text with the ground behind it. Source: WCAG 2.2, relative luminance."""
    return page.evaluate("""(selector) => {
        // In one go: the page exchanges its parts from time to time, and an element that is gone has no colour.
        const element = document.querySelector(selector);
        const numbers = (text) => text.match(/[\\d.]+/g).map(Number);
        const light = (color) => {
            const [r, g, b] = numbers(color).slice(0, 3).map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        let ground = element;
        while (ground && numbers(getComputedStyle(ground).backgroundColor)[3] === 0) { ground = ground.parentElement; }
        const pair = [light(getComputedStyle(element).color), light(getComputedStyle(ground).backgroundColor)].sort((a, b) => b - a);
        return (pair[0] + 0.05) / (pair[1] + 0.05);
    }""", selector)


@check("the page shows users, nodes, clock, failures, faults and sign-ins")
def parts(open_desk, folder):
    desk = open_desk(viewport=WIDE)
    for heading in ("Clock", "Users", "Contact centre", "Last sign-ins", "Failures", "Faults", "Nodes"):
        expect(desk.page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    expect(desk.page.locator("#users")).to_contain_text("mwitwicky")
    expect(desk.page.locator("#nodes")).to_contain_text("finesse2.xyz.com")
    fits(desk.page)
    return desk


@check("a sign-in appears by itself, and each hop opens")
def ladder(open_desk, folder):
    desk = open_desk(viewport=WIDE)
    expect(desk.page.locator("#sign-ins")).to_contain_text("Nobody has signed in yet.")
    desk.sandbox.sign_in()
    expect(desk.page.locator("#sign-ins .ladder")).to_have_count(1)
    expect(desk.page.locator("#users")).to_contain_text("access")
    hop = desk.page.locator("#sign-ins .ladder li summary").first
    hop.click()
    expect(desk.page.locator("#sign-ins .ladder li dl").first).to_be_visible()
    assert "Ratchet-1984" not in desk.page.content(), "the password is in the page"
    desk.page.screenshot(path=os.path.join(folder, "console-light.png"), full_page=True)
    return desk


@check("a failure is turned on and off by a click, and a sign-in meets it")
def failure(open_desk, folder):
    desk = open_desk(viewport=WIDE)
    button = desk.page.get_by_role("button", name="finesse out of service")
    button.click()
    desk.told("finesse out of service: on.")
    expect(button).to_have_attribute("aria-pressed", "true")
    try:
        desk.sandbox.sign_in()
    except RuntimeError as error:
        assert "503" in str(error), error
    else:
        raise AssertionError("the sign-in worked")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    desk.sandbox.sign_in()
    return desk


@check("the clock is turned by the keyboard alone, and the focus stays")
def keyboard(open_desk, folder):
    desk = open_desk(viewport=WIDE)
    page = desk.page
    before = page.locator("#clock time").inner_text()
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "clock-1h":
            break
    expect(page.locator("#clock-1h")).to_be_focused()
    assert page.locator("#clock-1h").evaluate("(element) => getComputedStyle(element).outlineStyle") != "none", "no focus is seen"
    page.keyboard.press("Enter")
    desk.told("The clock is")
    expect(page.locator("#clock time")).not_to_have_text(before)
    expect(page.locator("#clock-1h")).to_be_focused()
    return desk


@check("a fault is added for one user, and taken away")
def fault(open_desk, folder):
    desk = open_desk(viewport=WIDE)
    page = desk.page
    word = page.locator("#fault-word option").first.inner_text()
    page.locator("#fault-word").select_option(word)
    page.locator("#fault-user").select_option("sjefferson")
    page.locator("#fault-add").click()
    desk.told("is added.")
    expect(page.locator("#faults li")).to_have_count(1)
    page.get_by_role("button", name="Remove").click()
    desk.told("The fault is removed.")
    expect(page.locator("#faults li")).to_have_count(0)
    return desk


@check("a node is paused, killed and recovered")
def node(open_desk, folder):
    desk = open_desk(viewport=WIDE)
    page = desk.page
    for verb, state in (("kill", "killed"), ("recover", "running"), ("pause", "paused"), ("recover", "running")):
        page.get_by_role("button", name=verb + " finesse2.xyz.com").click()
        expect(page.locator("#nodes li", has_text="finesse2.xyz.com").locator(".tag")).to_have_text(state)
    return desk


@check("a locked account is refused, and every session ends when it is asked")
def users(open_desk, folder):
    desk = open_desk(viewport=WIDE)
    page = desk.page
    page.locator("#lock-mwitwicky").click()
    expect(page.locator("#lock-mwitwicky")).to_have_attribute("aria-pressed", "true")
    try:
        desk.sandbox.sign_in("mwitwicky", "Sector-7-Seymour")
    except RuntimeError:
        pass
    else:
        raise AssertionError("the locked account signed in")
    page.locator("#end-sessions").click()
    desk.told("Every session at the identity provider has ended.")
    return desk


@check("an agent signs in, gets ready, takes a customer's call and hangs up, by clicks alone")
def call(open_desk, folder):
    desk = open_desk(viewport=WIDE)
    page = desk.page
    desk.sandbox.sign_in("jdarby", "Arcee-Two-Wheels")
    for button, state in (("#login-jdarby", "NOT_READY"), ("#ready-jdarby", "READY")):
        page.locator(button).click()
        expect(page.locator("#users tr", has_text="jdarby").locator(".tag").first).to_have_text(state)
    page.get_by_role("button", name="A customer calls Returns").click()
    desk.told("A customer calls Returns.")
    calls = page.locator("#contact-centre tbody tr")
    expect(calls).to_have_count(1)
    calls.get_by_role("button", name="answer").click()
    expect(page.locator("#users tr", has_text="jdarby").locator(".tag").first).to_have_text("TALKING")
    calls.get_by_role("button", name="hold").click()
    expect(calls).to_contain_text("HELD")
    fits(page)
    page.screenshot(path=os.path.join(folder, "console-call.png"), full_page=True)
    calls.get_by_role("button", name="retrieve").click()
    calls.get_by_role("button", name="drop").click()
    expect(page.locator("#contact-centre .tag", has_text="WRAP_UP")).to_have_count(1)
    page.locator("#not_ready-jdarby").click()
    expect(page.locator("#contact-centre")).to_contain_text("Nobody is on the phone.")
    return desk


@check("the identity provider's pages change")
def skin(open_desk, folder):
    desk = open_desk(viewport=WIDE)
    desk.page.locator("#skin").select_option("okta")
    desk.page.locator("#skin-set").click()
    desk.told("okta")
    return desk


@check("on a phone in the dark nothing hangs over, and texts can be read")
def phone(open_desk, folder):
    desk = open_desk(viewport=NARROW, color_scheme="dark")
    desk.sandbox.sign_in()
    expect(desk.page.locator("#sign-ins .ladder")).to_have_count(1)
    # The page may have been told of the sign-in before it was over.
    expect(desk.page.locator(".token")).to_have_count(1)
    fits(desk.page)
    for selector in ("h1", "#users small", "#failures button", ".token", "#sign-ins summary", ".tag"):
        value = contrast(desk.page, selector)
        assert value >= 4.5, "%s has a contrast of %.1f" % (selector, value)
    desk.page.screenshot(path=os.path.join(folder, "console-dark-phone.png"), full_page=True)
    return desk


@check("without scripts the forms work and lead back to the page")
def without_scripts(open_desk, folder):
    desk = open_desk(viewport=WIDE, java_script_enabled=False)
    desk.page.locator("#failures button").first.click()
    expect(desk.page.locator("#failures button[aria-pressed=true]")).to_have_count(1)
    return desk


@check("without its token nobody sees it, and no other site's form counts")
def strangers(open_desk, folder):
    desk = open_desk(viewport=WIDE)
    control = desk.sandbox.facts["control"]
    stranger = desk.context.browser.new_context()
    answer = stranger.new_page().goto(control + "/")
    assert answer.status in (401, 403), "a stranger gets %d" % answer.status
    stranger.close()
    forged = desk.context.request.post(
        control + "/console/sessions", form={"sessions": "end"}, headers={"Origin": "https://attacker.example"}
    )
    assert forged.status in (401, 403), "a forged form gets %d" % forged.status
    return desk


def main():
    program, chromium, folder = sys.argv[1:4]
    os.makedirs(folder, exist_ok=True)
    failed = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for sentence, function in CHECKS:
            desks = []

            def open_desk(**settings):
                desks.append(Desk(program, browser, **settings))
                return desks[-1]

            try:
                function(open_desk, folder)
                expected = ("503",) if function is failure else ("403", "401") if function is strangers else ()
                complaints = [text for desk in desks for text in desk.complaints if not any(word in text for word in expected)]
                assert not complaints, "the browser complains: %s" % "; ".join(complaints)
                print("ok   ", sentence)
            except Exception as error:  # each check is told of, whatever went wrong
                failed += 1
                print("FAIL ", sentence, "-", error)
                if not isinstance(error, AssertionError):
                    traceback.print_exc()
            finally:
                for desk in desks:
                    desk.close()
        browser.close()
    print("%d passed, %d failed" % (len(CHECKS) - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
