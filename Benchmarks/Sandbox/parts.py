"""What is measured, one function to a row of the table."""

import json
import os
import statistics
import subprocess
import tempfile
import time

import load
from programs import Program, Sandbox, SimpleSAMLphp, run
from visitor import Connections, Visitor

HERE = os.path.dirname(os.path.abspath(__file__))
USER, PASSWORD = "sjefferson", "Ratchet-1984"


def start_up(options):
    """From the start of the process to the first page of a sign-in; the median of several starts."""
    ours = []
    for _ in range(options.starts):
        with Sandbox(options.products) as sandbox:
            connections = Connections(sandbox.authority, sandbox.places)
            status, text = Visitor(connections).visit(sandbox.start())
            taken = (time.monotonic() - sandbox.began) * 1000
            if status != 200 or "Password" not in text:
                raise RuntimeError("the first page is not the login form: status %d" % status)
            ours.append({
                "milliseconds": taken, "ready": (sandbox.ready - sandbox.began) * 1000, "cpu": sandbox.cpu() * 1000,
                "megabytes": sandbox.memory(),
            })
            connections.close()
    theirs = []
    for _ in range(options.starts):
        with SimpleSAMLphp(1) as provider:
            connections = Connections(None, {})
            status, text = Visitor(connections).visit(provider.origin + "/module.php/core/authenticate.php?as=agents")
            if status != 200 or "password" not in text:
                raise RuntimeError("SimpleSAMLphp's first page is not the login form: status %d" % status)
            theirs.append({"milliseconds": (time.monotonic() - provider.began) * 1000, "megabytes": provider.memory()})
            connections.close()
    return {"ours": medians(ours), "simplesamlphp": medians(theirs)}


def tokens(options):
    """Pairs issued in a second of the server's processor time, by refreshing over and over."""
    result = {"signatures": load.signatures()}
    # The same pair is refreshed over and over.
    settings = ("checksCookies=false", "tokens.accessLifetime=1h", "desktop.refreshInvalidatesOldPair=false")
    with Sandbox(options.products, *[word for setting in settings for word in ("--set", setting)]) as sandbox:
        connections = Connections(sandbox.authority, sandbox.places)
        pair = json.loads(Visitor(connections).sign_in(sandbox.start(), USER + "@finesse.com", PASSWORD))
        connections.close()
        address, port, host = sandbox.place()
        script = (
            'wrk.method = "POST"\n'
            'wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"\n'
            'wrk.body = "token=%s&refresh-token=%s"\n' % (pair["token"], pair["refresh_token"])
        )
        url = "https://%s:%d/desktop/sso/token?cc_username=%s&return_refresh_token=true" % (address, port, USER)
        result["ours"] = per_processor_second(sandbox, url, options.seconds, [("Host", host)], script)
    with Program(["node", os.path.join(HERE, "tokens.cjs"), options.certificate, options.key]) as node:
        url = "https://127.0.0.1:%d/" % int(node.line())
        result["node"] = per_processor_second(node, url, options.seconds, [], 'wrk.method = "POST"')
    return result


def per_processor_second(program, url, seconds, headers, script):
    load.wrk(url, 1, 8, headers, script)
    before = program.cpu()
    done = load.wrk(url, seconds, 8, headers, script)
    return {"perCPUSecond": done["requests"] / (program.cpu() - before), "perSecond": done["rate"]}


def sign_ins(options):
    """Whole sign-ins in a second, client and sandbox on all the cores, and what the pieces alone would allow."""
    with tempfile.TemporaryDirectory() as folder:
        facts, password = os.path.join(folder, "sandbox.json"), os.path.join(folder, "password")
        with open(password, "w") as file:
            file.write(PASSWORD + "\n")
        with Sandbox(options.products, "--set", "identityProvider.session=forgotten") as sandbox:
            with open(facts, "w") as file:
                json.dump(sandbox.facts, file)
            alone = walk(options, facts, password, options.sign_ins // 2, 1)
            before = sandbox.cpu()
            many = walk(options, facts, password, options.sign_ins, 2 * os.cpu_count())
            server = (sandbox.cpu() - before) * 1000 / options.sign_ins
        theirs = through_simplesamlphp(options, folder)
    signature, handshake = 1000 / load.signatures(), load.handshake(options.certificate, options.key)
    formula = 5 * signature + 3 * handshake + alone["cpuMilliseconds"]["whole"]
    return {
        "perSecond": many["signIns"] / many["totalSeconds"], "allowed": os.cpu_count() * 1000 / formula,
        "signatureMilliseconds": signature, "handshakeMilliseconds": handshake,
        "clientMilliseconds": alone["cpuMilliseconds"]["whole"], "sandboxMilliseconds": server, "simplesamlphp": theirs,
    }


def walk(options, facts, password, count, at_once, *arguments):
    return json.loads(run([
        os.path.join(options.benchmarks, "sign-in-benchmark"), "--sandbox", facts, "--user", USER, "--password-file", password,
        "--sign-ins", str(count), "--at-once", str(at_once), "--warm-up", "5", "--fresh-connections",
        "--hosts", str(os.cpu_count()), "--page-host", os.path.join(options.products, "web-agent-page-host"), *arguments,
    ]))


def through_simplesamlphp(options, folder):
    """The same client and the same sandbox, with SimpleSAMLphp in the place of its identity provider."""
    with SimpleSAMLphp(2 * os.cpu_count()) as provider:
        connections = Connections(None, {})
        _, metadata = Visitor(connections).visit(provider.origin + "/saml2/idp/metadata.php")
        connections.close()
        trusted, own = os.path.join(folder, "idp.xml"), os.path.join(folder, "sp.xml")
        with open(trusted, "w") as file:
            file.write(metadata)
        environment = dict(os.environ, XDG_CONFIG_HOME=folder, XDG_STATE_HOME=folder)
        command = [
            os.path.join(options.products, "finessectl"), "sandbox", "--json", "--idp-metadata", trusted,
            "--service-provider-metadata", own,
        ]
        with Program(command, environment) as sandbox:
            text = ""
            while True:
                text += sandbox.line()
                try:
                    facts = json.loads(text)
                    break
                except ValueError:
                    continue
            file_of_facts, password = os.path.join(folder, "federated.json"), os.path.join(folder, "federated-password")
            with open(file_of_facts, "w") as file:
                json.dump(facts, file)
            with open(password, "w") as file:
                file.write(os.environ["IDP_PASSWORD"] + "\n")
            importer = os.path.join(options.providers, "simplesamlphp", "import-service-provider.php")
            remote = run(["php", importer, own], provider.environment)
            with open(os.path.join(os.environ["IDP_FOLDER"], "metadata", "saml20-sp-remote.php"), "w") as file:
                file.write(remote)
            report = walk(
                options, file_of_facts, password, max(20, options.sign_ins // 8), 2 * os.cpu_count(), "--flow", "whole",
                "--password-over-http", provider.origin,
            )
            return {"perSecond": report["signIns"] / report["totalSeconds"]}


def reads(options):
    """GET User in a second over kept connections, beside the server library's empty handler."""
    result = {}
    with Sandbox(options.products, "--set", "checksCookies=false", "--set", "tokens.accessLifetime=1h") as sandbox:
        connections = Connections(sandbox.authority, sandbox.places)
        token = json.loads(Visitor(connections).sign_in(sandbox.start(), USER + "@finesse.com", PASSWORD))["token"]
        connections.close()
        address, port, host = sandbox.place()
        url = "https://%s:%d/finesse/api/User/98411" % (address, port)
        headers = [("Host", host), ("Authorization", "Bearer " + token)]
        with Program([os.path.join(options.benchmarks, "empty-server"), options.certificate, options.key]) as empty:
            plain = "https://127.0.0.1:%d/" % int(empty.line())
            rounds = []
            for _ in range(3):
                rounds.append({
                    "ours": load.wrk(url, options.seconds, 16, headers)["rate"],
                    "empty": load.wrk(plain, options.seconds, 16)["rate"],
                })
            result = medians(rounds)
    return result


def agents(options):
    """Many agents signed in: memory, and how long a GET User takes idle and while others ask."""
    with tempfile.TemporaryDirectory() as folder:
        configuration = os.path.join(folder, "agents.yaml")
        with open(configuration, "w") as file:
            # The same pairs are refreshed over and over, and all live as long as the measuring takes.
            file.write("checksCookies: false\ntokens: {accessLifetime: 2h, refreshLifetime: 24h}\n")
            file.write("desktop: {refreshInvalidatesOldPair: false}\nusers:\n")
            for number in range(options.agents):
                file.write('- {loginName: agent%d, loginId: "%d", password: "Decepticon-%d"}\n' % (
                    number, 200000 + number, number))
        with Sandbox(options.products, "--config", configuration) as sandbox:
            empty = sandbox.memory()
            facts = os.path.join(folder, "facts.json")
            with open(facts, "w") as file:
                json.dump({
                    "authority": sandbox.authority, "finesse": sandbox.facts["finesse"],
                    "places": [[*key, *value] for key, value in sandbox.places.items()],
                }, file)
            began, before = time.monotonic(), sandbox.cpu()
            children = os.cpu_count()
            signed = everywhere(options, facts, "sign-in", children)
            seconds, cpu = time.monotonic() - began, sandbox.cpu() - before
            full = sandbox.memory()
            idle = everywhere(options, facts, "idle", 1, signed)[0]
            loaded = everywhere(options, facts, "loaded", 1, signed)[0]
            return {
                "agents": options.agents, "megabytesBefore": empty, "megabytes": full, "seconds": seconds,
                "sandboxMillisecondsEach": cpu * 1000 / options.agents, "idle": idle, "loaded": loaded,
                "megabytesAfterLoad": sandbox.memory(),
            }


def everywhere(options, facts, what, children, signed=()):
    """Runs agents.py in some processes at once; the JSON that each prints."""
    processes = [
        subprocess.Popen(
            [options.python, os.path.join(HERE, "agents.py"), facts, what, str(number), str(children), str(options.agents)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for number in range(children)
    ]
    results = []
    for process in processes:
        # All the children work while the first is waited for: each has read its input before it begins.
        process.stdin.write(json.dumps(list(signed)) + "\n")
        process.stdin.close()
    for process in processes:
        results.append(json.loads(process.stdout.read()))
        if process.wait() != 0:
            raise RuntimeError("agents.py %s failed" % what)
    return results


def medians(rounds):
    return {key: statistics.median(round[key] for round in rounds) for key in rounds[0]}
