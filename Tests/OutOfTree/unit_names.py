#!/usr/bin/env python3
"""A stage in Python: writes units by their Chinese names after figures, as `unit-names` does.

It reads one JSON object a line and answers each with one line. Standard output is for answers only.
"""

import json
import re
import sys

NAMES = {"km": "公里", "m": "米", "kg": "千克", "t": "吨", "㎡": "平方米", "m²": "平方米", "℃": "摄氏度"}
PROSE = {"lead", "paragraph", "point", "list_item", "heading1", "heading2", "heading3", "heading4", "heading5"}
SYMBOL = re.compile(r"(?<=[0-9]) ?([A-Za-z㎡²³℃/]+)")


def shown(block):
    """The text of a block in its order; a range in it counts characters."""
    pieces = lambda name: "".join(piece.get("text", piece.get("sign", "")) for piece in block.get(name) or [])
    marker = (block.get("label") or {}).get("marker", "")
    parts = [block.get("prefix", ""), marker, pieces("content"), block.get("terminator", ""), pieces("body")]
    return "".join(parts)


def answer(request):
    units = request["options"].get("units", list(NAMES))
    document, reasons, findings = request["document"], [], []
    for block in document["blocks"]:
        if block["kind"] not in PROSE:
            continue
        for piece in block.get("content", []) + (block.get("body") or []):
            # Gaps and pieces of kinds that this script does not know stay as they are.
            if piece["type"] != "text":
                continue

            def name(match):
                symbol = match.group(1)
                if symbol not in units or symbol not in NAMES:
                    return match.group(0)
                reasons.append({"block": block["id"], "reason": "unit-name", "before": match.group(0), "after": NAMES[symbol]})
                return NAMES[symbol]

            piece["text"] = SYMBOL.sub(name, piece["text"])
        for match in SYMBOL.finditer(shown(block)):
            if "/" in match.group(1):
                findings.append({
                    "id": "compound", "severity": "info", "block": block["id"], "range": [match.start(1), match.end(1)],
                    "message": {"zh": f"“{match.group(1)}”是组合单位，请改写", "en": f"'{match.group(1)}' is a compound unit; rewrite it"},
                })
    return {"message": "result", "id": request["id"], "document": document, "reasons": reasons, "diagnostics": findings}


sys.stdin.reconfigure(encoding="utf-8")
sys.stdout.reconfigure(encoding="utf-8")
for line in sys.stdin:
    request = json.loads(line)
    if request["message"] == "hello":
        reply = {"message": "hello", "protocol": "qinggao-stage/1", "capabilities": ["changes"]}
    else:
        reply = answer(request)
    print(json.dumps(reply, ensure_ascii=False), flush=True)
