#!/usr/bin/env bash
# Makes the documentation of the modules that people use, as a web site in .build/docs, with warnings as errors, and runs
# the examples of its articles. The plugin of Swift for this is fetched once; who uses the package never fetches it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

catalog=Sources/Qinggao/Qinggao.docc
modules=(SummaryModel ReadKit StageKit RenderKit Qinggao StageTesting ReaderTesting RendererTesting)

fail() {
    printf 'docs: %s\n' "$*" >&2
    exit 1
}

swift build
binaries=$(swift build --show-bin-path)
for snippet in Snippets/*.swift; do
    name=$(basename "$snippet" .swift)
    [ -f "$catalog/$name.md" ] || fail "there is no article $catalog/$name.md for $snippet"
    wanted=$(awk '/^The example prints:$/ { found = 1 } found && /^```/ { inside++; next } inside == 1' "$catalog/$name.md")
    found=$("$binaries/$name") || fail "$snippet ends with an error"
    diff <(printf '%s\n' "$wanted") <(printf '%s\n' "$found") || fail "$snippet prints something else than its article says"
    printf 'docs: %s prints what its article says\n' "$name"
done

# The plugin is a dependency only while this runs, and leaves no trace in what is committed.
resolved=$(mktemp)
cp Package.resolved "$resolved"
trap 'cmp -s "$resolved" Package.resolved || cp "$resolved" Package.resolved; rm -f "$resolved"' EXIT
QINGGAO_DOCC=1 swift package resolve ||
    fail "swift-docc-plugin could not be fetched; the first time, this needs the network"
rm -rf .build/docs
QINGGAO_DOCC=1 swift package --allow-writing-to-directory .build/docs generate-documentation \
    "${modules[@]/#/--target=}" --enable-experimental-combined-documentation --warnings-as-errors \
    --transform-for-static-hosting --output-path .build/docs
printf 'docs: serve .build/docs and open /documentation/qinggao\n'
