"""Checks `qinggao render --reference` on Word files of the program itself, python-docx, LibreOffice and pandoc.

    python reference_documents.py BINARY SHARED

Of every reference: the result is valid, each style of the reference is in it with the same bytes of properties, its paragraphs
name styles that are there, and none sets what a style of somebody else says. A reference that a style sheet of the program made
gives the same document as that sheet. With SHARED, the strict checker of packages looks at every result.
"""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAFT = Path(__file__).parent.parent / "Golden" / "draft.txt"
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100c9fe92ef"
    "0000000049454e44ae426082"
)


def run(*arguments):
    return subprocess.run([str(one) for one in arguments], capture_output=True, text=True, check=False)


def house(path, chinese):
    """A template of a house: styles, a header with a picture, a footer with the number, numbered headings."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin = section.bottom_margin = Cm(3)
    section.left_margin = section.right_margin = Cm(2.5)
    for name, size, font in (("Normal", 12, "宋体"), ("Title", 20, "黑体"), ("Heading 1", 15, "黑体"), ("Heading 2", 13, "楷体")):
        style = document.styles[name]
        style.font.size, style.font.name = Pt(size), "Arial"
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
        style.font.color.rgb = RGBColor(0x1F, 0x3A, 0x5F)
    document.styles["Normal"].paragraph_format.first_line_indent = Pt(24)
    if chinese:
        for name, base in (("一级标题", "Normal"), ("正文内容", "Normal"), ("落款", "Normal")):
            style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = document.styles[base]
        document.styles["正文内容"].font.size = Pt(11)
        document.add_paragraph("样张正文", style="正文内容")
    else:
        document.add_paragraph("样张正文")
        # The style of headings numbers them.
        properties = document.styles["Heading 1"].element.get_or_add_pPr()
        numbering = OxmlElement("w:numPr")
        number = OxmlElement("w:numId")
        number.set(qn("w:val"), "1")
        numbering.append(number)
        properties.insert_element_before(numbering, "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
    picture = path.with_suffix(".png")
    picture.write_bytes(PICTURE)
    section.header.paragraphs[0].add_run("内部资料")
    section.header.paragraphs[0].add_run().add_picture(str(picture), width=Cm(1))
    run_ = section.footer.paragraphs[0].add_run()
    for kind in ("begin", None, "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = "PAGE"
        run_._r.append(element)
    document.save(path)


def part(path, name):
    with zipfile.ZipFile(path) as archive:
        return archive.read(name) if name in archive.namelist() else None


def styles(path):
    tree = etree.fromstring(part(path, "word/styles.xml"))
    return {one.get(W + "styleId"): one for one in tree.iter(W + "style")}


def shape(node):
    """An element without the places where namespaces are declared."""
    return (node.tag, sorted(node.attrib.items()), [shape(child) for child in node if isinstance(child.tag, str)], (node.text or "").strip())


def sections(path):
    """The main part with the identities of headers and footers left out, and the order of attributes."""
    tree = etree.fromstring(part(path, "word/document.xml"))
    for one in tree.iter(W + "headerReference", W + "footerReference"):
        one.set(R + "id", "")
    return shape(tree)


def errors(shared, path):
    lines = run(sys.executable, shared / "tools" / "check-docx", "--strict", path).stdout.splitlines()
    return [line.split("[", 1)[-1] for line in lines if ": error: " in line]


def check(binary, shared, reference, result, problems, *options):
    name = reference.stem
    done = run(binary, DRAFT, "--reference", reference, "-o", result, "--quiet", "--force", *options)
    if done.returncode != 0:
        problems.append(f"{name}: render: {done.stderr}")
        return
    before, after = styles(reference), styles(result)
    for style, node in before.items():
        # A name that two styles have is mended.
        for one in (node, after.get(style)):
            if one is not None:
                one.remove(one.find(W + "name"))
        if style not in after or shape(after[style]) != shape(node):
            problems.append(f"{name}: style {style} is not as it was")
    own = b"QinggaoStyle" in (part(reference, "docProps/custom.xml") or b"")
    main = etree.fromstring(part(result, "word/document.xml"))
    for paragraph in main.iter(W + "p"):
        properties = paragraph.find(W + "pPr")
        style = None if properties is None else properties.find(W + "pStyle")
        if style is None:
            continue
        if style.get(W + "val") not in after:
            problems.append(f"{name}: there is no style {style.get(W + 'val')}")
        set_ = {child.tag[len(W):] for child in properties} - {"pStyle", "keepNext", "pageBreakBefore", "numPr", "sectPr"}
        if set_ and not own and style.get(W + "val") in before:
            problems.append(f"{name}: {style.get(W + 'val')} with {sorted(set_)} on the paragraph")
    for kind in ("header", "footer"):
        wanted = etree.fromstring(part(reference, "word/document.xml")).findall(f".//{W}{kind}Reference")
        found = main.findall(f".//{W}{kind}Reference")
        if len({one.get(W + 'type') for one in wanted}) != len(found):
            problems.append(f"{name}: {len(found)} references to a {kind}")
    if shared:
        # What is wrong in a style of the reference stays so.
        known = errors(shared, reference)
        problems += [f"{name}: {one}" for one in errors(shared, result) if one not in known]
    text = "".join(one.text or "" for one in main.iter(W + "t"))
    opened = "".join(one.text for one in Document(str(result)).paragraphs)
    if not opened or not set(opened) <= set(text) | {"\n", "\t"}:
        problems.append(f"{name}: python-docx reads something else")


def main():
    binary = Path(sys.argv[1]).resolve()
    shared = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    problems, count = [], 0
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        references = []
        for line in run(binary, "styles").stdout.splitlines():
            sheet = line.split()[0]
            own, result = folder / f"own-{sheet}.docx", folder / f"result-own-{sheet}.docx"
            run(binary, DRAFT, "--style", sheet, "-o", own, "--quiet", "--force")
            check(binary, shared, own, result, problems)
            if sections(own) != sections(result) or part(own, "word/styles.xml") != part(result, "word/styles.xml"):
                problems.append(f"own-{sheet}: not the same document as by --style {sheet}")
            count += 1
        for name, chinese in (("house", False), ("chinese", True)):
            house(folder / f"{name}.docx", chinese)
            references.append(folder / f"{name}.docx")
        if shutil.which("pandoc"):
            path = folder / "pandoc.docx"
            path.write_bytes(subprocess.run(["pandoc", "--print-default-data-file", "reference.docx"], capture_output=True, check=True).stdout)
            references.append(path)
        if shutil.which("soffice"):
            again = folder / "again"
            for one in [folder / "own-gbt9704.docx", folder / "own-gbt9704-letter.docx", folder / "house.docx"]:
                run("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "docx", "--outdir", again, one)
                target = folder / f"libreoffice-{one.name}"
                shutil.copy(again / one.name, target)
                references.append(target)
        for reference in references:
            check(binary, shared, reference, folder / f"result-{reference.name}", problems)
            count += 1
        if len(sys.argv) > 3:
            for one in folder.glob("*.docx"):
                shutil.copy(one, sys.argv[3])
    for problem in problems:
        print(problem)
    print(f"{count} reference files, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
