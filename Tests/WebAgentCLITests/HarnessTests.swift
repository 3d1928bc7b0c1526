import Foundation
import HTTPTransport
import HTTPTransportTesting
import Testing

@testable import WebAgentCLI

/// The way in for test suites of others: a page that loads a harness, runs its tests and reports.
@Suite("A page that tests itself", .timeLimit(.minutes(5)))
struct HarnessTests {
    /// A harness small enough to read, over the interfaces that the one of web-platform-tests uses.
    private static let harness = """
        (function (scope) {
          const tests = [], callbacks = [];
          let loaded = false, waits = false, finished = false, chain = Promise.resolve(), limit = 10000;
          const environment = 'document' in scope ? 'window' : 'unknown';
          for (const meta of document.getElementsByTagName('meta'))
            if (meta.name === 'timeout' && meta.content === 'long') limit = 60000;
          for (let w = self; w !== w.parent; w = w.parent) throw new Error('in a frame');
          if (window.opener) throw new Error('opened by another');
          class AssertionError extends Error {}
          function finish() {
            if (finished || !loaded || waits || tests.some(test => test.status === null)) return;
            finished = true;
            const log = document.createElementNS('http://www.w3.org/1999/xhtml', 'div');
            log.id = 'log';
            log.innerHTML = '<table>' + tests.map(test => '<tr><td>' + test.name).join('') + '</table>';
            document.body.appendChild(log);
            for (const callback of callbacks) callback(tests, {status: 0});
            if (typeof scope.postMessage === 'function') postMessage({type: 'complete'}, '*');
          }
          class Test {
            constructor(name) { this.name = name; this.status = null; this.cleanups = []; tests.push(this); }
            step(body, ...values) {
              if (this.status !== null) return;
              try { return body.apply(this, values); } catch (error) { this.end(1, String(error.message)); }
            }
            step_func(body) { return (...values) => this.step(body, ...values); }
            step_func_done(body) { return (...values) => { this.step(body, ...values); this.done(); }; }
            step_timeout(body, time) { return setTimeout(this.step_func(body), time); }
            add_cleanup(body) { this.cleanups.push(body); }
            end(status, message = null) {
              if (this.status !== null) return;
              this.status = status;
              this.message = message;
              for (const body of this.cleanups) body();
              finish();
            }
            done() { this.end(0); }
          }
          Object.assign(scope, {
            environment,
            setup(body, properties = {}) { if (properties.explicit_done) waits = true; body(); },
            done() { waits = false; finish(); },
            test(body, name) { const test = new Test(name); test.step(body, test); test.done(); },
            async_test(body, name) { const test = new Test(name); test.step(body, test); return test; },
            promise_test(body, name) {
              const test = new Test(name);
              chain = chain.then(() => test.step(body, test)).then(() => test.done(),
                error => test.end(1, error instanceof AssertionError ? error.message : 'rejected: ' + error));
            },
            assert_equals(actual, expected) {
              if (!Object.is(actual, expected)) throw new AssertionError(`expected ${expected} but got ${actual}`);
            },
            add_completion_callback(callback) { callbacks.push(callback); },
          });
          addEventListener('error', event => { new Test('error: ' + event.message).end(1, event.message); }, false);
          addEventListener('unhandledrejection', event => { new Test('rejection').end(1, String(event.reason)); }, false);
          addEventListener('load', () => { loaded = true; finish(); }, false);
          setTimeout(() => { for (const test of tests) test.end(2, 'timed out'); }, limit);
        })(this);
        """

    /// What it tests; the same page serves the harness of web-platform-tests, which has these functions too.
    private static let page = """
        <!DOCTYPE html><meta name=timeout content=long><title>Tests</title><script src=/resources/testharness.js></script>
        <body><script>
        const seen = [];
        addEventListener('message', event => seen.push(event.data.type));
        add_completion_callback((tests, status) => {
          window.__results = {harness: status.status, tests: tests.map(test => [test.name, test.status])};
          window.__done = true;
          fetch('/report', {method: 'POST', body: JSON.stringify(window.__results)});
        });
        let prepared = 0, cleaned = 0;
        setup(() => { prepared = 1; }, {explicit_done: true});
        test(() => assert_equals(prepared, 1), 'setup');
        test(() => assert_equals(1, 2), 'a failure');
        test(() => {
          assert_equals(self.constructor.name, 'Window');
          assert_equals(Object.prototype.toString.call(self), '[object Window]');
          assert_equals(new URLSearchParams('a=1').get('a'), '1');
        }, 'the window');
        test(test => test.add_cleanup(() => { cleaned += 1; }), 'cleans up');
        test(() => assert_equals(cleaned, 1), 'was cleaned up');
        async_test(test => {
          const start = performance.now();
          test.step_timeout(() => { assert_equals(performance.now() - start >= 1999, true); test.done(); }, 2000);
        }, 'a timer');
        async_test(test => setTimeout(test.step_func_done(() => {}), 7000), 'a long timer');
        promise_test(async () => assert_equals((await (await fetch('/data.json')).json()).n, 1), 'fetch');
        promise_test(async () => {
          const controller = new AbortController();
          controller.abort();
          const name = await fetch('/data.json', {signal: controller.signal}).then(() => 'none', error => error.name);
          assert_equals(name, 'AbortError');
        }, 'a fetch given up');
        promise_test(() => Promise.resolve().then(() => assert_equals(1, 2)), 'a late failure');
        setTimeout(done, 500);
        </script>
        """

    private static let expected = """
        {"harness":0,"tests":[["setup",0],["a failure",1],["the window",0],["cleans up",0],["was cleaned up",0],\
        ["a timer",0],["a long timer",0],["fetch",0],["a fetch given up",0],["a late failure",1]]}
        """

    /// Runs the page with a harness, and expects its report in the value and at the server.
    private func run(harness: String) async throws {
        let test = try TestContext([
            "GET http://127.0.0.1:8000/test.html": .html(Self.page),
            "GET http://127.0.0.1:8000/resources/testharness.js": .text("text/javascript", harness),
            "GET http://127.0.0.1:8000/data.json": .text("application/json", "{\"n\":1}"),
            "POST http://127.0.0.1:8000/report": HTTPResponse(status: 204),
        ])
        let status = await test.open(
            "http://127.0.0.1:8000/test.html",
            "--wait",
            "window.__done",
            "--eval",
            "window.__results"
        )
        #expect(status == .success)
        #expect(test.takeOutput().last == "  " + Self.expected)
        let reports = test.transport.requests.compactMap(\.body).map { String(decoding: $0, as: UTF8.self) }
        #expect(reports == [Self.expected])
    }

    @Test("reports through --wait and --eval, and to its server")
    func ownHarness() async throws {
        try await run(harness: Self.harness)
    }

    @Test(
        "does so with the harness of web-platform-tests, which TESTHARNESS_JS names",
        .enabled("TESTHARNESS_JS names no file") { ProcessInfo.processInfo.environment["TESTHARNESS_JS"] != nil }
    )
    func foreignHarness() async throws {
        let path = try #require(ProcessInfo.processInfo.environment["TESTHARNESS_JS"])
        try await run(harness: try String(contentsOfFile: path, encoding: .utf8))
    }
}
