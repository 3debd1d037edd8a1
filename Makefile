# Everything a person does with this repository. `make` alone explains itself.
#
# Variables are given on the command line, for example `make run PROXY_PORT=8090`; README.md lists them.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run stop up down logs build test verify-pdf samples-pdf fuzz-pdf verify-cron fuzz-cron verify-flags fuzz-flags bench \
	bench-pdf bench-cron bench-flags lint format doctor clean

PRODUCTS := documint cronping flagbit webhookvault
SWIFT_SOURCES := Package.swift Services Shared Tests
SCRIPTS := .ci/run $(wildcard deploy/local/*) deploy/systemd/install deploy/systemd/suite

# Static standard library and no symbols: the binary needs no Swift on the machine it runs on, and stays small. Optimized across modules:
# the generic code of SwiftNIO and of our rooms is made for the types it is used with, which saves an eighth of the time of a request.
RELEASE := -c release --static-swift-stdlib -Xlinker -s -Xswiftc -cross-module-optimization

# Says that the clients and validators for the tests, which nobody here wrote, are installed at the versions that these files name.
PYTHON := .run/python/installed
PYTHON_PACKAGES := Tests/EndToEnd/requirements.txt Tests/VerifyPDF/requirements.txt Tests/VerifyCron/requirements.txt \
	Tests/VerifyFlags/requirements.txt

# Tests at a time. They start services, some are about time limits, and the machine may have two cores.
TEST_WIDTH ?= 2

# Cases of each kind that `make fuzz-pdf` tries.
FUZZ_ROUNDS ?= 200000

# Cases of each kind that `make verify-cron` and `make verify-flags` compare, and how long `make fuzz-cron` and `make fuzz-flags` try others.
VERIFY_COUNT ?= 20000
FUZZ_SECONDS ?= 600

help:
	@echo 'Targets:'
	@sed -nE 's/^([a-z-]+):.*## (.*)/\1 \2/p' $(firstword $(MAKEFILE_LIST)) \
		| while read -r target text; do printf '  make %-11s %s\n' "$$target" "$$text"; done

run: ## Build and start the four services and Caddy, print where they are; Ctrl-C stops
	@deploy/local/run

stop: ## Stop what `make run` started in another terminal
	@deploy/local/stop

up: ## Build the images and start the suite in containers; deploy/README.md says how for production
	@deploy/local/compose up -d $(if $(filter no,$(BUILD)),,--build)

down: ## Stop and remove the containers; the data stays
	@deploy/local/compose down

logs: ## Follow the logs of the containers
	@deploy/local/compose logs --follow --tail 100

build: ## Build the four release executables into .build/release
	@deploy/local/requirements build
	@for product in $(PRODUCTS); do swift build $(RELEASE) --product $$product || exit; done

test: ## Install what is missing, lint, build, run every test
	@deploy/local/requirements build run test
	@$(MAKE) --no-print-directory $(PYTHON) lint build
	@for product in schedule-lines flag-lines; do swift build $(RELEASE) --product $$product || exit; done
	@swift build --build-tests
	@# What failed once more at the end: a log that was cut to its last lines still says it.
	@mkdir -p .run; set -o pipefail; \
		SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=$(TEST_WIDTH) swift test --skip-build 2>&1 | tee .run/test.log \
		|| { status=$$?; echo; grep -A 3 'recorded an issue' .run/test.log | tail -n 40; exit $$status; }

$(PYTHON): $(PYTHON_PACKAGES)
	@python3 -m venv --clear .run/python
	@.run/python/bin/python -m pip install --quiet --disable-pip-version-check $(PYTHON_PACKAGES:%=--requirement %)
	@touch $@

verify-pdf: ## Have invoices of every kind judged by programs that nobody here wrote: minutes, more than `make test` does
	@deploy/local/requirements build run test verify
	@$(MAKE) --no-print-directory $(PYTHON) build
	@.run/python/bin/python Tests/VerifyPDF/locales.py
	@.run/python/bin/python Tests/VerifyPDF/amounts.py --count 20000
	@.run/python/bin/python Tests/VerifyPDF/verify.py
	@swift build --build-tests && CODES_FILE=.run/codes.json swift test --skip-build --filter CodesFileTests
	@.run/python/bin/python Tests/VerifyPDF/codes.py .run/codes.json

samples-pdf: ## Draw docs/samples again
	@deploy/local/requirements build run test
	@$(MAKE) --no-print-directory $(PYTHON) build
	@.run/python/bin/python Tests/VerifyPDF/samples.py

fuzz-pdf: ## Try requests, pictures, PDFs and XML that nobody would write, for some ten minutes
	@deploy/local/requirements build run test
	@swift build --build-tests
	@FUZZ_ROUNDS=$(FUZZ_ROUNDS) swift test --skip-build --filter Fuzz

verify-cron: ## Compare schedules with programs that nobody here wrote: minutes, more than `make test` does
	@deploy/local/requirements build test
	@$(MAKE) --no-print-directory $(PYTHON)
	@swift build $(RELEASE) --product schedule-lines
	@for script in times calendar_events descriptions truth; do \
		.run/python/bin/python Tests/VerifyCron/$$script.py --count $(VERIFY_COUNT) || exit; \
	done

fuzz-cron: ## Try schedules that nobody would write, for ten minutes
	@deploy/local/requirements build test
	@$(MAKE) --no-print-directory $(PYTHON)
	@swift build $(RELEASE) --product schedule-lines
	@.run/python/bin/python Tests/VerifyCron/fuzz.py --seconds $(FUZZ_SECONDS)

verify-flags: ## Compare flags with programs that nobody here wrote, and have clients of OpenFeature use them: minutes
	@deploy/local/requirements build run test
	@$(MAKE) --no-print-directory $(PYTHON) build
	@swift build $(RELEASE) --product flag-lines
	@for script in model buckets versions networks times regexes; do \
		.run/python/bin/python Tests/VerifyFlags/$$script.py --count $(VERIFY_COUNT) || exit; \
	done
	@for script in growthbook clients ofrep streams; do .run/python/bin/python Tests/VerifyFlags/$$script.py || exit; done

fuzz-flags: ## Try flags and contexts that nobody would write, for ten minutes
	@deploy/local/requirements build test
	@$(MAKE) --no-print-directory $(PYTHON)
	@swift build $(RELEASE) --product flag-lines
	@.run/python/bin/python Tests/VerifyFlags/fuzz.py --seconds $(FUZZ_SECONDS)

bench: ## Measure the suite beside nginx and bare Hummingbird, print one table
	@deploy/local/requirements build bench
	@$(MAKE) --no-print-directory build
	@swift build $(RELEASE) --product benchmark-server
	@python3 Tests/Benchmarks/bench.py
	@echo; python3 Tests/Benchmarks/timing.py

bench-pdf: ## Measure invoices beside WeasyPrint, print two tables
	@deploy/local/requirements build run bench
	@$(MAKE) --no-print-directory $(PYTHON) build
	@swift build $(RELEASE) --product invoice-benchmark
	@.run/python/bin/python Tests/Benchmarks/pdf.py

bench-cron: ## Measure schedules beside cronsim and cron-descriptor, print two tables
	@deploy/local/requirements build bench
	@$(MAKE) --no-print-directory $(PYTHON)
	@swift build $(RELEASE) --product schedule-lines
	@.run/python/bin/python Tests/Benchmarks/cron.py

bench-flags: ## Measure flags beside nginx, with many flags and many open streams, print three tables
	@deploy/local/requirements build bench
	@$(MAKE) --no-print-directory build
	@swift build $(RELEASE) --product flag-lines
	@python3 Tests/Benchmarks/flags.py

lint: ## Check the format of the Swift code, the scripts and the Caddyfile
	@swift format lint --strict --recursive --parallel $(SWIFT_SOURCES)
	@for script in $(SCRIPTS); do bash -n $$script || exit; done
	@! command -v shellcheck >/dev/null || shellcheck $(SCRIPTS)
	@! command -v caddy >/dev/null || caddy validate --config deploy/Caddyfile --adapter caddyfile 2>/dev/null >&2 \
		|| caddy validate --config deploy/Caddyfile --adapter caddyfile

format: ## Format the Swift code in place
	@swift format format --in-place --recursive --parallel $(SWIFT_SOURCES)

doctor: build ## Check the database file of each product (stop the suite first)
	@status=0; for product in $(PRODUCTS); do \
		echo "== $$product"; DATABASE_PATH=$${DATA_DIR:-./data}/$$product/app.db .build/release/$$product doctor || status=1; \
	done; exit $$status

clean: ## Delete what was built and the logs; data/ is kept
	@rm -rf .build .run
