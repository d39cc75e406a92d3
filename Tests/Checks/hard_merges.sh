#!/usr/bin/env bash
# Merges under hard conditions: killed half-way, a full disk, a folder that cannot be written to, many rows, large fields,
# names that lead elsewhere. Nothing may be lost, nothing may leave the folder, and the message says what happened.
#
#   Tests/Checks/hard_merges.sh BINARY
set -euo pipefail

binary=${1:?usage: hard_merges.sh BINARY}
binary=$(cd "$(dirname "$binary")" && pwd)/$(basename "$binary")
work=$(mktemp -d)
trap 'chmod -R u+w locked 2>/dev/null; rm -rf "$work"' EXIT
cd "$work"
export LC_ALL=C.UTF-8
merge() { "$binary" merge "$@" --lang en; }
fail() {
    echo "hard merges: $*" >&2
    exit 1
}
# Runs a merge that must end with this status and say this.
refused() {
    local status=$1 words=$2 found=0
    shift 2
    merge "$@" >said 2>&1 || found=$?
    [ "$found" -eq "$status" ] || fail "status $found instead of $status: $* ($(cat said))"
    grep -q -- "$words" said || fail "'$words' is not said: $* ($(cat said))"
}
whole() {
    for file in "$@"; do python3 -c 'import sys, zipfile; assert zipfile.ZipFile(sys.argv[1]).testzip() is None' "$file" ||
        fail "$file is not whole"; done
}

{
    echo '{{name}}2024年工作总结'
    echo '一年来，{{name}}共办理事项{{count}}件，群众反映良好。'
} >template.txt
printf 'version: 1\nstages: []\n' >none.yaml
"$binary" render template.txt --config none.yaml -o template.docx --quiet
# Waits until a merge in the background has made its first file.
begun() {
    for _ in $(seq 200); do
        [ -z "$(find "$1" -name '[0-9]*.docx' -print -quit 2>/dev/null)" ] || return 0
        sleep 0.05
    done
    fail "nothing was made in $1"
}
rows() {
    echo name,count
    seq "$1" | sed 's/.*/第&村,&/'
}

# Many rows, as many files; and all of them in one document, in little memory.
rows 100000 >many.csv
merge template.docx --rows many.csv -o 'many/{row:000000}.docx' --quiet
[ "$(find many -name '*.docx' | wc -l)" -eq 100000 ] || fail "100,000 rows gave fewer files"
whole many/000001.docx many/100000.docx
merge template.docx --rows many.csv -o all.docx --combine --quiet
whole all.docx
rm -rf many

# Killed half-way: what is there is whole, and the same command makes the rest.
rows 20000 >some.csv
"$binary" merge template.docx --rows some.csv -o 'killed/{row:00000}.docx' --quiet &
begun killed
kill -KILL $! 2>/dev/null || true
wait $! 2>/dev/null || true
half=$(find killed -name '[0-9]*.docx' | wc -l)
[ "$half" -gt 0 ] || fail "nothing was made before the kill"
# shellcheck disable=SC2046
whole $(find killed -name '[0-9]*.docx' | sort | tail -3)
merge template.docx --rows some.csv -o 'killed/{row:00000}.docx' --skip-existing --quiet
[ "$(find killed -name '[0-9]*.docx' | wc -l)" -eq 20000 ] || fail "not all files are there after going on"

# Asked to stop: the manifest says how far it came, and nothing else is left in the folder.
"$binary" merge template.docx --rows many.csv -o 'stopped/{row:000000}.docx' --manifest stopped.json --lang en >said 2>&1 &
begun stopped
kill -TERM $! 2>/dev/null || true
wait $! 2>/dev/null || true
grep -q '"interrupted":true' stopped.json || fail "the manifest does not say that the merge was stopped"
python3 -c '
import json, os
manifest = json.load(open("stopped.json"))
files = {row["file"] for row in manifest["rows"] if row["status"] == "written"}
found = {"stopped/" + name for name in os.listdir("stopped")}
assert files == found, (len(files), len(found), sorted(found - files)[:3])' || fail "the manifest and the folder differ"
grep -q 'skip-existing' said || fail "nobody says how to go on"

# A folder that cannot be written to, and a disk that is full. Root writes everywhere, so it gets a disk that is read-only.
mkdir locked full
if [ "$(id -u)" -ne 0 ]; then
    chmod a-w locked
    refused 3 'Permission denied' template.docx --rows some.csv -o 'locked/{row}.docx'
    echo "hard merges: a small disk needs root, and is not tried"
elif mount -t tmpfs -o ro tmpfs locked 2>/dev/null; then
    refused 3 'Read-only file system' template.docx --rows some.csv -o 'locked/{row}.docx'
    umount locked
    mount -t tmpfs -o size=256k tmpfs full
    refused 3 'No space left' template.docx --rows some.csv -o 'full/{row}.docx' --manifest full.json
    # shellcheck disable=SC2046
    whole $(find full -name '*.docx' | head -5)
    [ "$(find full -name '.qinggao*' | wc -l)" -eq 0 ] || fail "a full disk keeps temporary files"
    grep -q '"written":' full.json || fail "there is no manifest of the full disk"
    umount full
else
    echo "hard merges: mount is not allowed here, so that a full and a read-only disk are not tried"
fi
[ ! -e /dev/full ] || refused 3 'No space left' template.docx --rows some.csv -o /dev/full --combine

# Large fields and a large file.
python3 -c '
print("name,count")
print("大字段村," + "万" * 350000)
print("小字段村,7")' >large.csv
merge template.docx --rows large.csv -o 'large/{name}.docx' --quiet
whole large/大字段村.docx large/小字段村.docx
python3 -c '
import sys
sys.stdout.write("name,count,note\n")
line = "某村,12," + "说明文字" * 1700 + "\n"
for row in range(10000): sys.stdout.write(line)' >huge.csv
[ "$(wc -c <huge.csv)" -gt 200000000 ] || fail "the large file is not large"
merge template.docx --rows huge.csv -o 'huge/{row}.docx' --shard 1/1000 --quiet
[ "$(find huge -name '*.docx' | wc -l)" -eq 10 ] || fail "a 200 MB file gave other rows"

# Names that lead elsewhere.
printf '%s\n' 'name,count' '../../outside,1' '/etc/outside,2' '..,3' 'a\b,4' "$(printf '%0300d' 0),5" ',6' >names.csv
mkdir -p names/deep
refused 3 'row 5' template.docx --rows names.csv -o 'names/deep/{name}.docx'
[ "$(find names -name '*.docx' | wc -l)" -eq 4 ] || fail "names: $(find names)"
[ -z "$(find . -maxdepth 1 -name '*outside*')" ] || fail "a name left the folder"
[ "$(find names -maxdepth 1 -type f | wc -l)" -eq 0 ] || fail "a name left the folder"
printf 'name,count\ntemplate,1\n' >itself.csv
cp template.docx before.docx
refused 3 'is an input' template.docx --rows itself.csv -o '{name}.docx'
cmp -s template.docx before.docx || fail "the template was replaced"
echo "hard merges: nothing was lost, and nothing left its folder"
