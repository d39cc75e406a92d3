#!/usr/bin/env python3
"""Compares the outline of documents that other programs made of a draft with the outline of the draft.

  foreign_documents.py BINARY SHARED

The samples of SHARED and some drafts of Tests/Fixtures become documents by pandoc, python-docx and LibreOffice. Kinds,
ordinals, markers and texts must be those of the text file, white space aside, and every character of such a .docx must be
in the output or in the report. One line per producer; exit status 1 when anything differs that KNOWN does not list.
"""
import difflib
import html
import json
import os
import re
import subprocess
import sys
import tempfile

import docx

from conservation import count, decode, difference

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

# Drafts without hard line ends and without mark-up of their own, which a document holds in another way than a text.
FIXTURES = (
    "01-school-term-clean", "02-community-adverts-15", "04-notice-formal", "06-hospital-dangjian-points",
    "09-enterprise-tables-levels", "16-blank-mess-numbering", "18-long-village-watermarks", "27-key-points-runin-h1",
    "32-town-halfyear-two-line-title", "51-implementation-plan", "66-transport-dangzu-long",
)

# What differs for a reason: (draft, producer): the kinds of block that may differ, and why.
KNOWN = {}

WORD = "docx:MS Word 2007 XML"
TEXT = "Text (encoded):UTF8,LF,,,"


def run(*command, **options):
    result = subprocess.run(command, capture_output=True, **options)
    if result.returncode != 0:
        words = (result.stdout + result.stderr).decode("utf-8", "replace").strip()
        raise RuntimeError("%s: exit %d: %s" % (os.path.basename(command[0]), result.returncode, words[-500:]))
    return result.stdout.decode("utf-8")


def bare(text):
    """A text without white space and without characters that nobody sees."""
    return "".join(c for c in text or "" if count(c))


class Draft:
    """A text file and its lines."""

    def __init__(self, path):
        self.path = path
        self.name = os.path.basename(path)[:-4]
        with open(path, "rb") as file:
            text = decode(file.read()).lstrip("\ufeff")
        self.lines = [line.strip(" \t\f") for line in re.split("\r\n|[\n\r\x85\u2028\u2029]", text)]
        self.text = "\n".join(self.lines)

    def rows(self, index):
        """The cells of the rows of a table that begins at a line; none when there is no table."""
        rows = []
        for line in self.lines[index:]:
            if line.count("|") >= 2:
                cells = [cell.strip() for cell in line.strip("|").split("|")]
            else:
                cells = [cell.strip() for cell in re.split("\t|[ \u3000]{2,}", line)]
            if len(cells) < 3:
                break
            rows.append(cells)
        return rows if len(rows) > 1 and len(set(map(len, rows))) == 1 else []

    def parts(self):
        """The lines and the tables in order; white space between cells, which mark-up does not keep, makes a table."""
        index = 0
        while index < len(self.lines):
            rows = self.rows(index)
            yield rows or self.lines[index]
            index += len(rows) or 1


# ---- Producers: each takes drafts and a folder, and gives the path of a document for each draft.

def each(extension, write):
    def produce(drafts, folder):
        paths = {}
        for draft in drafts:
            paths[draft.name] = os.path.join(folder, draft.name + extension)
            write(draft, paths[draft.name])
        return paths
    return produce


def content(rows):
    """The rows of a table without the line below its head."""
    return [row for row in rows if not all(set(cell) <= set("-: ") for cell in row)]


def markdown(draft, path):
    def escaped(line):
        return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", line)

    def table(rows):
        lines = ["| %s |" % " | ".join(map(escaped, row)) for row in content(rows)]
        return "\n".join(lines[:1] + ["|" + "---|" * len(rows[0])] + lines[1:])
    text = "\n\n".join(escaped(part) if isinstance(part, str) else table(part) for part in draft.parts())
    run("pandoc", "-f", "commonmark+pipe_tables", "-t", "docx", "-o", path, input=text.encode())


def page(draft):
    def table(rows):
        cells = ("".join("<td>%s</td>" % html.escape(cell) for cell in row) for row in content(rows))
        return "<table>%s</table>" % "".join("<tr>%s</tr>" % row for row in cells)
    parts = ("<p>%s</p>" % html.escape(part) if isinstance(part, str) else table(part) for part in draft.parts() if part)
    body = "\n".join(parts)
    return '<!DOCTYPE html><html><head><meta charset="utf-8"><title></title></head><body>\n%s\n</body></html>' % body


def web_page(draft, path):
    run("pandoc", "-f", "html", "-t", "docx", "-o", path, input=page(draft).encode())


def paragraphs(draft, path):
    document = docx.Document()
    for line in draft.lines:
        document.add_paragraph(line)
    document.save(path)


def headings(draft, path):
    document = docx.Document()
    for line in draft.lines:
        style = None
        if len(line) <= 40 and not line.endswith("。"):
            if re.match("[一二三四五六七八九十]+、", line):
                style = "Heading 1"
            elif re.match("[（(][一二三四五六七八九十]+[）)]", line):
                style = "Heading 2"
        document.add_paragraph(line, style=style)
    document.save(path)


def line_breaks(draft, path):
    document = docx.Document()
    run_ = document.add_paragraph().add_run()
    for number, line in enumerate(draft.lines):
        if number:
            run_.add_break()
        run_.add_text(line)
    document.save(path)


def tables(draft, path):
    document = docx.Document()
    for part in draft.parts():
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        rows = content(part)
        table = document.add_table(len(rows), len(rows[0]))
        for row, cells in zip(table.rows, rows):
            for cell, text in zip(row.cells, cells):
                cell.text = text
    document.save(path)


def office(inputs, folder, target, *options):
    """What LibreOffice makes of files, all in one run."""
    run("soffice", "-env:UserInstallation=file://%s" % os.path.join(os.path.dirname(folder), "profile"), "--headless",
        "--norestore", *options, "--convert-to", target, "--outdir", folder, *inputs.values(), timeout=120)
    extension = "." + target.split(":")[0]
    return {name: os.path.join(folder, os.path.basename(path).rsplit(".", 1)[0] + extension)
            for name, path in inputs.items()}


def written(drafts, folder, extension, content):
    def write(draft, path):
        with open(path, "w", encoding="utf-8") as file:
            file.write(content(draft))
    os.mkdir(folder)
    return each(extension, write)(drafts, folder)


def office_text(drafts, folder):
    return office(written(drafts, folder + "/in", ".txt", lambda draft: draft.text), folder, WORD, "--infilter=" + TEXT)


def office_page(drafts, folder):
    return office(written(drafts, folder + "/in", ".html", page), folder, WORD, "--infilter=HTML (StarWriter)")


def office_form(target):
    def produce(drafts, folder):
        os.mkdir(folder + "/in")
        return office(each(".docx", paragraphs)(drafts, folder + "/in"), folder, target)
    return produce


PRODUCERS = {
    "pandoc, Markdown": each(".docx", markdown),
    "pandoc, HTML": each(".docx", web_page),
    "python-docx": each(".docx", paragraphs),
    "python-docx, headings": each(".docx", headings),
    "python-docx, line breaks": each(".docx", line_breaks),
    "python-docx, tables": each(".docx", tables),
    "LibreOffice, text": office_text,
    "LibreOffice, HTML": office_page,
    "LibreOffice, .odt": office_form("odt"),
    "LibreOffice, .doc": office_form("doc:MS Word 97"),
    "LibreOffice, .rtf": office_form("rtf"),
}
# Each of these starts LibreOffice for every file; the samples do.
SLOW = ("LibreOffice, .odt", "LibreOffice, .doc", "LibreOffice, .rtf")


class Comparison:
    def __init__(self, binary, shared, folder):
        self.binary, self.shared, self.folder = binary, shared, folder
        self.failures, self.known = [], 0

    def fail(self, draft, producer, what):
        self.failures.append("%s (%s): %s" % (draft.name, producer, what))

    def entries(self, path):
        """The blocks and the residue of a file in the order of their lines: what is compared, and the line."""
        outline = json.loads(run(self.binary, "outline", path, "--json"))
        rows = [((b["kind"], b["ordinal"], b["marker"], bare(b["text"]), bare(b["body"])), b["line"], b["text"])
                for b in outline["blocks"]]
        rows += [(("residue", None, None, bare(row["text"]), ""), row["line"], row["text"])
                 for row in outline["dropped"]]
        return sorted(rows, key=lambda row: row[1])

    def compare(self, draft, producer, path):
        wanted, found = self.entries(draft.path), self.entries(path)
        matcher = difflib.SequenceMatcher(None, [row[0] for row in wanted], [row[0] for row in found], autojunk=False)
        for what, begin, end, other, stop in matcher.get_opcodes():
            if what == "equal":
                continue
            kinds = {row[0][0] for row in wanted[begin:end] + found[other:stop]}
            allowed = KNOWN.get((draft.name, producer))
            if allowed and kinds <= set(allowed[0]):
                self.known += 1
                continue
            self.fail(draft, producer, "%s:%s: %s, not %s" % (
                draft.path, wanted[begin][1] if begin < len(wanted) else "end",
                self.words(found[other:stop]), self.words(wanted[begin:end])))

    @staticmethod
    def words(rows):
        return " + ".join(
            "%s %s %r" % (row[0][0], row[0][2] or "", row[2][:24]) for row in rows
        ) or "nothing"

    def shown(self, path):
        return run(sys.executable, os.path.join(self.shared, "tools", "docx_text.py"), path, "--text", "--no-headers")

    def conservation(self, draft, producer, path):
        text = self.shown(path)
        as_tables = "".join(p if isinstance(p, str) else "".join(sum(content(p), [])) for p in draft.parts())
        if count(text) not in (count(draft.text), count(as_tables)):
            self.fail(draft, producer, "the producer itself changed the text")
        output, report = os.path.join(self.folder, "out.docx"), os.path.join(self.folder, "report.json")
        run(self.binary, "render", path, "-o", output, "--report", report, "--quiet")
        with open(report, encoding="utf-8") as file:
            wrong = difference(text, json.load(file), self.shown(output))
        if wrong:
            self.fail(draft, producer, "conservation: %s" % wrong)

    def producer(self, name, drafts):
        folder = os.path.join(self.folder, re.sub("[^A-Za-z]+", "-", name))
        os.mkdir(folder)
        before = len(self.failures)
        paths = PRODUCERS[name](drafts, folder)
        for draft in drafts:
            path = paths[draft.name]
            try:
                self.compare(draft, name, path)
                if path.endswith(".docx"):
                    self.conservation(draft, name, path)
            except RuntimeError as error:
                self.fail(draft, name, str(error))
        print("  %s: %d documents, %d differences" % (name, len(drafts), len(self.failures) - before), flush=True)


def main():
    if len(sys.argv) != 3:
        print(__doc__)
        return 2
    binary, shared = map(os.path.abspath, sys.argv[1:])
    samples = os.path.join(shared, "samples")
    drafts = [Draft(os.path.join(samples, name)) for name in sorted(os.listdir(samples)) if name.endswith(".txt")]
    fixtures = [Draft(os.path.join(ROOT, "Tests", "Fixtures", "Drafts", name + ".txt")) for name in FIXTURES]
    with tempfile.TemporaryDirectory() as folder:
        comparison = Comparison(binary, shared, folder)
        for name in PRODUCERS:
            comparison.producer(name, drafts if name in SLOW else drafts + fixtures)
    for failure in comparison.failures:
        print("FAILED " + failure)
    print("foreign documents: %s, %d known differences" % (
        "%d failures" % len(comparison.failures) if comparison.failures else "all the same", comparison.known))
    return 1 if comparison.failures else 0


if __name__ == "__main__":
    sys.exit(main())
