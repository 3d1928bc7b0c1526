"""Writes the inputs that all programs of compare-pieces read: make-inputs.py FOLDER. The same bytes on every run."""

import os
import sys

folder = sys.argv[1]


def write(name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def repeated(size, piece, head="<!doctype html><title>Page</title>"):
    """A head and as many pieces as make up the size; `@` in a piece is its number."""
    parts, length, number = [head], len(head), 0
    while length < size:
        parts.append(piece.replace("@", str(number)))
        length += len(parts[-1])
        number += 1
    return "".join(parts)


# Typical pages: a table of small cells, nearly all of it tags, and the controls of a form with some text.
write(
    "typical/tag-dense page",
    repeated(
        100_000,
        "<tr class=row><td id=a>Name</td><td><input type=text name=user value='x'></td></tr>\n",
        "<!doctype html><title>Page</title><table>",
    ),
)
write(
    "typical/page of a form",
    repeated(
        100_000,
        '<div class="form-group row" id="group@">\n  <label for="field@" class="col-form-label">Field @ &amp; more</label>\n'
        '  <input type="text" class="form-control" id="field@" name="field@" value="" autocomplete="off">\n'
        '  <p class="help">Please type <b>what you see</b>, then press <a href="/help?topic=@&amp;lang=en">Help</a>.</p>\n</div>\n',
    ),
)

# Hostile pages, each in two sizes: the cost of a byte must be the same in both.
hostile = {
    "nested tags": ("<div>", None),
    "attributes of one tag": (" a@=b", "<!doctype html><p"),
    "formatting elements": ("<b id=@>", None),
    "formatting elements closed in blocks": ("<a><div>", None),
    "misnested formatting elements": ("<b><i><u><div></b></i>", None),
    "tables in cells": ("<table><tr><td>", None),
    "text out of place in a table": ("<br>x", "<table>"),
    "templates in templates": ("<template>", None),
    "end tags without start": ("</x>", "<!doctype html>" + "<span>" * 400),
    "text": ("a word and another ", None),
}
for name, (piece, head) in hostile.items():
    for label, size in (("1 MB", 1_000_000), ("4 MB", 4_000_000)):
        page = repeated(size, piece, head) if head else repeated(size, piece)
        write(f"hostile/{name}, {label}", page + (">" if piece.startswith(" ") else ""))

# Addresses of a sign-in: the first line is what the others are relative to.
base = "https://adfs.corp.example/adfs/ls/?client-request-id=1"
query = (
    "client_id=bedb2d15c9a34e0a&response_type=code&redirect_uri=https%3A%2F%2Ffinesse.corp.example%3A8445%2Fdesktop"
    "&scope=openid%20profile&nonce=" + "0f" * 32 + "&state=" + "a1B2c3D4" * 12
)
absolute = [
    "https://ids.corp.example:8553/ids/v1/oauth/authorize?client_id=bedb&response_type=code",
    "https://adfs.corp.example/adfs/ls/?" + query,
    "https://adfs.corp.example/adfs/ls/?SAMLRequest=" + "fZJNT8MwDIbv%2BQ" * 60 + "&RelayState=" + "x" * 80,
    "https://finesse.corp.example:8445/desktop/container/landing.jsp?locale=en_US",
    "https://login.provider.example/common/oauth2/v2.0/authorize",
    "https://idp.university.example/idp/profile/SAML2/Redirect/SSO;jsessionid=8F2C1D?execution=e1s2",
    "HTTPS://ADFS.Corp.Example:443/adfs/ls",
    "http://localhost:8080/",
    "https://cdn.example.net/libs/jquery/3.6.1/jquery.min.js",
    "https://portal.corp.example/a/b/../c/./d?x=y z#top",
]
relative = [
    "../portal/./script.js?v=\u00fc",
    "/adfs/portal/css/style.css?id=D74D4D6943F32AE6F7F11D14D601DBB0E1A58919176EE512150366B6279AAF99",
    "?" + query,
    "idp/profile/SAML2/POST/SSO?execution=e1s1",
    "#main",
    "/",
    "//static.example.net/logo.png",
    "/ids/saml/response?" + "metaAlias=/sp&" * 8,
    "login.jsp;jsessionid=0123456789ABCDEF?next=/desktop",
    "images/logo.png",
]
write("urls/absolute", "\n".join([base] + absolute) + "\n")
write("urls/relative", "\n".join([base] + relative) + "\n")
write("urls/long query", "\n".join([base, absolute[1], relative[2]]) + "\n")

# Cookies: 50 of each of 60 domains, half of them for the whole domain; then one request to each domain.
cookies = []
for domain in range(60):
    for cookie in range(50):
        scope = f"; Domain=corp{domain}.com" if cookie % 2 else ""
        field = f"cookie{cookie}=value{cookie:08d}; Path=/; Secure; HttpOnly{scope}"
        cookies.append(f"https://host.corp{domain}.com/\t{field}")
write("cookies.txt", "\n".join(cookies) + "\n")
write("requests.txt", "".join(f"https://host.corp{domain}.com/path/page\n" for domain in range(60)))
