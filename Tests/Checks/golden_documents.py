#!/usr/bin/env python3
"""Looks at the golden documents as other programs show them.

  golden_documents.py BINARY SHARED

Each folder of Tests/Golden: validity, layout, the distances of the head and the imprint on the page in millimetres, and
the same outline and text after LibreOffice, python-docx and pandoc (where it is installed) have read the file.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from functools import partial

import docx
import pymupdf

HERE = os.path.dirname(os.path.abspath(__file__))
GOLDEN = os.path.join(os.path.dirname(HERE), "Golden")
DPI = 300
# GB/T 9704-2012, in millimetres from the upper edge of the paper: 版心 begins at 37 and ends at 262.
TOP, BOTTOM = 37.0, 262.0
TOLERANCE = 1.0
# The lines of a title in the sheets for the standard, 32 points.
TITLE_LINE = 32 * 25.4 / 72
# Documents without a full page of text.
NO_FULL_PAGE = ("attachments", "blocks", "inline", "joint")
INK = bytes(1 if value < 140 else 0 for value in range(256))


class Page:
    """The bands of ink of a page from above: where they lie, and how wide they are."""

    def __init__(self, page):
        pixels = page.get_pixmap(dpi=DPI)
        step, size = pixels.n, 25.4 / DPI
        samples = pixels.samples
        self.bands = []
        current = None
        for y in range(pixels.height):
            row = samples[y * pixels.stride : y * pixels.stride + pixels.width * step]
            # 1 where there is ink, which neither black nor red lets green through.
            ink = row[1::step].translate(INK)
            count = ink.count(1)
            if not count:
                current = None
                continue
            is_red = row[0::step].translate(INK).count(1) * 2 < count
            if current is None:
                current = {"top": y * size, "red": is_red, "width": 0.0}
                self.bands.append(current)
            current["bottom"] = (y + 1) * size
            current["width"] = max(current["width"], (ink.rfind(1) - ink.find(1) + 1) * size)
            current["filled"] = max(current.get("filled", 0), count * size)

    def rules(self, width):
        """The lines of this length."""
        return [b for b in self.bands if abs(b["filled"] - width) < 1 and b["bottom"] - b["top"] < 1]


class Golden:
    def __init__(self, name, binary, shared, folder):
        self.name, self.binary, self.shared, self.folder = name, binary, shared, folder
        self.failures = []
        self.document = os.path.join(folder, name + ".docx")
        self.style = None
        with open(os.path.join(GOLDEN, name, "pipeline.yaml"), encoding="utf-8") as file:
            for line in file:
                if line.startswith("style:"):
                    self.style = line.split(":")[1].strip()

    def run(self, *command):
        return subprocess.run(command, capture_output=True, text=True)

    def tool(self, name, *arguments):
        result = self.run(sys.executable, os.path.join(self.shared, "tools", name), *arguments)
        if result.returncode != 0:
            self.failures.append("%s: %s" % (name, (result.stdout + result.stderr).strip()[:1500]))

    def close(self, what, found, wanted):
        if abs(found - wanted) > TOLERANCE:
            self.failures.append("%s: %.2f mm, wanted %.2f" % (what, found, wanted))

    def outline(self, path):
        result = self.run(self.binary, "outline", path, "--json")
        if result.returncode != 0:
            self.failures.append("outline %s: %s" % (path, result.stderr))
            return []
        blocks = []
        for block in json.loads(result.stdout)["blocks"]:
            # The name of a note is that of the file.
            text = re.sub(r"\[\^[^\]]*\]", "", "".join(block["text"].split()))
            if block["kind"] == "title" and blocks and blocks[-1][0] == "title":
                # LibreOffice does not keep that a line break is of the layout alone.
                text = blocks.pop()[2] + text
            blocks.append((block["kind"], block["marker"], text))
        return blocks

    def check(self):
        own = [os.path.join(GOLDEN, self.name, "draft." + kind) for kind in ("html", "md", "txt")]
        draft = next((path for path in own if os.path.exists(path)), "")
        if not draft:
            draft = os.path.join(GOLDEN, "draft.txt")
        config = os.path.join(GOLDEN, self.name, "pipeline.yaml")
        rendered = self.run(self.binary, "render", draft, "--config", config, "-o", self.document, "--quiet")
        if rendered.returncode != 0:
            self.failures.append(rendered.stderr)
            return
        is_standard = self.style.startswith("gbt9704")
        options = ["--gbt9704"] if is_standard else []
        self.tool("check-docx", "--strict", "--deterministic", "--quiet", *options, self.document)
        pdf = os.path.join(self.folder, self.name + ".pdf")
        if self.style in ("gbt9704", "gbt9704-red-head") and self.name not in NO_FULL_PAGE:
            self.tool("layout_check.py", self.document, "--gbt9704", "--pdf", pdf)
        else:
            self.tool("layout_check.py", self.document, "--pdf", pdf)
        if is_standard:
            pages = pymupdf.open(pdf)
            self.distances([Page(page) for page in pages if page.rect.width < page.rect.height])
            for page in pages:
                if page.rect.width > page.rect.height:
                    self.landscape(page)
                elif page.get_text().strip().startswith("附件"):
                    self.attachment(page)
        self.others()

    def distances(self, pages):
        first, last = pages[0], pages[-1]
        marks = [band for band in first.bands if band["red"] and band["bottom"] - band["top"] > 8]
        rules = first.rules(156)
        if self.style == "gbt9704-letter":
            self.close("upper edge of the mark", marks[0]["top"], 30)
            lines = first.rules(170)
            if len(lines) != 4:
                self.failures.append("%d lines of 170 mm, wanted 4" % len(lines))
            else:
                self.close("rule below the mark", lines[0]["top"] - marks[0]["bottom"], 4)
                self.close("rule at the foot", lines[3]["bottom"], 277)
                if thick(lines[0]) <= thick(lines[1]) or thick(lines[2]) >= thick(lines[3]):
                    self.failures.append("the double rules have their thick lines at the wrong side")
        elif marks:
            wanted = 20 if self.style == "gbt9704-order" else 35
            self.close("upper edge of the mark", marks[0]["top"], TOP + wanted)
            red = [rule for rule in rules if rule["red"]]
            if self.style != "gbt9704-order":
                above = [band for band in first.bands if band["bottom"] < red[0]["top"]][-1]
                self.close("rule below the number", red[0]["top"] - above["bottom"], 4)
        black = [rule for rule in last.rules(156) if not rule["red"]]
        if marks and self.style != "gbt9704-letter":
            self.close("last rule of the imprint", black[-1]["bottom"], BOTTOM)
            if len(black) == 3 and not thick(black[0]) > thick(black[1]) < thick(black[2]):
                self.failures.append("the inner rule of the imprint is not the thin one")
        for number, page in enumerate(pages):
            if number == 0 and self.style == "gbt9704-letter":
                continue
            below = [band for band in page.bands if band["top"] > BOTTOM + 3]
            # The dashes stand in the middle of the digits.
            self.close("page number", (below[0]["top"] + below[0]["bottom"]) / 2 - BOTTOM, 7)

    def landscape(self, page):
        """The page number at the same place of the paper as elsewhere (GB/T 9704-2012, 8): turned, left of the text."""
        millimetre = 72 / 25.4
        numbers = [
            line for block in page.get_text("dict")["blocks"] for line in block.get("lines", [])
            if any("\u2014" in span["text"] for span in line["spans"])
        ]
        if len(numbers) != 1 or numbers[0]["dir"] != (0.0, 1.0):
            self.failures.append("landscape page %d: the number is not there or not turned" % (page.number + 1))
            return
        left, top, right, bottom = (value / millimetre for value in numbers[0]["bbox"])
        # The margins below and beside the text of a page as it is are 35, 28 and 26 mm; the number is 7 mm below the text.
        self.close("landscape page: from the text to the number", 35 - (left + right) / 2, 7 + 0.5)
        if page.number % 2 == 0:
            self.close("landscape page: end of the number", 210 - 26 - bottom, 4.94)
        else:
            self.close("landscape page: start of the number", top - 28, 4.94)

    def attachment(self, page):
        """附件 and its number at the left edge of the first line, the title in the middle of the third (7.3.7)."""
        lines = [line for block in page.get_text("dict")["blocks"] for line in block.get("lines", [])]
        head, title = (tuple(value * 25.4 / 72 for value in line["bbox"]) for line in lines[:2])
        names = {span["font"] for span in lines[0]["spans"] + lines[1]["spans"]}
        if len(names) < 2:
            self.failures.append("attachment: the head and the title are in one font: %s" % names)
        bands, pitch = Page(page).bands, (BOTTOM - TOP) / 22
        self.close("attachment: left edge", head[0], 28)
        # The first line of the title is higher than those above it.
        for number, band, above, height in ((1, bands[0], 0, pitch), (3, bands[1], 2 * pitch, TITLE_LINE)):
            self.close("attachment: line %d" % number, (band["top"] + band["bottom"]) / 2, TOP + above + height / 2)
        self.close("attachment: middle of the title", (title[0] + title[2]) / 2, 28 + 156 / 2)

    def others(self):
        wanted = self.outline(self.document)
        again = os.path.join(self.folder, "again")
        office = self.run(
            "soffice", "--headless", "-env:UserInstallation=file://" + os.path.join(self.folder, "profile"),
            "--convert-to", "docx", "--outdir", again, self.document,
        )
        saved = os.path.join(again, self.name + ".docx")
        if not os.path.exists(saved):
            self.failures.append("LibreOffice: " + office.stderr)
        else:
            found = self.outline(saved)
            if found != wanted:
                differing = [pair for pair in zip(found, wanted) if pair[0] != pair[1]]
                self.failures.append("saved by LibreOffice: %d blocks, %d wanted; %s" % (len(found), len(wanted), differing[:2]))
        shown = set("".join(text for _, _, text in wanted))
        # python-docx does not read the part of the footnotes.
        body = set("".join(text for kind, _, text in wanted if kind != "footnote"))
        if not body <= set("".join(node.text or "" for node in docx.Document(self.document).element.iter())):
            self.failures.append("python-docx does not show all the text")
        if shutil.which("pandoc"):
            text = self.run("pandoc", "--standalone", "-t", "plain", "--wrap=none", self.document)
            lost = shown - set(text.stdout)
            if text.returncode != 0 or lost:
                self.failures.append("pandoc: %s %s" % (text.stderr, "".join(sorted(lost))))


def thick(rule):
    return rule["bottom"] - rule["top"]


def check(binary, shared, name):
    with tempfile.TemporaryDirectory() as folder:
        golden = Golden(name, binary, shared, folder)
        golden.check()
    return golden.failures


def check_drawing(binary):
    """A drawing has its own size on the page, as a picture by rsvg-convert."""
    drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='150'><path d='M9 9H200V90' stroke='red'/></svg>"
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("plan.svg", drawing), ("draft.md", "# 工作总结\n\n流程如下。\n\n![流程](plan.svg)\n")):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        document = os.path.join(folder, "draft.docx")
        result = subprocess.run([binary, "render", os.path.join(folder, "draft.md"), "-o", document], capture_output=True, text=True)
        if result.returncode != 0:
            return [result.stderr]
        shapes = docx.Document(document).inline_shapes
        # 9,525 units are a point of 96 to the inch.
        sizes = [(round(shape.width / 9525), round(shape.height / 9525)) for shape in shapes]
        return [] if sizes == [(300, 150)] else ["drawing: %s" % sizes]


def main():
    binary, shared = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])

    failed = False
    names = sorted(name for name in os.listdir(GOLDEN) if "." not in name)
    with ProcessPoolExecutor() as pool:
        for name, failures in zip(names, pool.map(partial(check, binary, shared), names)):
            print("golden: %-20s %s" % (name, "ok" if not failures else "FAILED"), flush=True)
            for failure in failures:
                print("  " + failure)
            failed = failed or bool(failures)
    failures = check_drawing(binary)
    print("golden: %-20s %s" % ("a drawing", "ok" if not failures else "FAILED: %s" % failures))
    failed = failed or bool(failures)
    sys.exit(1 if failed else 0)


main()
