"""The walks that there are: each scenario in each language, and where what was heard is written down."""

import os
import pathlib
import subprocess
import sys

from desktop import home, on_a_bus

HERE = pathlib.Path(__file__).resolve().parent
APP = os.environ.get("RESEND_APP") or str(HERE.parents[1] / "target/release/resend-reservation")
GOLDEN = HERE / "golden"
LANGUAGES = ["en", "nb"]
SCENARIOS = sorted(path.stem for path in (HERE / "scenarios").glob("*.txt"))
LONGEST = 900

if not os.access(APP, os.X_OK):
    sys.exit(f"there is no app at {APP}: run cargo build --release, or set RESEND_APP")


def golden(language, scenario):
    return GOLDEN / language / f"{scenario}.txt"


def chosen(language, arguments):
    return [scenario for scenario in SCENARIOS if not arguments or {language, scenario, f"{language}/{scenario}"} & set(arguments)]


def walk(screen, language, scenario, expected="", spoken=""):
    """What is heard in one window, as a transcript."""
    with home(screen, language) as environment:
        heard = pathlib.Path(environment["HOME"], "heard.txt")
        files = [HERE / "walk.py", APP, HERE / "scenarios" / f"{scenario}.txt", heard, expected, spoken]
        command = on_a_bus(["/usr/bin/python3", *map(str, files)])
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=LONGEST)
        if done.returncode != 0:
            raise RuntimeError(f"{language}/{scenario}: {done.stderr[-800:]}")
        for line in done.stderr.splitlines():
            if line.startswith("in passing"):
                print(f"{language}/{scenario}: {line}")
        return heard.read_text()
