"""Measures what Python has beside our pieces, on the same inputs: peers.py FOLDER SECONDS.

Prints a line for each piece: its name, the program, and how many units it did in a second of processor time.
"""

import email
import http.cookiejar
import importlib.metadata
import os
import sys
import time
import urllib.parse
import urllib.request

import html5lib
import lxml.html
import selectolax.lexbor

folder, least = sys.argv[1], float(sys.argv[2])


def version(name):
    return f"{name} {importlib.metadata.version(name)}"


def measure(row, program, units, body):
    body()
    start, calls, elapsed = time.process_time(), 0, 0.0
    while calls == 0 or elapsed < least:
        body()
        calls += 1
        elapsed = time.process_time() - start
    print(f"{row}\t{program}\t{units * calls / elapsed}", flush=True)


def lines(name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return file.read().splitlines()


def pages():
    for name in sorted(os.listdir(os.path.join(folder, "typical"))):
        with open(os.path.join(folder, "typical", name), "rb") as file:
            page = file.read()
        text = page.decode()
        row, size = "typical/" + name, len(page)
        measure(row, version("lxml"), size, lambda: lxml.html.document_fromstring(page))
        measure(row, version("selectolax"), size, lambda: selectolax.lexbor.LexborHTMLParser(page))
        measure(row, version("html5lib"), size, lambda: html5lib.parse(text))


def urls():
    python = f"Python {sys.version.split()[0]} urllib.parse"
    for name in sorted(os.listdir(os.path.join(folder, "urls"))):
        base, *addresses = lines(os.path.join("urls", name))

        def join():
            # Its own memory of what it parsed before would answer everything.
            urllib.parse.clear_cache() if hasattr(urllib.parse, "clear_cache") else urllib.parse.urlsplit.cache_clear()
            for address in addresses:
                urllib.parse.urlsplit(urllib.parse.urljoin(base, address))

        measure("urls/" + name, python, len(addresses), join)


class Response:
    """As much of a response as a cookie jar asks for."""

    def __init__(self, field):
        self.message = email.message.Message()
        self.message["Set-Cookie"] = field

    def info(self):
        return self.message


def cookies():
    python = f"Python {sys.version.split()[0]} http.cookiejar"
    pairs = [line.split("\t") for line in lines("cookies.txt")]
    received = [(Response(field), urllib.request.Request(address)) for address, field in pairs]
    jars = []

    def store():
        jar = http.cookiejar.CookieJar()
        for response, request in received:
            jar.extract_cookies(response, request)
        jars[:] = [jar]

    measure("cookies/stored", python, len(received), store)
    requests = lines("requests.txt")

    def header():
        for address in requests:
            request = urllib.request.Request(address)
            jars[0].add_cookie_header(request)
            if request.get_header("Cookie").count("=") != 50:
                sys.exit("http.cookiejar sent another number of cookies")

    measure("cookies/header", python, len(requests), header)


pages()
urls()
cookies()
