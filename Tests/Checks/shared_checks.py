#!/usr/bin/env python3
"""Runs the shared checkers on the output of the program.

  shared_checks.py BINARY SHARED

Every sample: outline score, placeholder score, encodings, validity, page layout, conservation, determinism. Every draft
of Tests/Fixtures: validity and conservation, under three pipelines. One line per draft; exit status 1 when any fails.
"""
import json
import os
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor

from conservation import count, decode, difference

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


class Checks:
    def __init__(self, binary, shared, folder):
        self.binary, self.shared, self.folder = binary, shared, folder
        self.failures, self.defects, self.missed = [], [], []
        # Drafts are checked side by side, each thread in a folder of its own.
        self.own = threading.local()

    def run(self, *command):
        return subprocess.run(command, capture_output=True, text=True)

    def tool(self, name, *arguments):
        return self.run(sys.executable, os.path.join(self.shared, "tools", name), *arguments)

    def program(self, *arguments):
        result = self.run(self.binary, *arguments)
        if result.returncode != 0:
            raise RuntimeError("qinggao %s: exit %d: %s" % (arguments[0], result.returncode, result.stderr.strip()))
        return result.stdout

    def path(self, name):
        if not hasattr(self.own, "folder"):
            self.own.folder = tempfile.mkdtemp(dir=self.folder)
        return os.path.join(self.own.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        return self.path(name)

    def fail(self, name, what):
        self.failures.append("%s: %s" % (name, what))

    def bytes_of(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def render(self, draft, output, *options):
        self.program("render", draft, "-o", self.path(output), "--quiet", *options)
        return self.path(output)

    def document(self, name, draft, *options):
        """Validity and conservation of one output."""
        document = self.render(draft, "out.docx", "--report", self.path("report.json"), *options)
        checked = self.tool("check-docx", "--strict", "--gbt9704", "--deterministic", "--quiet", document)
        if checked.returncode != 0:
            self.fail(name, "check-docx: " + (checked.stdout + checked.stderr).strip()[:2000])
        text = self.tool("docx_text.py", document, "--text", "--no-headers")
        if text.returncode != 0:
            raise RuntimeError("docx_text.py: " + text.stderr)
        with open(draft, "rb") as file:
            wrong = difference(decode(file.read()), json.loads(self.bytes_of("report.json")), text.stdout)
        if wrong:
            self.fail(name, "conservation: %s" % wrong)

    def encodings(self, name, draft, outline):
        """The same text in other encodings has the same outline."""
        with open(draft, encoding="utf-8-sig", newline="") as file:
            text = file.read().replace("\r\n", "\n")
        forms = {
            "UTF-8 with BOM": text.encode("utf-8-sig"),
            "GB18030": text.encode("gb18030"),
            "UTF-16LE": b"\xff\xfe" + text.encode("utf-16-le"),
            "UTF-16BE": b"\xfe\xff" + text.encode("utf-16-be"),
            "CRLF": text.replace("\n", "\r\n").encode(),
            "CR": text.replace("\n", "\r").encode(),
        }
        for form, data in forms.items():
            with open(self.path("form.txt"), "wb") as file:
                file.write(data)
            if json.loads(self.program("outline", self.path("form.txt"), "--json")) != outline:
                self.fail(name, "another outline as " + form)

    def sample(self, draft):
        name = os.path.basename(draft)[:-4]
        expected = draft[:-4] + ".expected.json"
        outline = json.loads(self.program("outline", draft, "--json"))
        scored = self.tool(
            "score_outline.py", expected, self.write("outline.json", json.dumps(outline)), "--json",
            "--placeholders", self.write("gaps.json", self.program("placeholders", draft, "--to", "json")),
        )
        if scored.returncode != 0:
            raise RuntimeError("score_outline.py: " + scored.stdout + scored.stderr)
        score = json.loads(scored.stdout)
        if score["overall"]["f1"] < 1 or score["junk_leaks"]:
            self.fail(name, "outline: %s" % {k: score[k] for k in ("overall", "junk_leaks", "wrong_kind", "missed", "extra")})
        self.findings(name, draft, json.load(open(expected, encoding="utf-8")))
        self.encodings(name, draft, outline)
        self.document(name, draft)
        self.layout(name, self.path("out.docx"), any(b["kind"] == "title" for b in outline["blocks"]))
        self.render(draft, "again.docx")
        if self.bytes_of("out.docx") != self.bytes_of("again.docx"):
            self.fail(name, "two runs give different bytes")
        print("  %s: outline F1 %.3f, %d leaks; placeholders F1 %.3f, kinds right %s" % (
            name, score["overall"]["f1"], len(score["junk_leaks"]), score["placeholders"]["f1"],
            score["placeholders"]["kinds_right"]), flush=True)

    def findings(self, name, draft, expected):
        """Every defect that an editor would mend without asking has a finding or an edit, but for one in twenty over all
        samples; what is right has neither."""
        report = json.loads(self.program("check", draft, "--json", "--quiet"))
        found = [(x["line"], x["column"], x.get("endColumn") or x["column"] + 1, x["id"]) for x in report["diagnostics"]
                 if x.get("line") and x["id"] != "placeholders.unresolved"]
        found += [(x["line"], x["column"], x["column"] + len(x["before"]), x["reason"]) for x in report["edits"]]
        lines = {x[0] for x in found}
        defects = {(x["line"], x["kind"]) for x in expected["anomalies"] if x["line"] and x["severity"] == "fix"}
        self.defects += defects
        self.missed += sorted((name,) + x for x in defects if x[0] not in lines)
        for right in expected.get("must_not_flag", []):
            start, end = right["col"], right["col"] + len(right["text"])
            for line, first, last, what in found:
                if line == right["line"] and first < end and last > start:
                    self.fail(name, "line %d: %s is right, but %s stands there" % (line, right["text"], what))

    def layout(self, name, document, has_title):
        printed = self.path("out.pdf")
        options = ["--gbt9704", "--pdf", printed] + ([] if has_title else ["--no-title"])
        result = self.tool("layout_check.py", document, *options)
        if result.returncode == 0:
            self.print(name, document, printed)
            return
        try:
            self.fail(name, "layout: %s" % json.loads(result.stdout)["failures"])
        except (ValueError, KeyError):
            self.fail(name, "layout: " + (result.stdout + result.stderr)[-2000:])

    def print(self, name, document, printed):
        """Every character of the document is on paper; what paper has more are page numbers."""
        wanted = count(self.tool("docx_text.py", document, "--text", "--no-headers").stdout)
        found = self.run("pdftotext", "-raw", printed, "-")
        if found.returncode != 0:
            raise RuntimeError("pdftotext: " + found.stderr)
        wanted.subtract(count(found.stdout))
        lost = {c: n for c, n in wanted.items() if n > 0}
        if lost:
            self.fail(name, "not on the printed page: %s" % lost)

    def every(self, folder, check):
        """Runs a check on every draft of a folder."""
        drafts = sorted(os.path.join(folder, n) for n in os.listdir(folder) if n.endswith(".txt"))
        if not drafts:
            self.fail(folder, "there is no draft")

        def attempt(draft):
            try:
                check(draft)
            except RuntimeError as error:
                self.fail(os.path.basename(draft), str(error))

        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(attempt, drafts))
        return len(drafts)


def main():
    if len(sys.argv) != 3:
        print(__doc__)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        checks = Checks(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), folder)
        number = checks.every(os.path.join(checks.shared, "samples"), checks.sample)
        print("  %d samples, %d of %d defects found" % (
            number, len(checks.defects) - len(checks.missed), len(checks.defects)), flush=True)
        if len(checks.missed) > 0.05 * len(checks.defects):
            checks.fail("samples", "defects not found: %s" % checks.missed)

        example = os.path.join(ROOT, "Examples")
        pipeline = os.path.join(example, "pipeline.yaml")
        checks.document("example", os.path.join(example, "draft.txt"), "--config", pipeline)
        checks.layout("example", checks.path("out.docx"), True)
        print("  the example", flush=True)

        nothing = checks.write("nothing.yaml", "version: 1\nstages: []\n")
        pipelines = {"standard": [], "example": ["--config", pipeline], "none": ["--config", nothing]}

        def fixture(draft):
            for name, options in pipelines.items():
                checks.document("%s (%s)" % (os.path.basename(draft)[:-4], name), draft, *options)

        number = checks.every(os.path.join(ROOT, "Tests", "Fixtures", "Drafts"), fixture)
        print("  %d fixtures under the pipelines %s" % (number, ", ".join(pipelines)), flush=True)
    for failure in sorted(checks.failures):
        print("FAILED " + failure)
    print("shared checks: %s" % ("%d failures" % len(checks.failures) if checks.failures else "all passed"))
    return 1 if checks.failures else 0


if __name__ == "__main__":
    sys.exit(main())
