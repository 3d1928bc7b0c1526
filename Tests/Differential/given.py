"""The given pages: captured pages of identity providers, from the folder of the conformance data."""

import json
import os
import re
from urllib.parse import urlsplit

from scenario import ARRIVED, NOT_FOUND, Scenario, hosts_in

BUTTON = """
(() => {
    const password = document.querySelector("input[type=password]");
    const form = password && password.form;
    if (!form) { return null; }
    const path = (element) => {
        const parts = [];
        for (let node = element; node && node !== document.documentElement; node = node.parentElement) {
            const same = Array.from(node.parentElement.children).filter((other) => other.localName === node.localName);
            parts.unshift(`${node.localName}:nth-of-type(${same.indexOf(node) + 1})`);
        }
        return parts.join(" > ");
    };
    const isName = (element) => ["text", "email"].includes(element.type) && !element.disabled && !element.readOnly;
    const fields = Array.from(document.querySelectorAll("input"));
    const name = fields.slice(0, fields.indexOf(password)).filter((field) => field.form === form && isName(field)).pop();
    const button = Array.from(form.elements).find((control) => ["submit", "image"].includes(control.type));
    return { password: path(password), name: name && path(name), button: button && path(button) };
})()
"""
"""Where a person would type and click on a login page."""


class GivenPage:
    """The file for its own address, with its placeholders filled in; of the rest pages are there, and parts are not."""

    def __init__(self, row, content):
        self.address, self.type, self.content = row["document_url"], row["serve_as"], content

    def __call__(self, method, url, headers, body):
        if method == "GET" and url == self.address:
            return 200, [("Content-Type", self.type), ("Set-Cookie", "session=1; Path=/; HttpOnly")], self.content
        return ARRIVED if headers.get("Accept", "").startswith("text/html") else NOT_FOUND


def replace_placeholders(content):
    """The templates' placeholders, as the manifest's own oracle filled them in."""
    content = re.sub(rb"\{\{\s*\.(Url\w*)\s*\}\}", rb"https://sp.example.test/post/\1", content)
    return re.sub(rb"\{\{\s*\.(\w+)\s*\}\}", rb"x-\1", content)


def given_scenarios(folder):
    """A scenario for each page; none when the folder is not there."""
    manifest = os.path.join(folder, "idp-pages", "manifest.json")
    if not os.path.exists(manifest):
        return []
    with open(manifest, encoding="utf-8") as file:
        rows = json.load(file)
    scenarios = []
    for row in rows:
        with open(os.path.join(folder, "idp-pages", row["file"]), "rb") as file:
            content = replace_placeholders(file.read())
        hosts = hosts_in(content.decode("latin-1")) | {urlsplit(row["document_url"]).hostname, "sp.example.test"}
        name = "given/" + re.sub(r"^(saml2aws/(pkg/)?(provider/)?|mechanize-htdocs/test/)|\.html$", "", row["file"])
        scenarios.append(
            Scenario(name, row["idp"], row["document_url"], GivenPage(row, content), hosts=hosts)
        )
    return scenarios
