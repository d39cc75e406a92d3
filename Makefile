# Qinggao. `make run` renders the example; `make test` runs every test; both install missing system libraries first.

PREFIX ?= $(HOME)/.local
SWIFT ?= swift
SOURCES = Package.swift Sources Plugins Styles Snippets Tests Benchmarks Fuzzing/Package.swift Fuzzing/Sources

# One binary that starts fast: on Linux the Swift runtime is a part of it, and so are those C libraries of which the system
# has archives. lld, which comes with Swift, takes them in any order. Its code stands at fixed addresses, so that no page of
# tables is written at the start, and no library is looked for beside it. On macOS all of this is part of the system.
ARCHIVES = $(CURDIR)/.build/archives
LINKED = --static-swift-stdlib --disable-local-rpath -Xswiftc -use-ld=lld -Xswiftc -Xclang-linker -Xswiftc -no-pie
# Types are made by calls instead of by their names: for each name the runtime goes through all conformances there are.
TYPED = -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
STATIC = $(if $(filter Darwin,$(shell uname -s)),,$(LINKED) $(TYPED) --pkg-config-path "$(ARCHIVES)")
RELEASE = -c release --product qinggao $(STATIC)
BINARY = $$($(SWIFT) build $(RELEASE) --show-bin-path)/qinggao

.PHONY: run test build binary bench docs fuzz lint format install clean setup

run: build
	@"$(BINARY)" render Examples/draft.txt --config Examples/pipeline.yaml -o Examples/out/

test: setup
	$(SWIFT) test

build: setup
	@$(if $(STATIC),Scripts/archives.sh "$(ARCHIVES)")
	$(SWIFT) build $(RELEASE)

# Prints where the release binary is.
binary:
	@echo "$(BINARY)"

bench: build
	@Benchmarks/run "$(BINARY)"

# A web site of the modules and articles in .build/docs; runs the examples of the articles.
docs: setup
	@Scripts/docs.sh

# Breaks files at random and reads them: Fuzzing/README.md.
fuzz: setup
	$(SWIFT) run -c release --package-path Fuzzing Fuzz . "$(or $(MINUTES),10)" "$(or $(SEED),1)"

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
