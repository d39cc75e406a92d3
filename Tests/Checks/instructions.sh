#!/usr/bin/env bash
# Counts the instructions of two everyday commands under valgrind, which repeat on a noisy machine as times do not, and fails
# when one costs more than a tenth over the stored figure. RECORD=1 stores what was found.
#
#   Tests/Checks/instructions.sh BINARY
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
binary=${1:?usage: instructions.sh BINARY}
stored=$here/instructions.txt
if ! command -v valgrind >/dev/null || [ "$(uname -sm)" != "Linux x86_64" ]; then
    echo "instructions: not counted, since valgrind on x86_64 Linux is not here"
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8

# One summary, without stages; and a Word template with 20 fields that 200 rows fill.
cc -O2 -o "$work/bench" "$here/../../Benchmarks/bench.c"
"$work/bench" draft 16 >"$work/one.txt"
printf 'version: 1\nstages: []\n' >"$work/none.yaml"
{
    echo '县区2024年工作总结'
    for field in $(seq 20); do echo "一年来，各项工作扎实推进，第${field}项完成{{f$field}}件，群众满意。"; done
} >"$work/template.txt"
"$binary" render "$work/template.txt" --config "$work/none.yaml" -o "$work/template.docx" --quiet
for row in $(seq 200); do
    printf '{'
    for field in $(seq 20); do printf '"f%d":"第%d行的第%d项数据",' "$field" "$row" "$field"; done
    printf '"n":%d}\n' "$row"
done >"$work/rows.ndjson"

count() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null | sed -n 's/.*Collected : *//p'
}
failed=0
while read -r name limit; do
    case $name in
    one) found=$(count "$binary" render "$work/one.txt" --config "$work/none.yaml" -o "$work/one.docx" --quiet) ;;
    many) found=$(count "$binary" merge "$work/template.docx" --rows "$work/rows.ndjson" -o "$work/out/{row}.docx" --jobs 1 --quiet) ;;
    *) continue ;;
    esac
    echo "instructions: $name $found, stored $limit"
    if [ "${RECORD:-}" = 1 ]; then
        sed -i "s/^$name .*/$name $found/" "$stored"
    elif [ "$found" -gt $((limit + limit / 10)) ]; then
        echo "instructions: $name costs more than a tenth over the stored figure; find out why, or RECORD=1" >&2
        failed=1
    fi
done <"$stored"
[ "$(ls "$work/out" | wc -l)" -eq 200 ] || { echo "instructions: the rows gave not 200 documents" >&2; failed=1; }
exit $failed
