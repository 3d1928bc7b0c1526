"""The least of a browser: it walks a running sandbox's sign-in and keeps the SAML messages that pass by."""

import html.parser
import http.client
import json
import socket
import ssl
import urllib.parse


class Form(html.parser.HTMLParser):
    """The first form of a page: its address and its named inputs."""

    def __init__(self, text):
        super().__init__()
        self.action = None
        self.fields = {}
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form" and self.action is None:
            self.action = attributes.get("action")
        elif tag == "input" and "name" in attributes:
            self.fields[attributes["name"]] = attributes.get("value") or ""


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.location = response.headers.get("Location")
        self.text = response.read().decode()


class Sandbox:
    """A sandbox by what `finessectl sandbox --json` says about it."""

    def __init__(self, report_path):
        with open(report_path) as file:
            report = json.load(file)
        self.finesse = report["finesse"]
        self.identity_provider = report["identityProvider"]
        self.trust = ssl.create_default_context(cadata=report["certificateAuthority"])
        self.places = {}
        for override in report["connectTo"]:
            host, port, address, address_port = override.split(":")
            self.places[host, int(port)] = (address, int(address_port))

    def request(self, method, url, fields=None):
        parts = urllib.parse.urlsplit(url)
        place = self.places[parts.hostname, parts.port or 443]
        connection = http.client.HTTPSConnection(parts.hostname, parts.port or 443, timeout=30)
        connection.sock = self.trust.wrap_socket(socket.create_connection(place, 30), server_hostname=parts.hostname)
        target = (parts.path or "/") + ("?" + parts.query if parts.query else "")
        headers = {} if fields is None else {"Content-Type": "application/x-www-form-urlencoded"}
        body = None if fields is None else urllib.parse.urlencode(fields)
        connection.request(method, target, body, headers)
        try:
            return Answer(connection.getresponse())
        finally:
            connection.close()

    def sign_in(self, user, password):
        """Returns the address or form that carries the request, and the form that carries the response."""
        start = self.request("GET", self.finesse + "/desktop/sso/token?cc_username=" + user)
        asked = self.request("GET", start.location)
        if asked.location:
            request = asked.location
            page = self.request("GET", request)
        else:
            request = Form(asked.text)
            page = self.request("POST", request.action, request.fields)
        login = Form(page.text)
        login.fields |= {"UserName": user + "@finesse.com", "Password": password}
        response = Form(self.request("POST", login.action, login.fields).text)
        if "SAMLResponse" not in response.fields:
            raise SystemExit("The sandbox's identity provider sent no response.")
        return request, response
