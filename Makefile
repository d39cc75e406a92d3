# Qinggao. `make run` renders the example; `make test` runs every test; both install missing system libraries first.

PREFIX ?= $(HOME)/.local
SWIFT ?= swift
SOURCES = Package.swift Sources Plugins Styles Tests Benchmarks

# One binary that needs only the system libraries named in the README. On macOS the Swift runtime is part of the system.
STATIC = $(if $(filter Darwin,$(shell uname -s)),,--static-swift-stdlib)
RELEASE = -c release --product qinggao $(STATIC)
BINARY = $$($(SWIFT) build $(RELEASE) --show-bin-path)/qinggao

.PHONY: run test build bench lint format install clean setup

run: build
	@"$(BINARY)" render Examples/draft.txt --config Examples/pipeline.yaml -o Examples/out/

test: setup
	$(SWIFT) test

build: setup
	$(SWIFT) build $(RELEASE)

bench: build
	@Benchmarks/run "$(BINARY)"

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

format:
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

install: build
	@mkdir -p "$(PREFIX)/bin"
	@install -s -m 755 "$(BINARY)" "$(PREFIX)/bin/qinggao"
	@echo "installed $(PREFIX)/bin/qinggao"

clean:
	$(SWIFT) package clean
	rm -rf Examples/out

setup:
	@Scripts/setup.sh
