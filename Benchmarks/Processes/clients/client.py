"""What the clients in Python share: their task, and when they are measured."""

import json
import sys
import time


def run(prepare, sign_in, finish=lambda: None):
    """Does the sign-ins of a task: `prepare(task)` once, then `sign_in(task)` each time, which fails without a token."""
    with open(sys.argv[1], encoding="utf-8") as file:
        task = json.load(file)
    prepare(task)
    for _ in range(task["warmUp"]):
        sign_in(task)
    if task["hasPhases"]:
        print("warm", flush=True)
        sys.stdin.readline()
    times = []
    for _ in range(task["signIns"]):
        start = time.monotonic()
        sign_in(task)
        times.append((time.monotonic() - start) * 1000)
    if task["hasPhases"]:
        print("done", flush=True)
        sys.stdin.readline()
    finish()
    print(json.dumps({"wallMilliseconds": times}))
