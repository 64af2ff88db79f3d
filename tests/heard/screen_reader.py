"""Orca, Debian's screen reader, with a speech server that writes: what it says of the same window."""

import contextlib
import json
import os
import pathlib

from desktop import started

HERE = pathlib.Path(__file__).resolve().parent
PROFILE = {
    "profile": ["Default", "default"],
    "speechServerFactory": "writing_speech",
    "speechServerInfo": ["Written", "written"],
    "enableKeyEcho": False,
    "enableBraille": False,
    "enableSound": False,
}


class Orca:
    def __init__(self, spoken):
        self._spoken = spoken
        self._told = 0

    def said(self):
        """What it has said since it was asked last."""
        lines = self._all()[self._told :]
        self._told += len(lines)
        return lines

    def would_say(self):
        """The same, left where it is."""
        return self._all()[self._told :]

    def _all(self):
        return self._spoken.read_text().splitlines() if self._spoken.exists() else []


@contextlib.contextmanager
def orca():
    place = pathlib.Path(os.environ["HOME"], "orca")
    place.mkdir()
    general = {**PROFILE, "startingProfile": PROFILE["profile"], "speechFactoryModules": ["writing_speech"]}
    settings = {"general": general, "profiles": {"default": PROFILE}, "pronunciations": {}, "keybindings": {}}
    (place / "user-settings.conf").write_text(json.dumps(settings))
    spoken = place / "spoken.txt"
    environment = {**os.environ, "SPOKEN": str(spoken), "PYTHONPATH": str(HERE)}
    # It is not replaced where one runs already: that one is somebody's.
    with started(["/usr/bin/orca", "--user-prefs", str(place)], env=environment):
        yield Orca(spoken)


def must_be_said(lines):
    """Of an outcome or a question: its whole text. Orca has no live regions in a WebKitGTK page, so it comes with the focus."""
    for line in lines:
        kind, _, told = line.partition(" — ")
        told = told.split(" › ")[0]
        if told and kind.startswith(("focus [region]", "focus [question]")):
            yield told


def is_said(text, spoken):
    return "".join(text.split()) in "".join(" ".join(spoken).split())
