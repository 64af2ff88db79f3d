"""A transcript: the steps of somebody at the keyboard, and beneath each what was heard."""

import difflib
import re

# What hangs on the day or the clock; of a practice fortnight, who has still to pay does.
MOMENTS = [
    (r"\b((?:today|yesterday|i dag|i går|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:man|tirs|ons|tors|fre|lør|søn)dag) (at |kl\. )?)\d\d[:.]\d\d", "(when)"),
    (r"\b\d{1,2}\.? [a-zæøå]{3,9}\.? 20\d\d(,? (kl\. )?\d\d[:.]\d\d)?", "(when)"),
    (r"\b\d+ (is waiting|are waiting|venter) · kr [\d., ]*\d( in all| til sammen)?", r"(count) \1 · (sum)"),
    (r"(Send again|Send på nytt): .*", r"\1: (row)"),
    (r"\b(kl\. )?\d\d[:.]\d\d\b", "(when)"),
    (r"\b(month|day|year) \d+ (spin button)", r"\1 (now) \2"),
]


def masked(line):
    for pattern, mask in MOMENTS:
        line = re.sub(pattern, mask, line, flags=re.IGNORECASE)
    return line


def is_in_passing(line):
    """How long a wait is, and so whether it is spoken of, hangs on the computer."""
    return line.endswith("…") or line.endswith(("Don't send again.", "Ikke send på nytt."))


def parse(text):
    """Each step with its lines."""
    steps = []
    for line in text.splitlines():
        if line.startswith("> "):
            steps.append((line[2:], []))
        elif line.strip():
            steps[-1][1].append(line.strip())
    return steps


def written(steps):
    return "".join(f"> {step}\n" + "".join(f"  {line}\n" for line in lines) for step, lines in steps)


def in_order(lines):
    """The focus and live regions tell each in their order, and which of the two is first hangs on the computer."""
    return sorted(lines, key=lambda line: not line.startswith(("focus", "now")))


def without_repeats(lines):
    """How often a list is read while somebody types hangs on the computer."""
    return list(dict.fromkeys(lines))


def difference(expected, heard, name):
    return "\n".join(difflib.unified_diff(expected.splitlines(), heard.splitlines(), f"{name}, as written down", "as heard now", lineterm="", n=4))
