#!/usr/bin/env python3
"""Runs stages from outside the repository, good and broken ones, through the command line.

    Tests/OutOfTree/check.py BINARY [OFFICE_BINARY]

BINARY is `qinggao`; OFFICE_BINARY is that of the package beside this file, whose pipeline is run as well.
"""

import collections
import json
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
FAULTS = {
    # What broken.py does, and words of the message that names it.
    "throws": "something is wrong",
    "wordy": "the real reason",
    "orphans": "ended with status 3",
    "hangs": "no answer within 1 s",
    "garbage": "Processing",
    "endless": "external-reply",
    "floods": "no answer within 1 s",
    "half": "no JSON",
    "broken": "document.blocks[0].kind",
    "twice": "two blocks have the identity",
    "drops": "without a reason",
    "shortens": "without a reason",
    "missing": "cannot start",
}


def run(*command, **options):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=120, **options)


def counted(text):
    """The characters that count: no blanks, nothing that nobody sees."""
    return collections.Counter(c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf", "Zs"))


def check(condition, message):
    if not condition:
        sys.exit(f"out of tree: {message}")


def check_package(binary, folder):
    shutil.copytree(HERE, folder / "stages", ignore=shutil.ignore_patterns("Package"))
    stages = folder / "stages"
    result = run(binary, "render", stages / "draft.txt", "--config", stages / "pipeline.yaml", "-o", folder / "out.docx",
                 "--report", folder / "report.json", "--lang", "en")
    check(result.returncode == 2 and "--allow-external" in result.stderr, f"no permission was asked: {result.stderr}")
    check(not (folder / "out.docx").exists(), "an output without permission")
    result = run(binary, "render", stages / "draft.txt", "--config", stages / "pipeline.yaml", "-o", folder / "out.docx",
                 "--report", folder / "report.json", "--allow-external", "--lang", "en")
    check(result.returncode == 0, result.stderr)
    report = json.loads((folder / "report.json").read_text())
    edits = [(e["stage"], e["line"], e["before"], e["after"], e["reason"]) for e in report["edits"] if e["reason"] == "unit-name"]
    wanted = [
        ("unit-names", 5, "km", "公里", "unit-name"), ("office-unit-names", 5, "kg", "千克", "unit-name"),
        ("python-unit-names", 6, "㎡", "平方米", "unit-name"), ("python-unit-names", 8, "㎡", "平方米", "unit-name"),
    ]
    check(edits == wanted, f"edits: {edits}")
    compounds = [(d["id"], d["line"], d["column"], d["endColumn"]) for d in report["diagnostics"] if d["id"].endswith(".compound")]
    check(compounds == [("unit-names.compound", 6, 30, 34), ("python-unit-names.compound", 6, 30, 34)], f"{compounds}")
    result = run(binary, "render", stages / "draft.txt", "--config", stages / "pipeline.yaml", "--to", "txt", "-o", "-",
                 "--allow-external", "--quiet")
    left = counted((stages / "draft.txt").read_text())
    for edit in report["edits"]:
        left.subtract(counted(edit["before"]))
        left.update(counted(edit["after"]))
    left.subtract(counted(result.stdout))
    check(not any(left.values()), f"not conserved: {[c for c in left if left[c]]}")
    print("out of tree: three ways in one pipeline, every edit reported and conserved")


def check_faults(binary, folder):
    for number, (fault, words) in enumerate(FAULTS.items()):
        work = folder / fault
        work.mkdir()
        shutil.copy(HERE / "broken.py", work)
        shutil.copy(HERE / "draft.txt", work)
        program = "./no-such-program" if fault == "missing" else "python3"
        command = json.dumps([program, "broken.py", fault])
        (work / "pipeline.yaml").write_text(
            f"version: 1\nstages:\n  - cleanup\n  - external: {{ name: guest, command: {command}, timeout: {20 if fault == 'endless' else 1} }}\n")
        before = sorted(path.name for path in work.iterdir())
        for arguments in (["-o", "out.docx"], ["-o", "out/", "--to", "txt"]):
            started = time.monotonic()
            result = run(binary, "render", "draft.txt", "--config", "pipeline.yaml", "--allow-external", "--lang", "en",
                         *arguments, cwd=work)
            check(result.returncode == 4, f"{fault}: status {result.returncode}: {result.stderr}")
            check("guest" in result.stderr and words in result.stderr, f"{fault}: {result.stderr}")
            check(time.monotonic() - started < 30, f"{fault}: it took too long")
        left = sorted(path.name for path in work.iterdir() if path.name != "out")
        check(left == before and not list((work / "out").iterdir()), f"{fault} left {left}")
        chinese = run(binary, "check", "draft.txt", "--config", "pipeline.yaml", "--allow-external", "--lang", "zh", cwd=work)
        check(chinese.returncode == 4 and "阶段 guest 失败" in chinese.stderr, f"{fault}: {chinese.stderr}")
    print(f"out of tree: {len(FAULTS)} faults reported by name, with no output")


def check_batch(binary, folder):
    """A process serves a whole batch, one for each thread, and one bad document does not stop the others."""
    work = folder / "batch"
    work.mkdir()
    (work / "stage.py").write_text(
        "import json, os, sys\n"
        "for line in sys.stdin:\n"
        "    request = json.loads(line)\n"
        "    if request['message'] == 'hello':\n"
        "        reply = {'message': 'hello', 'protocol': 'qinggao-stage/1'}\n"
        "    elif '失败' in line:\n"
        "        reply = {'message': 'error', 'id': request['id'], 'text': 'this one not'}\n"
        "    else:\n"
        "        reply = {'message': 'result', 'id': request['id'], 'diagnostics': [{'id': 'pid', 'message': str(os.getpid())}]}\n"
        "    print(json.dumps(reply), flush=True)\n")
    (work / "pipeline.yaml").write_text("version: 1\nstages: [{ external: { name: guest, command: [python3, stage.py] } }]\n")
    names = [f"draft{number}.txt" for number in range(8)]
    for name in names:
        (work / name).write_text("年度工作总结\n一、总结\n工作平稳。\n")
    for jobs in (1, 2):
        result = run(binary, "render", *names, "--config", "pipeline.yaml", "--allow-external", "-o", "out/", "--json",
                     "--jobs", str(jobs), cwd=work)
        processes = {d["message"] for report in json.loads(result.stdout) for d in report["diagnostics"] if d["id"] == "guest.pid"}
        check(result.returncode == 0 and 1 <= len(processes) <= jobs, f"{len(processes)} processes for {jobs} threads: {result.stderr}")
    (work / names[3]).write_text("年度工作总结\n失败\n")
    result = run(binary, "render", *names, "--config", "pipeline.yaml", "--allow-external", "-o", "again/", "--lang", "en", cwd=work)
    written = sorted(path.name for path in (work / "again").iterdir())
    check(result.returncode == 4 and "this one not" in result.stderr, result.stderr)
    check(len(written) == 7 and "draft3.docx" not in written, f"{written}")
    print("out of tree: one process for each thread of a batch")


HELLO = "import json, sys\nprint(json.dumps({'message': 'hello', 'protocol': 'qinggao-stage/1'}), flush=True)\nsys.stdin.readline()\n"


def check_ends(binary, folder):
    """What happens after the last answer, and when somebody asks for an end."""
    work = folder / "ends"
    work.mkdir()
    shutil.copy(HERE / "draft.txt", work)
    (work / "late.py").write_text(HELLO + "sys.stdin.readline()\nprint('{\"message\": \"result\", \"id\": 1}', flush=True)\n"
                                  "sys.stdin.readline()\nsys.exit('too late')\n")
    (work / "stays.py").write_text(HELLO + "sys.stdin.readline()\nprint('{\"message\": \"result\", \"id\": 1}', flush=True)\n"
                                   "import time\ntime.sleep(60)\n")
    (work / "hangs.py").write_text(HELLO + "import time\ntime.sleep(60)\n")
    for name, words in (("late", "too late"), ("stays", "did not end when its input was closed")):
        (work / "pipeline.yaml").write_text(f"version: 1\nstages: [{{ external: {{ name: guest, command: [python3, {name}.py] }} }}]\n")
        result = run(binary, "render", "draft.txt", "--config", "pipeline.yaml", "--allow-external", "-o", "out.txt", "--lang", "en", cwd=work)
        check(result.returncode == 4 and words in result.stderr and "guest" in result.stderr, f"{name}: {result.stderr}")
    (work / "pipeline.yaml").write_text("version: 1\nstages: [{ external: { command: [python3, hangs.py], timeout: 60 } }]\n")
    shutil.copy(work / "draft.txt", work / "second.txt")
    for ignored in ([], [signal.SIGINT]):
        for number in (signal.SIGTERM, signal.SIGHUP):
            process = subprocess.Popen(
                [str(binary), "render", "draft.txt", "second.txt", "--config", "pipeline.yaml", "--allow-external", "-o", "signalled/"],
                cwd=work, stderr=subprocess.PIPE, preexec_fn=lambda: [signal.signal(each, signal.SIG_IGN) for each in ignored])
            time.sleep(1)
            process.send_signal(number)
            process.communicate(timeout=20)
            check(process.returncode == -number, f"{number} with {ignored} ignored: {process.returncode}")
    check(not list((work / "signalled").iterdir()), "an output of a run that was ended")
    print("out of tree: late failures are told, and signals end a run")


def check_page(binary, folder):
    """What the page on extending shows of an exchange is what both sides say."""
    page = (HERE.parent.parent / "Documentation/Extending.md").read_text()
    draft, lines = re.search(r"<!-- exchange: draft.txt is (.*) -->\n```text\n(.*?)```", page, re.S).groups()
    work = folder / "page"
    work.mkdir()
    shutil.copy(HERE / "unit_names.py", work)
    (work / "draft.txt").write_text(draft.replace("\\n", "\n"))
    command = json.dumps(["sh", "-c", "tee requests | python3 unit_names.py | tee answers"])
    (work / "pipeline.yaml").write_text(
        f"version: 1\nstages: [{{ external: {{ name: guest, command: {command}, options: {{ units: [㎡] }} }} }}]\n")
    result = run(binary, "render", "draft.txt", "--config", "pipeline.yaml", "--allow-external", "--date", "2024-12-31",
                 "--to", "txt", "-o", "-", "--quiet", cwd=work)
    check(result.returncode == 0 and "300平方米" in result.stdout, result.stderr)
    requests, answers = ((work / name).read_text().splitlines() for name in ("requests", "answers"))
    said = [line for pair in zip(requests, answers) for line in (f"→ {pair[0]}", f"← {pair[1]}")]
    check(said == lines.splitlines(), "Documentation/Extending.md shows another exchange:\n" + "\n".join(said))
    print("out of tree: the exchange on the page is the real one")


def main():
    binary = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_faults(binary, folder)
        check_batch(binary, folder)
        check_ends(binary, folder)
        check_page(binary, folder)
        if len(sys.argv) > 2:
            check_package(pathlib.Path(sys.argv[2]).resolve(), folder)


main()
