"""Debian's Chromium, driven over the pipe of its DevTools protocol with nothing but the standard library."""

import json
import os
import shutil
import subprocess
import tempfile
import threading
import time


class ChromiumError(Exception):
    """The browser answered a command with an error, not in time, or not at all."""


class Chromium:
    """One browser process; each page gets a context of its own, with its own cookies and its own proxy."""

    def __init__(self, executable, key_hashes):
        self.profile = tempfile.mkdtemp(prefix="differential-profile-")
        to_browser_read, self.to_browser = os.pipe()
        self.from_browser, from_browser_write = os.pipe()
        arguments = [
            executable,
            "--headless",
            "--remote-debugging-pipe",
            "--no-sandbox",  # the pages are the project's own and the given ones, served from this machine
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            # Addresses are taken as they are written, as everywhere in this comparison.
            "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,LocalNetworkAccessChecks",
            "--lang=en-US",
            "--user-data-dir=" + self.profile,
            # The servers of the comparison have certificates of their own; these keys, and only these, are let pass.
            "--ignore-certificate-errors-spki-list=" + ",".join(key_hashes),
            "about:blank",
        ]
        # The protocol is spoken on descriptors 3 and 4, which only a shell can put in place.
        script = 'exec 3<&%d 4>&%d; exec "$@"' % (to_browser_read, from_browser_write)
        environment = dict(os.environ, HOME=self.profile)
        self.process = subprocess.Popen(
            ["bash", "-c", script, "bash", *arguments],
            pass_fds=(to_browser_read, from_browser_write),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        os.close(to_browser_read)
        os.close(from_browser_write)
        self.condition = threading.Condition()
        self.answers = {}
        self.listeners = {}
        self.last_id = 0
        self.is_closed = False
        threading.Thread(target=self._read, daemon=True).start()
        self.version = self.send("Browser.getVersion")["product"]

    def _read(self):
        rest = b""
        while True:
            try:
                piece = os.read(self.from_browser, 1 << 16)
            except OSError:
                piece = b""
            if not piece:
                with self.condition:
                    self.is_closed = True
                    self.condition.notify_all()
                return
            *messages, rest = (rest + piece).split(b"\0")
            for text in messages:
                message = json.loads(text)
                with self.condition:
                    if "id" in message:
                        self.answers[message["id"]] = message
                        self.condition.notify_all()
                        continue
                    listener = self.listeners.get(message.get("sessionId"))
                if listener:
                    listener(message["method"], message.get("params", {}))

    def send_only(self, method, parameters=None, session=None):
        """Sends a command and does not wait for its answer."""
        with self.condition:
            self.last_id += 1
            number = self.last_id
            message = {"id": number, "method": method, "params": parameters or {}}
            if session:
                message["sessionId"] = session
            data = json.dumps(message).encode() + b"\0"
            while data:
                data = data[os.write(self.to_browser, data):]
        return number

    def send(self, method, parameters=None, session=None, timeout=30):
        """Sends a command and waits for its answer."""
        number = self.send_only(method, parameters, session)
        deadline = time.monotonic() + timeout
        with self.condition:
            while number not in self.answers:
                left = deadline - time.monotonic()
                if self.is_closed:
                    raise ChromiumError("the browser ended")
                if left <= 0:
                    raise ChromiumError(method + ": no answer in time")
                self.condition.wait(left)
            answer = self.answers.pop(number)
        if "error" in answer:
            raise ChromiumError(method + ": " + answer["error"].get("message", ""))
        return answer["result"]

    def close(self):
        """Ends the browser and removes its profile."""
        try:
            self.send("Browser.close", timeout=5)
        except (ChromiumError, OSError):
            self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)


class ChromiumPage:
    """A window in a context of its own, all of whose requests go to one recording server."""

    def __init__(self, browser, proxy_port):
        self.browser = browser
        self.context = browser.send(
            "Target.createBrowserContext",
            {"proxyServer": "127.0.0.1:%d" % proxy_port, "proxyBypassList": "<-loopback>"},
        )["browserContextId"]
        target = browser.send("Target.createTarget", {"url": "about:blank", "browserContextId": self.context})
        self.session = browser.send("Target.attachToTarget", {"targetId": target["targetId"], "flatten": True})[
            "sessionId"
        ]
        self.lock = threading.Lock()
        self.active = time.monotonic()
        self.loading = set()
        self.crashed = False
        browser.listeners[self.session] = self._hear
        self.send("Page.enable")
        self.send("Inspector.enable")
        self.send("Emulation.setFocusEmulationEnabled", {"enabled": True})

    def send(self, method, parameters=None, timeout=30):
        return self.browser.send(method, parameters, self.session, timeout)

    def _hear(self, method, parameters):
        if method == "Page.javascriptDialogOpening":
            # As our agent answers: nobody is there to say yes, and no page is kept that is to be left.
            accept = parameters["type"] == "beforeunload"
            self.browser.send_only("Page.handleJavaScriptDialog", {"accept": accept}, self.session)
        if method == "Inspector.targetCrashed":
            self.crashed = True
        if not method.startswith("Page."):
            return
        with self.lock:
            if method == "Page.frameStartedLoading":
                self.loading.add(parameters["frameId"])
            elif method in ("Page.frameStoppedLoading", "Page.frameDetached"):
                self.loading.discard(parameters["frameId"])
            elif method not in ("Page.frameNavigated", "Page.loadEventFired", "Page.frameRequestedNavigation"):
                return
            self.active = time.monotonic()

    def open(self, url):
        self.send("Page.navigate", {"url": url})

    def rest(self, quiet, limit):
        """Waits until nothing has been loaded or left for so many seconds."""
        with self.lock:
            self.active = time.monotonic()
        end = time.monotonic() + limit
        while time.monotonic() < end:
            if self.crashed:
                raise ChromiumError("the page crashed")
            with self.lock:
                wait = self.active + quiet - time.monotonic()
                if self.loading:
                    wait = max(wait, 0.05)
            if wait <= 0:
                return
            time.sleep(min(wait, 0.25))

    def evaluate(self, expression, activated=False):
        """The value of an expression in the page; `activated` as if a person had just clicked."""
        answer = self.send(
            "Runtime.evaluate",
            {"expression": expression, "returnByValue": True, "awaitPromise": False, "userGesture": activated},
        )
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise ChromiumError(details.get("exception", {}).get("description") or details.get("text", ""))
        return answer["result"].get("value")

    def close(self):
        self.browser.listeners.pop(self.session, None)
        try:
            self.browser.send("Target.disposeBrowserContext", {"browserContextId": self.context})
        except ChromiumError:
            pass  # the browser has gone; its own close says so
