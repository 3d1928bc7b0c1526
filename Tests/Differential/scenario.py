"""A scenario: answers of servers, an address to open, and what is done on the page that comes.

The project's own scenarios are files: a head of `key: value` lines, then one section for each answer,

    title: submit() fires no submit event
    open: https://idp.one.test/
    click: #go

    === https://idp.one.test/
    Content-Type: text/html; charset=utf-8
    Set-Cookie: a=1; Secure

    <!doctype html>...

A section begins with `===`, then perhaps a method, perhaps a status, and the address, which fits any query unless it has one
itself. `Encoding: NAME` among its fields is not sent and says how the body is encoded. What no section answers is a page
titled *arrived*.
"""

import os
import re
from urllib.parse import urlsplit

ARRIVED = (200, [("Content-Type", "text/html; charset=utf-8")], b"<!doctype html><title>arrived</title><p>arrived")
NOT_FOUND = (404, [("Content-Type", "text/plain")], b"not found")


class Scenario:
    """One comparison: what is served, opened, filled in and clicked."""

    def __init__(self, name, title, url, answer, fills=(), click=None, hosts=()):
        self.name, self.title, self.url, self.answer = name, title, url, answer
        self.fills, self.click, self.hosts = list(fills), click, set(hosts)
        self.mask = lambda value: value


def hosts_in(text):
    """Every host that stands in a text as part of an address."""
    return {host.lower() for host in re.findall(r"(?:https?:)?(?:\\?/){2}([A-Za-z0-9.-]*[A-Za-z0-9])", text)}


class Answers:
    """The sections of a scenario file, asked as a server."""

    def __init__(self, sections):
        self.sections = sections  # (method or None, url, answer)

    def __call__(self, method, url, headers, body):
        if urlsplit(url).path == "/favicon.ico":
            return NOT_FOUND
        plain = url.partition("?")[0]
        for wanted, address, answer in self.sections:
            if wanted in (None, method) and address == (url if "?" in address else plain):
                return answer
        return ARRIVED


def read_scenario(path):
    """Reads a scenario file."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    head, *parts = re.split(r"^=== ", text, flags=re.MULTILINE)
    keys, fills = {}, []
    for line in head.splitlines():
        if not line.strip():
            continue
        key, _, value = line.partition(":")
        if key == "fill":
            role, selector, filled = value.split(maxsplit=2)
            fills.append((role, selector, filled))
        else:
            keys[key] = value.strip()
    if unknown := set(keys) - {"title", "open", "click"}:
        raise ValueError("%s: unknown keys %s" % (path, sorted(unknown)))
    sections = [read_section(part) for part in parts]
    name = "pages/" + os.path.splitext(os.path.basename(path))[0]
    return Scenario(
        name, keys["title"], keys["open"], Answers(sections), fills, keys.get("click"), hosts_in(text)
    )


def read_section(text):
    """Reads one answer."""
    head, _, body = text.partition("\n\n")
    first, *lines = head.splitlines()
    words = first.split()
    address, method, status = words.pop(), None, 200
    for word in words:
        if word.isdigit():
            status = int(word)
        else:
            method = word
    encoding, fields = "utf-8", []
    for line in lines:
        name, _, value = line.partition(":")
        if name == "Encoding":
            encoding = value.strip()
        else:
            fields.append((name, value.strip()))
    if body.endswith("\n"):
        body = body[:-1]
    # The blank line before the next section belongs to the file, not to the answer.
    body = body.rstrip("\n")
    return method, address, (status, fields, body.encode(encoding))
