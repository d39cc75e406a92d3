#!/usr/bin/env python3
"""Checks that a change report accounts for every character of an output.

  conservation.py DRAFT REPORT.json TEXT

As multisets of characters, leaving out white space and the categories Cc, Cf and Zs:
draft - everything removed + everything added = the text that the output shows.
TEXT is the text of the output as another program reads it. Exit status 1 when the sum is wrong.
"""
import collections
import json
import sys
import unicodedata


def decode(data):
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def count(text):
    return collections.Counter(
        c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf", "Zs")
    )


def difference(draft, report, text):
    """What the output has too much, and what it lacks."""
    want = count(draft)
    for edit in report["edits"]:
        want.subtract(count(edit["before"]))
        want.update(count(edit["after"]))
    want.subtract(count(text))
    return {c: -n for c, n in want.items() if n}


def main():
    if len(sys.argv) != 4:
        print(__doc__)
        return 2
    with open(sys.argv[1], "rb") as file:
        draft = decode(file.read())
    with open(sys.argv[2], encoding="utf-8") as file:
        report = json.load(file)
    with open(sys.argv[3], encoding="utf-8") as file:
        text = file.read()
    wrong = difference(draft, report, text)
    for character, number in sorted(wrong.items()):
        print("U+%04X %s: %+d in the output" % (ord(character), character, number))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
