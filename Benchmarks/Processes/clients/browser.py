"""Signs in with Chromium, driven by Playwright: a context of its own each time."""

from playwright.sync_api import sync_playwright

import client

state = {}


def prepare(task):
    rules = ", ".join("MAP %s %s" % pair for pair in sorted(task["addresses"].items()))
    arguments = [
        "--host-resolver-rules=" + rules,
        # The sandbox's own keys, and only these, are let pass.
        "--ignore-certificate-errors-spki-list=" + ",".join(task["keyHashes"]),
        "--disable-features=LocalNetworkAccessChecks",
    ]
    state["playwright"] = sync_playwright().start()
    if task["newHeadless"]:
        arguments.append("--headless=new")
    state["browser"] = state["playwright"].chromium.launch(
        executable_path=task["executable"], headless=not task["newHeadless"], args=arguments, chromium_sandbox=False
    )


def sign_in(task):
    context = state["browser"].new_context()
    page = context.new_page()
    page.goto(task["start"])
    page.fill("#userNameInput", task["user"])
    page.fill("#passwordInput", task["password"])
    page.click("#submitButton")
    page.wait_for_url("**/desktop/sso/authcode?*")
    if '"token"' not in page.content():
        raise RuntimeError("no token at " + page.url)
    context.close()


def finish():
    state["browser"].close()
    state["playwright"].stop()


client.run(prepare, sign_in, finish)
