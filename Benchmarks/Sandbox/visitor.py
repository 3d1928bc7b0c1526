"""A visitor without scripts: keeps cookies, follows redirects, posts forms. Connections stay open and are shared by all the
visitors of one process, so that a sign-in costs little on this side."""

import http.client
import socket
import ssl
import urllib.parse
from html.parser import HTMLParser


class Form(HTMLParser):
    """The first form of a page."""

    def __init__(self, text):
        super().__init__()
        self.action, self.fields, self.is_inside = None, {}, False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form" and self.action is None:
            self.action, self.is_inside = attributes.get("action", ""), True
        elif tag == "input" and self.is_inside and attributes.get("name"):
            self.fields[attributes["name"]] = attributes.get("value", "")

    def handle_endtag(self, tag):
        if tag == "form":
            self.is_inside = False


class Connections:
    """One open connection to each origin; `places` maps host and port to an address."""

    def __init__(self, authority, places):
        self.context = ssl.create_default_context(cadata=authority)
        self.places, self.open = places, {}

    def connect(self, scheme, host, port):
        address = self.places.get((host, port), (host, port))
        plain = socket.create_connection(address, 30)
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection = http.client.HTTPConnection(host, port)
        connection.sock = self.context.wrap_socket(plain, server_hostname=host) if scheme == "https" else plain
        return connection

    def exchange(self, method, url, body=None, headers=()):
        parts = urllib.parse.urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        key = (parts.scheme, parts.hostname, port)
        target = (parts.path or "/") + ("?" + parts.query if parts.query else "")
        for is_last in (False, True):
            connection = self.open.get(key)
            if connection is None:
                connection = self.open[key] = self.connect(*key)
                is_last = True
            try:
                connection.request(method, target, body, dict(headers))
                answer = connection.getresponse()
                text = answer.read()
                if answer.will_close:
                    self.open.pop(key).close()
                return answer, text
            except (http.client.HTTPException, OSError):
                self.open.pop(key).close()
                if is_last:
                    raise
        raise AssertionError("not reached")

    def close(self):
        for connection in self.open.values():
            connection.close()
        self.open = {}


class Visitor:
    """One person with a jar of their own: cookies by host, nothing of paths and ends."""

    def __init__(self, connections):
        self.connections, self.jar, self.url, self.hops = connections, {}, None, 0

    def visit(self, url, form=None):
        """Opens an address, or posts a form to it, and follows redirects; gives status and text."""
        for _ in range(12):
            host = urllib.parse.urlsplit(url).hostname
            jar = self.jar.setdefault(host, {})
            headers = {"Cookie": "; ".join("%s=%s" % pair for pair in jar.items())} if jar else {}
            body = None
            if form is not None:
                body = urllib.parse.urlencode(form)
                headers["Content-Type"] = "application/x-www-form-urlencoded"
            answer, text = self.connections.exchange("GET" if form is None else "POST", url, body, headers)
            self.hops += 1
            for value in answer.headers.get_all("Set-Cookie") or []:
                name, _, rest = value.partition("=")
                jar[name.strip()] = rest.partition(";")[0]
            self.url = url
            if answer.status not in (301, 302, 303, 307, 308):
                return answer.status, text.decode("utf-8", "replace")
            url, form = urllib.parse.urljoin(url, answer.headers["Location"]), None if answer.status != 307 else form
        raise RuntimeError("redirected in a circle at " + url)

    def sign_in(self, start, user, password):
        """Walks from the token's address to its JSON; gives the text."""
        status, text = self.visit(start)
        for _ in range(6):
            if '"token"' in text:
                return text
            form = Form(text)
            if form.action is None:
                break
            if "Password" in form.fields:
                form.fields["UserName"], form.fields["Password"] = user, password
            status, text = self.visit(urllib.parse.urljoin(self.url, form.action), form.fields)
        raise RuntimeError("no token: status %d at %s" % (status, self.url))
