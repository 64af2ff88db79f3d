"""Walks one scenario through one window, and writes what was heard: walk.py APP STEPS TRANSCRIPT [EXPECTED [SPOKEN]]

With a transcript that is expected, a step ends as soon as its lines were heard. Without one, once something is heard of
each kind that the step names after "until", and then nothing more. With SPOKEN Orca listens as well, and what it says is
written there.
"""

import contextlib
import pathlib
import sys
import time

from desktop import app, take_keyboard, turn_accessibility_on, xdotool
from ear import Ear, id_of
from screen_reader import is_said, must_be_said, orca
from transcript import in_order, is_in_passing, masked, parse, without_repeats, written

LONG_ENOUGH = 30
# After this much silence nothing more is thought to come, where nobody knows what should.
SILENCE = 1.5
# Once it was told.
SOON = 8
MOST_STOPS = 40


class Walk:
    def __init__(self, ear, expected):
        self.ear = ear
        self.expected = dict(enumerate(expected))
        self.is_as_expected = bool(expected)
        self.walked = []
        self.orca = None
        self.spoken = []

    def open(self):
        """The first that is heard is where one is."""
        self.listen(LONG_ENOUGH, self.ear.find_page)
        take_keyboard()
        self.end("open", ["focus"])

    def step(self, step):
        self.ear.heard.clear()
        step, _, kinds = step.partition(" until ")
        verb, _, what = step.partition(" ")
        if verb == "type":
            self.ear.is_tabbing = False
            xdotool("type", "--delay", "15", what)
        elif verb == "key":
            self.press(what)
        elif verb == "listen":
            pass
        elif verb == "await":
            identifier, _, text = what.partition(" ")
            return self.listen(LONG_ENOUGH, lambda: self.ear.shows(identifier, text))
        elif verb == "tab-to":
            return self.tab_to(what)
        else:
            raise SystemExit(f"there is no such step: {step}")
        self.end(step, kinds.split())

    def tab_to(self, identifier):
        """Stop by stop, as a person who does not see goes there."""
        for _ in range(MOST_STOPS):
            self.ear.heard.clear()
            self.press("Tab")
            self.end("key Tab", ["focus"])
            if id_of(self.ear.focus) == identifier:
                return
        raise SystemExit(f"Tab does not lead to {identifier}:\n{written(self.walked)}")

    def press(self, key):
        self.ear.is_tabbing = key.endswith("Tab")
        xdotool("key", key)

    def end(self, step, kinds):
        number = len(self.walked)
        expected = self.expected.get(number, (None, []))
        if self.is_as_expected and expected[0] == step:
            self.listen(LONG_ENOUGH, lambda: self.heard() == expected[1])
            # Whatever was told before the answer to one more question has come by then.
            self.ear.ask()
            self.is_as_expected = self.heard() == expected[1]
        else:
            self.is_as_expected = False
            self.listen(LONG_ENOUGH, lambda: all(any(line.startswith(kind) for line in self.heard()) for kind in kinds))
            self.until_silence()
        self.walked.append((step, self.heard()))
        if self.orca is not None:
            must = list(must_be_said(self.heard()))
            self.listen(SOON, lambda: all(is_said(text, self.orca.would_say()) for text in must))
            self.until_silence()
            self.spoken.append((step, [masked(line) for line in self.orca.said()]))
        for line in self.passed():
            print(f"in passing, after {step}: {line}", file=sys.stderr)

    def heard(self):
        return in_order(without_repeats(masked(line) for line in self.ear.heard if not is_in_passing(line)))

    def passed(self):
        """What was heard in passing."""
        return [line for line in self.ear.heard if is_in_passing(line)]

    def listen(self, seconds, is_over):
        end = time.monotonic() + seconds
        while not is_over() and time.monotonic() < end:
            self.ear.listen(0.2)

    def until_silence(self):
        count = -1
        while count != self.count():
            count = self.count()
            self.listen(SILENCE, lambda: self.count() != count)

    def count(self):
        return len(self.ear.heard) + (len(self.orca.would_say()) if self.orca else 0)


def main(binary, steps, transcript, expected=None, spoken=None):
    turn_accessibility_on()
    walk = Walk(Ear(), parse(pathlib.Path(expected).read_text()) if expected else [])
    with contextlib.ExitStack() as running:
        if spoken:
            # As at a desk: it is there before the app is.
            walk.orca = running.enter_context(orca())
            walk.listen(LONG_ENOUGH, walk.orca.would_say)
            if not walk.orca.said():
                raise SystemExit("Orca does not start: is there another one?")
        running.enter_context(app(binary))
        walk.open()
        for step in pathlib.Path(steps).read_text().splitlines():
            if step.strip() and not step.startswith("#"):
                walk.step(step)
    pathlib.Path(transcript).write_text(written(walk.walked))
    if spoken:
        pathlib.Path(spoken).write_text(written(walk.spoken))


main(*sys.argv[1:])
