#!/usr/bin/env python3
"""Prints the HTML of drafts by Chromium and their .docx by LibreOffice, and compares the pages.

  print_pages.py BINARY SHARED

Both programs use the same stand-in fonts (SHARED/tools/fonts.conf). The number of pages must be the same, the lines of each
page must agree within one, and the first and the last line of a page must stand at the same height within a millimetre.

Two things in which LibreOffice does not do what the .docx says are put right before it prints: it sets a fifth of an em
between Chinese and Latin text although autoSpaceDE is off, and it gives × the Latin font although the run is hinted, so
the drafts have another character in its place. One line per draft; exit status 1 when any differs, 0 when a program that
is needed is not there.
"""
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from functools import partial

import pymupdf

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FIXTURES = (
    "30-long-report-mixed", "31-water-bureau-dangjian", "163-township-dangjian", "168-three-shuzhi-collection",
    "181-discipline-long-front", "189-college-branch-nbsp", "09-enterprise-tables-levels", "04-notice-formal",
)
MILLIMETRE = 72 / 25.4


def pages(path):
    """The lines of each page, as pairs of the height of the baseline and the text."""
    result = []
    with pymupdf.open(path) as document:
        for page in document:
            marks = []
            for block in page.get_text("rawdict")["blocks"]:
                for line in block.get("lines", []):
                    for span in line["spans"]:
                        marks += [(c["origin"][1], c["origin"][0], c["c"]) for c in span["chars"] if c["c"].strip()]
            lines = []
            for height, across, character in sorted(marks):
                if lines and height - lines[-1][0] <= 2 * MILLIMETRE:
                    lines[-1][1].append((across, character))
                else:
                    lines.append((height, [(across, character)]))
            result.append([(height, "".join(c for _, c in sorted(line))) for height, line in lines])
    return result


class Printing:
    def __init__(self, binary, shared, folder):
        self.binary, self.folder = binary, folder
        self.environment = dict(os.environ, FONTCONFIG_FILE=os.path.join(shared, "tools", "fonts.conf"), HOME=folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *command):
        done = subprocess.run(command, capture_output=True, text=True, env=self.environment, timeout=300)
        if done.returncode != 0:
            raise RuntimeError("%s: exit %d: %s" % (command[0], done.returncode, done.stderr.strip()[-500:]))

    def office(self, kind, name):
        profile = "-env:UserInstallation=file://" + self.path("profile")
        self.run("soffice", profile, "--headless", "--convert-to", kind, "--outdir", self.folder, self.path(name))

    def compare(self, draft):
        """What differs, and the lines of each page."""
        with open(draft, encoding="utf-8-sig") as file:
            text = file.read().replace("×", "某")
        with open(self.path("draft.txt"), "w", encoding="utf-8") as file:
            file.write(text)
        for kind in ("html", "docx"):
            self.run(self.binary, "render", self.path("draft.txt"), "-o", self.path("draft." + kind), "--quiet")
        self.run(
            shutil.which("chromium") or "chromium", "--headless", "--no-sandbox", "--disable-gpu",
            "--no-pdf-header-footer", "--print-to-pdf=" + self.path("html.pdf"), self.path("draft.html"),
        )
        self.office("fodt", "draft.docx")
        with open(self.path("draft.fodt"), encoding="utf-8") as file:
            flat = file.read()
        spaced = 'style:text-autospace="ideograph-alpha"'
        if spaced not in flat:
            raise RuntimeError("LibreOffice no longer sets spaces of its own; take the correction out of this check")
        with open(self.path("draft.fodt"), "w", encoding="utf-8") as file:
            file.write(flat.replace(spaced, 'style:text-autospace="none"'))
        self.office("pdf", "draft.fodt")
        html, docx = pages(self.path("html.pdf")), pages(self.path("draft.pdf"))
        wrong = []
        if len(html) != len(docx):
            wrong.append("%d pages by Chromium, %d by LibreOffice" % (len(html), len(docx)))
        for number, (one, other) in enumerate(zip(html, docx), 1):
            if abs(len(one) - len(other)) > 1:
                wrong.append("page %d: %d lines by Chromium, %d by LibreOffice" % (number, len(one), len(other)))
            for name, place in (("first", 0), ("last", -1)):
                if one and other and abs(one[place][0] - other[place][0]) > MILLIMETRE:
                    wrong.append(
                        "page %d: the %s line at %.1f pt by Chromium, %.1f pt by LibreOffice"
                        % (number, name, one[place][0], other[place][0])
                    )
        return wrong, [len(page) for page in html], [len(page) for page in docx]


def compare(binary, shared, draft):
    with tempfile.TemporaryDirectory() as folder:
        return Printing(binary, shared, folder).compare(draft)


def main():
    binary, shared = (os.path.abspath(path) for path in sys.argv[1:3])
    for program in ("chromium", "soffice"):
        if shutil.which(program) is None:
            print("printed pages: not compared, since %s is not here" % program)
            return 0
    samples = sorted(
        os.path.join(shared, "samples", name) for name in os.listdir(os.path.join(shared, "samples"))
        if name.endswith(".txt")
    )
    drafts = [os.path.join(ROOT, "Examples", "draft.txt")] + samples[:5]
    drafts += [os.path.join(ROOT, "Tests", "Fixtures", "Drafts", name + ".txt") for name in FIXTURES]
    failed = False
    with ProcessPoolExecutor() as pool:
        for draft, (wrong, html, docx) in zip(drafts, pool.map(partial(compare, binary, shared), drafts)):
            name = os.path.splitext(os.path.basename(draft))[0]
            same = sum(one == other for one, other in zip(html, docx))
            print("printed pages: %s: %d pages, lines the same on %d" % (name, len(html), same))
            for what in wrong:
                failed = True
                print("  " + what)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
