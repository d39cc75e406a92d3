"""A stage that breaks the rules in the way that its argument names; `Tests/OutOfTree/check.py` runs it."""

import json
import subprocess
import sys
import time

fault = sys.argv[1]
for line in sys.stdin:
    request = json.loads(line)
    if request["message"] == "hello":
        reply = {"message": "hello", "protocol": "qinggao-stage/1", "capabilities": ["changes"]}
        print(json.dumps(reply), flush=True)
        continue
    document = request["document"]
    if fault == "wordy":
        for number in range(200):
            print("working on", number, "x" * 400, file=sys.stderr)
        raise ValueError("the real reason")
    if fault == "orphans":
        subprocess.Popen(["sleep", "20"])
        sys.exit(3)
    if fault == "throws":
        raise ValueError("something is wrong")
    if fault == "hangs":
        time.sleep(60)
    if fault == "garbage":
        print("Processing ...", flush=True)
    if fault == "endless":
        while True:
            sys.stdout.write("x" * 65536)
    if fault == "floods":
        while True:
            sys.stderr.write("x" * 65536)
    if fault == "half":
        print('{"message": "result", "id": 1, "docu', flush=True)
        sys.exit(0)
    if fault == "broken":
        document["blocks"][0]["kind"] = 7
    if fault == "twice":
        document["blocks"].append(document["blocks"][0])
    if fault == "drops":
        del document["blocks"][-1]
    if fault == "shortens":
        block = next(block for block in document["blocks"] if block["kind"] == "paragraph")
        block["content"][0]["text"] = block["content"][0]["text"][:5]
    reply = {"message": "result", "id": request["id"], "document": document}
    print(json.dumps(reply), flush=True)
