"""Orca, Debian's screen reader, with a speech server that writes: what it says of the same window."""

import contextlib
import json
import os
import pathlib
import re

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
    """Of what gets the focus, and of the question that it lies in: name, value, and the whole of what describes it. Orca has
    no live regions in a WebKitGTK page, so an outcome is heard by that as well."""
    for line in lines:
        if line.startswith("focus "):
            *around, found = line.removeprefix("focus ").split(" › ")
            for each in [*(each for each in around if each.startswith("[question]")), found]:
                yield from parts(each)


def parts(found):
    told = re.fullmatch(r"\[[^]]+\] ?(?P<name>.*?)(?: = “(?P<value>.*)”)?(?: \((?:[a-z ,]+)\))?(?: — (?P<description>.*))?", found)
    yield from filter(None, told.groups())


def is_said(text, spoken):
    return compact(text) in compact(" ".join(spoken))


def said_twice(spoken, told):
    """But for what is Orca's own: each group that is left, and a radio button, whose label it takes for that of its group."""
    own = {"leaving panel.", "forlater panel.", *(f"{name}." for name in re.findall(r"\[radio button\] (.+?) \(", " ".join(told)))}
    return [line for line in dict.fromkeys(spoken) if spoken.count(line) > 1 and line not in own]


def compact(text):
    return re.sub(r"\W", "", text)
