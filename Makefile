# The only entry point, for people and for CI. `make` alone explains the targets.

SHELL := /bin/bash
.DEFAULT_GOAL := help

# A helper that crashes must not hold a pipe open for minutes while the backtracer runs.
export SWIFT_BACKTRACE := enable=no

# Pages shown in the tests' own process run as in a page host: without executable memory.
export JSC_useJIT := 0

# The same flags for every debug command, so that there is one debug build.
SWIFT_FLAGS := --explicit-target-dependency-import-check error
# Not all tests at once: a test's time would be that of the whole run, and what waits for an answer would wait too long.
TEST_FLAGS := --experimental-maximum-parallelization-width 4
SOURCES := Sources Tests Fuzzing/Sources Fuzzing/Package.swift Package.swift
CONFORMANCE_DATA ?= ../shared/conformance

.PHONY: help packages build demo test test-release test-thread-sanitizer test-address-sanitizer test-idp conformance
.PHONY: finesse-sandbox test-console test-control-api test-finesse-sandbox
.PHONY: torture differential fuzz fuzz-proof lint format docs dom man openapi coverage bench bench-peers bench-sign-in bench-sandbox bench-rest

help: ## Explains the targets.
	@echo "FinesseKit: sign a program in to Cisco Finesse in SSO mode"
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-22s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

packages:
	@scripts/require-system-packages

build: packages ## Builds everything, for debugging.
	swift build $(SWIFT_FLAGS) --build-tests

demo: packages ## Signs an agent in on the embedded sandbox and shows each step (ARGS="--pause" to step through).
	@swift build $(SWIFT_FLAGS) --product web-agent-page-host
	@swift build $(SWIFT_FLAGS) --product finessectl
	@"$$(swift build $(SWIFT_FLAGS) --show-bin-path)/finessectl" demo $(ARGS)

test: ## Runs every test (ARGS="--filter NAME" for some).
	@scripts/require-system-packages --with-tests
	swift test $(SWIFT_FLAGS) $(TEST_FLAGS) $(ARGS)

test-release: ## Runs every test on an optimised build.
	@scripts/require-system-packages --with-tests
	swift test -c release -Xswiftc -enable-testing $(SWIFT_FLAGS) $(TEST_FLAGS) $(ARGS)

test-thread-sanitizer: ## Runs every test under the thread sanitizer (ARGS="--filter NAME" for some).
	@scripts/require-system-packages --with-tests
	scripts/test-sanitizer thread $(ARGS)

test-address-sanitizer: ## Runs every test under the address sanitizer (ARGS="--filter NAME" for some).
	@scripts/require-system-packages --with-tests
	scripts/test-sanitizer address $(ARGS)

test-idp: packages ## Signs in through other people's identity providers; their libraries judge the sandbox's SAML.
	scripts/require-system-packages --with-identity-providers
	scripts/test-identity-providers

# In a folder of its own: the Swift runtime linked in is another set of flags for every package.
STATIC_FLAGS := -c release --static-swift-stdlib --scratch-path .build/static $(SWIFT_FLAGS)

finesse-sandbox: packages ## Builds the sandbox as one program, the Swift runtime in it, for tests in any language.
	swift build $(STATIC_FLAGS) --product finesse-sandbox
	@strip -o .build/finesse-sandbox "$$(swift build $(STATIC_FLAGS) --show-bin-path)/finesse-sandbox"
	@scripts/check-linked-libraries .build/finesse-sandbox

test-control-api: packages ## Sends the sandbox's control API what nobody would, and runs the example of a test in Python.
	scripts/require-system-packages --with-identity-providers
	scripts/test-control-api
	scripts/test-sandbox-example

test-console: packages ## Uses the sandbox's console in Chromium; its pictures are left in .build/console.
	scripts/require-system-packages --with-browser --with-python
	scripts/test-console

test-finesse-sandbox: finesse-sandbox ## Runs that program where there is no Swift.
	@scripts/require-system-packages --with-bare-system
	scripts/test-finesse-sandbox .build/finesse-sandbox

torture: ## Whole shifts, crashes, many processes at once and agents at random, for a quarter of an hour (SEED=NUMBER begins at other seeds).
	@scripts/require-system-packages --with-tests
	FINESSE_TORTURE=1 FINESSE_TORTURE_SEED="$(SEED)" CRASH_DRILL_SECOND_LOSSES=64 timeout --foreground 3600 \
		swift test $(SWIFT_FLAGS) $(TEST_FLAGS) --filter 'WholeShift|ManyKeepers|CrashDrill|FaultSchedule|ModelTests' $(ARGS)

conformance: packages ## Runs the standards' own test vectors (CONFORMANCE_DATA names their folder).
	swift build -c release --product conformance $(SWIFT_FLAGS)
	scripts/run-conformance "$(CONFORMANCE_DATA)"

differential: packages ## Compares what pages do here and in Debian's Chromium (ARGS="--only 'given/*'" for some).
	scripts/require-system-packages --with-browser
	scripts/differential "$(CONFORMANCE_DATA)" $(ARGS)

fuzz: packages ## Runs the fuzzers (TARGET="url xml" for some, TIME=SECONDS and RUNS=COUNT for each).
	TIME="$(TIME)" RUNS="$(RUNS)" scripts/fuzz $(TARGET)

fuzz-proof: packages ## Shows that each fuzzer finds the crash that is planted in it.
	TIME="$(TIME)" RUNS="$(RUNS)" scripts/fuzz --proof $(TARGET)

lint: ## Checks style and documentation comments; changes nothing.
	swift format lint --strict --recursive --parallel $(SOURCES)

format: ## Lays the sources out in the house style.
	swift format --in-place --recursive --parallel $(SOURCES)

docs: packages ## Builds the documentation; a broken link is an error.
	scripts/build-documentation

dom: packages ## Writes docs/dom.md from the bindings.
	WRITE_DOM_DOCUMENTATION=1 swift test $(SWIFT_FLAGS) --filter DocumentationTests

man: packages ## Writes docs/man/finessectl.1 from the commands.
	WRITE_MAN_PAGE=1 swift test $(SWIFT_FLAGS) --filter ManPageTests

openapi: packages ## Writes docs/sandbox-control.openapi.json from the routes of the sandbox's control.
	WRITE_OPENAPI=1 swift test $(SWIFT_FLAGS) --filter ControlRouteTests

coverage: packages ## Writes docs/coverage.md from the client's calls, the sandbox's routes and the tests.
	WRITE_COVERAGE=1 swift test $(SWIFT_FLAGS) --filter CoverageTableTests

bench: packages ## Measures the cost of the pieces.
	cd Benchmarks && swift package benchmark --target Pieces

bench-peers: ## Measures the pieces beside what others have (a table for docs/performance.md).
	@scripts/require-system-packages --with-benchmark-peers
	scripts/compare-pieces $(ARGS)

bench-sign-in: packages ## Measures whole sign-ins beside browsers and libraries (a table for docs/performance.md).
	scripts/require-system-packages --with-browser --with-benchmark-peers --with-sign-in-peers
	scripts/bench-sign-in $(ARGS)

bench-sandbox: packages ## Measures the sandbox beside SimpleSAMLphp, Node and OpenSSL (a table for docs/performance.md).
	scripts/require-system-packages --with-benchmark-peers --with-identity-providers --with-load
	scripts/bench-sandbox $(ARGS)

bench-rest: packages ## Measures the Finesse client beside libxml2, xmltodict and wrk (a table for docs/performance.md).
	scripts/require-system-packages --with-python --with-load
	scripts/bench-rest $(ARGS)
