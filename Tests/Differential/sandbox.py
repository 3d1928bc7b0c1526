"""The sandbox's pages: `finessectl sandbox` behind the recording server, once for each set of switches."""

import json
import os
import re
import signal
import subprocess
import tempfile

from recorder import Upstream
from scenario import Scenario

NAME_FIELD, PASSWORD_FIELD, BUTTON = "#userNameInput", "#passwordInput", "#submitButton"

SWITCHES = {
    "default": "",
    "post-request": "identityService: {requestBinding: post}\n",
    "plain-hop": "hasPlainHop: true\n",
    "one-site": "sites: {parent: contact.example}\n",
    "token-redirect": "desktop: {callbackAnswer: redirect}\n",
    "no-name-completion": "identityProvider: {completesUserNames: false}\n",
    "jquery": "identityProvider: {jQueryFile: /usr/share/javascript/jquery/jquery.min.js}\n",
    "invalid-client": "failures: [invalidClient]\n",
    "no-metadata": "failures: [metadataNotInitialized]\n",
    "error-page": "failures: [providerErrorPage]\n",
    "negotiate": "failures: [providerNegotiate]\n",
    "html-token": "failures: [tokenAsHTML]\n",
    "truncated-token": "failures: [tokenTruncated]\n",
}


class Sandbox:
    """A running sandbox."""

    def __init__(self, finessectl, switches):
        self.folder = tempfile.TemporaryDirectory(prefix="differential-sandbox-")
        configuration = os.path.join(self.folder.name, "sandbox.yaml")
        with open(configuration, "w", encoding="utf-8") as file:
            file.write(switches)
        environment = dict(
            os.environ,
            XDG_CONFIG_HOME=os.path.join(self.folder.name, "configuration"),
            XDG_STATE_HOME=os.path.join(self.folder.name, "state"),
        )
        arguments = [finessectl, "sandbox", "--json"] + (["--config", configuration] if switches else [])
        self.process = subprocess.Popen(
            arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, text=True
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
        addresses = {}
        for override in self.facts["connectTo"]:
            host, port, address, target = override.rsplit(":", 3)
            addresses[(host, int(port))] = (address, int(target))
        self.upstream = Upstream(addresses)
        self.hosts = {host for host, _ in addresses}

    def close(self):
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.folder.cleanup()


def mask(value):
    """Facts without what every sign-in makes anew: session ids, codes, tokens, SAML messages, reference numbers."""
    if isinstance(value, dict):
        return {key: mask(part) for key, part in value.items()}
    if isinstance(value, list):
        return [mask(part) for part in value]
    if isinstance(value, str):
        value = re.sub(r"\b(state=)(?:[A-Za-z0-9+/=_-]|%2[BFbf]|%3[Dd])+", r"\1<state>", value)
        value = re.sub(r"[A-Za-z0-9_-]{8,}(\.[A-Za-z0-9_-]{8,}){2}", "<token>", value)
        value = re.sub(r"(?:[A-Za-z0-9+/_-]|%2[BFbf]|%3[Dd]){40,}=*", "<long>", value)
        value = re.sub(r"\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b", "<id>", value)
        return re.sub(r"\b[0-9a-fA-F]{16,}\b", "<hex>", value)
    return value


def sandbox_scenarios(finessectl):
    """The scenarios, and the sandboxes that serve them: these are to be closed."""
    scenarios, sandboxes = [], []
    for name, switches in SWITCHES.items():
        sandbox = Sandbox(finessectl, switches)
        sandboxes.append(sandbox)
        start = sandbox.facts["finesse"] + "/desktop/sso/token?cc_username=%s&return_user=yes&return_refresh_token=true"

        def add(part, title, user="sjefferson", typed=None, password=None):
            fills, click = [], None
            if password is not None:
                fills = [("username", NAME_FIELD, typed or user), ("password", PASSWORD_FIELD, password)]
                click = BUTTON
            scenario = Scenario(
                "sandbox/%s/%s" % (name, part), title, start % user, sandbox.upstream, fills, click, sandbox.hosts
            )
            scenario.mask = mask
            scenarios.append(scenario)

        add("opened", "the way to the first page that rests")
        if name in ("invalid-client", "no-metadata", "error-page", "negotiate"):
            continue
        add("signed-in", "a whole sign-in", password="Ratchet-1984")
        if name != "default":
            continue
        add("wrong-password", "the login page comes again with an error", password="wrong")
        add("no-password", "the page's own script stops an empty password", password="")
        add("odd-name", "the page's own script refuses a name", typed="a@b@c", password="x")
        add("locked", "a locked user", user="llennox", password="Locked-Ranger-9")
        add("other-user", "another user than the one asked for", typed="mwitwicky", password="Sector-7-Seymour")
    return scenarios, sandboxes
