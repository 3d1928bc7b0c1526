"""Many agents at one sandbox: `agents.py FACTS sign-in|idle|loaded NUMBER OF AGENTS`; JSON on standard output."""

import json
import multiprocessing
import sys
import time

from visitor import Connections, Visitor

READS = 2000
READERS_PER_SECOND, REFRESHES_PER_SECOND = 400, 50


def url_of(facts, name):
    return "%s/desktop/sso/token?cc_username=%s&return_user=yes&return_refresh_token=true" % (facts["finesse"], name)


def connect(facts):
    places = {(host, port): (address, target) for host, port, address, target in facts["places"]}
    return Connections(facts["authority"], places)


def read(connections, facts, login_id, token):
    answer, _ = connections.exchange(
        "GET", "%s/finesse/api/User/%s" % (facts["finesse"], login_id), None, {"Authorization": "Bearer " + token}
    )
    if answer.status != 200:
        raise RuntimeError("GET User answered %d" % answer.status)


def sign_in(facts, number, of, count):
    """Each agent for real: through the pages, then PUT User; a few tokens are given back for the readers."""
    connections, kept = connect(facts), []
    for index in range(number, count, of):
        name, login_id = "agent%d" % index, str(200000 + index)
        text = Visitor(connections).sign_in(url_of(facts, name), name + "@finesse.com", "Decepticon-%d" % index)
        pair = json.loads(text)
        answer, _ = connections.exchange(
            "PUT", "%s/finesse/api/User/%s" % (facts["finesse"], login_id),
            "<User><state>LOGIN</state><extension>%d</extension></User>" % (300000 + index),
            {"Authorization": "Bearer " + pair["token"], "Content-Type": "application/xml"},
        )
        if answer.status != 202:
            raise RuntimeError("PUT User answered %d" % answer.status)
        if len(kept) < 100:
            kept.append([login_id, pair["token"], pair["refresh_token"], name])
    return kept


def percentiles(times):
    times.sort()
    return {"median": times[len(times) // 2], "p99": times[int(len(times) * 0.99)]}


def measure(facts, agents):
    """Reads one after the other, a hundred in a second, and how long each takes in milliseconds."""
    connections, times = connect(facts), []
    for warm in range(50):
        read(connections, facts, *agents[warm % len(agents)][:2])
    start = time.monotonic()
    for number in range(READS):
        time.sleep(max(0.0, start + number * 0.005 - time.monotonic()))
        before = time.monotonic()
        read(connections, facts, *agents[number % len(agents)][:2])
        times.append((time.monotonic() - before) * 1000)
    return percentiles(times)


def ask(facts, agents, stop, done):
    """What the other agents do meanwhile: so many reads and refreshes in a second, whether or not they are answered late."""
    connections, number = connect(facts), 0
    start = time.monotonic()
    every = 1 / (READERS_PER_SECOND + REFRESHES_PER_SECOND)
    while not stop.is_set():
        time.sleep(max(0.0, start + number * every - time.monotonic()))
        login_id, token, refresh, name = agents[number % len(agents)]
        if number % (READERS_PER_SECOND // REFRESHES_PER_SECOND + 1) == 0:
            answer, text = connections.exchange(
                "POST", url_of(facts, name), "token=%s&refresh-token=%s" % (token, refresh),
                {"Content-Type": "application/x-www-form-urlencoded"},
            )
            if answer.status != 200:
                raise RuntimeError("a refresh answered %d: %s" % (answer.status, text[:200]))
        else:
            read(connections, facts, login_id, token)
        number += 1
    done.value = number / (time.monotonic() - start)


def loaded(facts, agents):
    stop, done = multiprocessing.Event(), multiprocessing.Value("d", 0.0)
    other = multiprocessing.Process(target=ask, args=(facts, agents, stop, done))
    other.start()
    time.sleep(1)
    result = measure(facts, agents)
    stop.set()
    other.join(30)
    if other.exitcode != 0:
        raise RuntimeError("the other agents failed")
    return dict(result, othersPerSecond=done.value)


def main():
    with open(sys.argv[1]) as file:
        facts = json.load(file)
    what, number, of, count = sys.argv[2], *map(int, sys.argv[3:6])
    agents = [agent for part in json.loads(sys.stdin.readline()) for agent in part]
    result = {
        "sign-in": lambda: sign_in(facts, number, of, count),
        "idle": lambda: measure(facts, agents),
        "loaded": lambda: loaded(facts, agents),
    }[what]()
    print(json.dumps(result))


if __name__ == "__main__":
    main()
