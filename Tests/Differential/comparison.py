"""Compares what two browsers did in one scenario: a list of differences, each with a place and both sides."""

import re

LAYOUT_AND_MEDIA = {"image", "style", "font", "audio", "video", "track", "object", "embed", "manifest", "json"}
"""Destinations of requests that only layout and media make; our agent makes none of them."""


def is_compared(request):
    """Whether a request belongs to navigation or scripts."""
    if "prefetch" in request["purpose"]:
        return False
    destination = request.get("Sec-Fetch-Dest")
    if destination is not None:
        return destination not in LAYOUT_AND_MEDIA
    accept = request["accept"]
    return not accept.startswith(("image/", "text/css")) and not request["url"].endswith("/favicon.ico")


def normalized(request, mask):
    """A request without what differs by chance: multipart boundaries, and what the scenario itself masks."""
    kept = {key: value for key, value in request.items() if key not in ("accept", "purpose")}
    boundary = re.search(r"boundary=(\S+)", kept.get("Content-Type", ""))
    if boundary:
        for key in ("Content-Type", "body"):
            kept[key] = kept[key].replace(boundary.group(1), "BOUNDARY")
    return mask(kept)


def is_navigation(request):
    return request.get("Sec-Fetch-Dest", "document") == "document" and request.get("Sec-Fetch-Mode") in (None, "navigate")


def requests_of(recorded, mask):
    """The navigations in their order, then everything else sorted: parts of a page are loaded in any order."""
    requests = [normalized(request, mask) for request in recorded if is_compared(request)]
    navigations = [request for request in requests if is_navigation(request)]
    others = sorted(
        (request for request in requests if not is_navigation(request)),
        key=lambda request: (request["url"], request["method"], request.get("Sec-Fetch-Dest", ""), request["body"]),
    )
    return navigations, others


def compare(place, expected, got, differences):
    """Appends `(place, expected, got)` for each leaf that differs."""
    if expected == got:
        return
    if isinstance(expected, dict) and isinstance(got, dict):
        for key in sorted(set(expected) | set(got)):
            compare(place + "." + key, expected.get(key), got.get(key), differences)
    elif isinstance(expected, list) and isinstance(got, list):
        for index in range(max(len(expected), len(got))):
            compare(
                "%s[%d]" % (place, index),
                expected[index] if index < len(expected) else None,
                got[index] if index < len(got) else None,
                differences,
            )
    else:
        differences.append((place, expected, got))


def differences(reference, ours, mask=lambda value: value):
    """Every difference between two runs, each `{"requests": […], "snapshot": {…}}`."""
    found = []
    theirs_navigations, theirs_others = requests_of(reference["requests"], mask)
    navigations, others = requests_of(ours["requests"], mask)
    compare("navigations", theirs_navigations, navigations, found)
    compare("requests", aligned(theirs_others, others), aligned(others, theirs_others), found)
    theirs, own = reference["snapshot"], ours["snapshot"]
    if own is None and theirs["contentType"] not in ("text/html", "application/xhtml+xml"):
        # JSON and text are pages to a person's browser and answers to our agent: the last navigation says where it rests.
        return found
    compare("page", mask(theirs), mask(own), found)
    return found


def aligned(requests, others):
    """Requests by what they ask for, so that one that is missing does not shift the rest."""
    result = {}
    for request in requests:
        base = "%s %s" % (request["method"], request["url"])
        name, number = base, 1
        while name in result:
            number += 1
            name = "%s (%d)" % (base, number)
        result[name] = request
    return result


def shown(value, other=None):
    """A value as it is printed: for long texts the part around the first difference."""
    text = value if isinstance(value, str) else repr(value)
    if isinstance(value, str) and isinstance(other, str) and len(text) > 160:
        start = next((i for i, (a, b) in enumerate(zip(value, other)) if a != b), min(len(value), len(other)))
        return "at %d: …%s…" % (start, text[max(0, start - 40):start + 120].replace("\n", "\\n"))
    return text[:300].replace("\n", "\\n")
