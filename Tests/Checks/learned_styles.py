"""Checks `qinggao styles --from` on Word files of others: a few house styles, written by python-docx.

    python learned_styles.py BINARY

Every value that a house style sets must stand in the sheet that is learned from it, and a document that is rendered with that
sheet must have it again.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.oxml import OxmlElement

TEXT = [
    ("title", "某某公司2020年度工作总结"),
    ("heading1", "一、主要工作"),
    ("body", "全年开展培训三次，参加人员二百余人次，岗位技能稳步提升，安全生产形势总体平稳，各项任务按期完成。"),
    ("heading2", "（一）加强制度建设"),
    ("body", "修订管理制度五项，明确岗位职责和办事流程，做到有章可循、有据可查，管理水平持续提高。"),
    ("heading2", "（二）提升服务质量"),
    ("body", "走访客户四十家，收集意见建议六十余条，逐项研究整改，客户满意度明显提高，投诉数量下降。"),
    ("heading1", "二、存在问题"),
    ("body", "个别制度落实不够到位，人才培养还不能适应发展需要，信息化建设进度偏慢，需要在今后工作中改进。"),
    ("heading1", "三、下一步打算"),
    ("body", "继续完善制度，加强队伍建设，推进信息化项目，努力完成全年各项任务，推动公司高质量发展。"),
    ("signature", "某某公司"),
    ("date", "2020年12月25日"),
]

CENTRE, RIGHT, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY

# The margins in centimetres; by kind: font, size, bold, alignment, first line in points, line (points, or a factor).
HOUSES = {
    "song": {
        "margins": (2.5, 2.5, 2.5, 2.5),
        "title": ("黑体", 18, False, CENTRE, 0, 28),
        "heading1": ("黑体", 14, False, JUSTIFY, 24, 28),
        "heading2": ("宋体", 12, True, JUSTIFY, 24, 28),
        "body": ("宋体", 12, False, JUSTIFY, 24, 28),
        "page": "centre",
    },
    "fangsong": {
        "margins": (3.7, 3.5, 2.8, 2.6),
        "title": ("方正小标宋简体", 22, False, CENTRE, 0, 30),
        "heading1": ("黑体", 16, False, JUSTIFY, 32, 30),
        "heading2": ("楷体", 16, True, JUSTIFY, 32, 30),
        "body": ("仿宋", 16, False, JUSTIFY, 32, 30),
        "page": "centre",
    },
    "relaxed": {
        "margins": (2.54, 2.54, 3.17, 3.17),
        "title": ("微软雅黑", 20, True, CENTRE, 0, 1.0),
        "heading1": ("微软雅黑", 15, True, WD_ALIGN_PARAGRAPH.LEFT, 0, 1.5),
        "heading2": ("微软雅黑", 12, True, WD_ALIGN_PARAGRAPH.LEFT, 0, 1.5),
        "body": ("微软雅黑", 10.5, False, WD_ALIGN_PARAGRAPH.LEFT, 21, 1.5),
        "page": None,
    },
}


def field(paragraph, text):
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()
        if kind is None:
            element = OxmlElement("w:instrText")
            element.text = text
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


def write(house, path):
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    top, bottom, left, right = house["margins"]
    section.top_margin, section.bottom_margin = Cm(top), Cm(bottom)
    section.left_margin, section.right_margin = Cm(left), Cm(right)
    for kind, text in TEXT:
        font, size, bold, alignment, first, line = house["body"] if kind in ("signature", "date") else house[kind]
        paragraph = document.add_paragraph()
        run = paragraph.add_run(text)
        run.font.size, run.font.bold, run.font.name = Pt(size), bold, "Times New Roman"
        run._r.rPr.rFonts.set(qn("w:eastAsia"), font)
        layout = paragraph.paragraph_format
        layout.space_before = layout.space_after = Pt(0)
        layout.alignment = RIGHT if kind in ("signature", "date") else alignment
        layout.first_line_indent = Pt(0 if kind in ("signature", "date") else first)
        if isinstance(line, float):
            layout.line_spacing = line
        else:
            layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(line)
    if house["page"]:
        paragraph = section.footer.paragraphs[0]
        paragraph.alignment = CENTRE
        field(paragraph, " PAGE ")
    document.save(path)


def run(binary, *arguments):
    return subprocess.run([binary, *arguments], capture_output=True, text=True, check=False)


def formats(path):
    """What a file that the program wrote has, by the text of its paragraphs: measured by python-docx through its styles."""
    document = Document(path)
    found = {}
    for paragraph in document.paragraphs:
        chain, style = [], paragraph.style
        while style is not None:
            chain.append(style)
            style = style.base_style

        def first(get):
            for one in [paragraph, *chain]:
                value = get(one)
                if value is not None:
                    return value
            return None

        def east(one):
            # The paragraph itself has no font; its runs have none of their own either.
            fonts = one.element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
            return None if fonts is None else fonts.get(qn("w:eastAsia"))

        line = first(lambda one: one.paragraph_format.line_spacing)
        indent = first(lambda one: one.paragraph_format.first_line_indent)
        size = next(one.font.size for one in chain if one.font.size is not None)
        found[paragraph.text] = {
            "font": next(filter(None, map(east, chain)), None),
            "size": size.pt,
            "bold": bool(next((one.font.bold for one in chain if one.font.bold is not None), False)),
            "first": indent.pt if indent is not None else 0,
            "line": line.pt if hasattr(line, "pt") else line,
        }
    return document, found


def check(binary, name, house, folder, problems):
    sample, sheet, result = folder / f"{name}.docx", folder / f"{name}.yaml", folder / f"{name}-again.docx"
    write(house, sample)
    learned = run(binary, "styles", "--from", sample, "--json", "-o", sheet)
    if learned.returncode != 0:
        problems.append(f"{name}: {learned.stderr.strip()}")
        return
    answer = json.loads(learned.stdout)
    print(f"== {name}: extends {answer['base']}, {len(answer['findings'])} findings")
    print(answer["text"])
    for finding in answer["findings"]:
        if not finding["id"].startswith("style.") or not finding["message"]:
            problems.append(f"{name}: a finding without a name or a text: {finding}")
    draft = folder / f"{name}.txt"
    draft.write_text("\n".join(text for _, text in TEXT) + "\n", encoding="utf-8")
    rendered = run(binary, "render", draft, "--style", sheet, "-o", result, "--force")
    if rendered.returncode != 0:
        problems.append(f"{name}: {rendered.stderr.strip()}")
        return
    document, found = formats(result)
    section = document.sections[0]
    page = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    for value, wanted in zip(page, house["margins"]):
        if abs(value.cm - wanted) > 0.01:
            problems.append(f"{name}: a margin of {value.cm} cm instead of {wanted}")
    for kind, text in TEXT:
        if kind in ("signature", "date"):
            continue
        font, size, bold, _, first, line = house[kind]
        own = found.get(text)
        if own is None:
            problems.append(f"{name}: no paragraph {text}")
            continue
        wanted = {"font": font, "size": size, "bold": bold, "first": first, "line": line}
        for key, value in wanted.items():
            same = own[key] == value if isinstance(value, (str, bool)) else abs(own[key] - value) <= 0.3
            if not same:
                problems.append(f"{name}: {kind}: {key} is {own[key]} instead of {value}")
    footer = "".join(paragraph.text for paragraph in section.footer.paragraphs)
    if bool(house["page"]) != bool(footer.strip()):
        problems.append(f"{name}: the page number is '{footer}'")


def main():
    binary = sys.argv[1]
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for name, house in HOUSES.items():
            check(binary, name, house, folder, problems)
        empty = folder / "empty.docx"
        Document().save(empty)
        whole = (folder / "song.docx").read_bytes()
        (folder / "cut.docx").write_bytes(whole[: len(whole) // 2])
        (folder / "text.docx").write_text("全年工作", encoding="utf-8")
        for name in ("empty", "cut", "text", "missing"):
            answer = run(binary, "styles", "--from", folder / f"{name}.docx")
            if answer.returncode == 0 or answer.returncode < 0 or not answer.stderr.strip():
                problems.append(f"{name}: status {answer.returncode}, '{answer.stderr.strip()}'")
            print(f"{name}: {answer.stderr.strip()}")
    for problem in problems:
        print("problem:", problem)
    print(f"{len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
