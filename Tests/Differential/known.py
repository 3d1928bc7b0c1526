"""Reads the differences that `docs/differences.md` explains: rows of scenario, place and reason."""

import re


def read_known(path):
    """`(scenario, place)` patterns in backticks, each with its reason."""
    known = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            row = re.match(r"\|\s*`([^`]+)`\s*\|\s*`([^`]+)`\s*\|\s*(.+?)\s*\|\s*$", line)
            if row:
                known.append(row.groups())
    return known
