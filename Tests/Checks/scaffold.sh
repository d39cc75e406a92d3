#!/usr/bin/env bash
# Tries `new-stage` and `new-rule` as a newcomer would: writes a stage and two rules into this checkout, builds and tests
# it, builds and tests a stage in a package of its own, and takes everything back. Usage: Tests/Checks/scaffold.sh [FOLDER],
# where FOLDER is the checkout; by default the one that this file is in.
set -euo pipefail
cd "${1:-$(dirname "${BASH_SOURCE[0]}")/../..}"

stage=scaffold-sample
type=ScaffoldSample
rules=(scaffold-echo:proofreading:ScaffoldEcho scaffold-tilde:punctuation:ScaffoldTilde)

fail() {
    printf 'scaffold: %s\n' "$*" >&2
    exit 1
}

[ -z "$(git status --porcelain)" ] || fail "the checkout has changes; commit them first"

changed=(
    Package.swift Sources/Qinggao/StandardCatalogs.swift Documentation/Architecture.md Documentation/Stages.md
    Documentation/Stages.zh-CN.md Plugins/Proofreading/ProofreadingStage.swift Plugins/Punctuation/PunctuationRule.swift
)
written=(
    "Plugins/$type" "Tests/${type}Tests"
    Plugins/Proofreading/Rules/ScaffoldEcho.swift Tests/ProofreadingTests/ScaffoldEchoTests.swift
    Plugins/Punctuation/Rules/ScaffoldTilde.swift Tests/PunctuationTests/ScaffoldTildeTests.swift
)
outside=$(mktemp -d)
undo() {
    git checkout --quiet -- "${changed[@]}"
    git clean --quiet --force -d -- "${written[@]}"
    rm -rf "$outside"
}
trap undo EXIT
trap 'exit 130' INT TERM

swift build --product qinggao
qinggao() { "$(swift build --show-bin-path)/qinggao" "$@"; }

# A package of its own.
qinggao new-stage "$stage" --package --in "$outside"
cp .swift-format "$outside/$stage/"
swift format lint --strict --recursive "$outside/$stage"
swift build --package-path "$outside/$stage" --build-tests
swift test --package-path "$outside/$stage" --skip-build
"$(swift build --package-path "$outside/$stage" --show-bin-path)/qinggao-$stage" stages "$stage" --lang zh
printf '镇图书室2024年工作总结\n一年来，图书室面貌一新！！！\n' >"$outside/draft.txt"
printf 'version: 1\nstages: [%s]\n' "$stage" >"$outside/pipeline.yaml"
"$(swift build --package-path "$outside/$stage" --show-bin-path)/qinggao-$stage" render "$outside/draft.txt" \
    --config "$outside/pipeline.yaml" --to txt -o - --quiet | grep -q '面貌一新！$' ||
    fail "the command of the package does not run its stage"

# In the checkout.
qinggao new-stage "$stage"
for rule in "${rules[@]}"; do
    IFS=: read -r name of _ <<<"$rule"
    qinggao new-rule "$name" --stage "$of"
done
! qinggao new-stage "$stage" 2>/dev/null || fail "the stage was written twice"

# Nothing but what is taken back below.
while read -r _ path; do
    case " ${changed[*]} ${written[*]} " in
        *" ${path%/} "*) ;;
        *) fail "$path was written, and is not taken back" ;;
    esac
done < <(git status --porcelain)

swift format lint --strict --recursive "${written[@]}" Package.swift Sources/Qinggao Plugins/Proofreading Plugins/Punctuation
swift build --build-tests
swift test --skip-build --filter "${type}Tests|ScaffoldEcho|ScaffoldTilde|RepositoryTests|TranscriptTests|StageConformanceTests|ScreenTests"
qinggao stages "$stage" >/dev/null
printf 'scaffold: passed\n'
