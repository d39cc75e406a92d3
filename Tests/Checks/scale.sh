#!/usr/bin/env bash
# Runs the commands of Documentation/Scale.md, as they stand there, and looks at what they make.
#
#   Tests/Checks/scale.sh BINARY
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
binary=${1:?usage: scale.sh BINARY}
binary=$(cd "$(dirname "$binary")" && pwd)/$(basename "$binary")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$binary" "$work/bin/qinggao"
export PATH="$work/bin:$PATH" LC_ALL=C.UTF-8
cd "$work"

# The boxes marked `sh`, one after the other; each is a file of its own.
awk '/^```/ { if (inside) { inside = 0 } else if ($0 == "```sh") { inside = 1; number++ } next }
     inside { print > sprintf("%02d.sh", number) }' "$here/../../Documentation/Scale.md"
for box in [0-9]*.sh; do
    if grep -q '^parallel' "$box" && ! command -v parallel >/dev/null; then
        echo "scale: $box is not run: GNU parallel is not installed"
        continue
    fi
    bash -euo pipefail "$box" >"$box.out" 2>&1 || {
        echo "scale: $box failed:" >&2
        cat "$box" "$box.out" >&2
        exit 1
    }
done

same() {
    diff -r "$1" "$2" >/dev/null || { echo "scale: $1 and $2 differ" >&2; exit 1; }
}
count() {
    [ "$(find "$1" -type f | wc -l)" -eq "$2" ] || { echo "scale: $1 has not $2 files" >&2; exit 1; }
}
count out 400
count done 40
count some 11
count xargs-drafts 20
same out xargs
[ -s 汇编.docx ]
[ "$(grep -c '"status":"written"' out.json)" -eq 400 ]
if [ -d parallel ]; then
    same out parallel
    count lines 100
    [ "$(grep -c '"status":"written"' results.ndjson)" -eq 100 ]
    [ "$(sed 's/.*"id":\([0-9]*\).*/\1/' results.ndjson | tr '\n' ' ')" = "$(seq 100 | tr '\n' ' ')" ]
fi
# A cluster gives each part its number.
for index in 0 1; do
    JOB_COMPLETION_INDEX=$index qinggao merge 模板.txt --rows 数据.csv -o 'job/{单位}.docx' --shard job/2 --quiet
done
same out job
echo "scale: the commands of Documentation/Scale.md did what they should"
