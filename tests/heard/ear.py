"""Listens on the accessibility bus as a screen reader does: what gets the focus, and what live regions say.

It hears one application. Each thing heard is one line of text, in the order in which it came.
"""

import contextlib
import re
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# What the library calls it where no answer came in time, and also where what was asked is gone.
NO_ANSWER = 1
IS_GONE = re.compile("does not exist|No such")
# Between two questions.
PAUSE = 0.1
TOLD_STATES = ["CHECKED", "EXPANDED", "COLLAPSED", "INVALID_ENTRY", "SELECTED", "READ_ONLY", "PRESSED"]
# In one way on every version of the library.
ROLES = {
    Atspi.Role.ENTRY: "box",
    Atspi.Role.PUSH_BUTTON: "button",
    Atspi.Role.LANDMARK: "region",
    Atspi.Role.PANEL: "group",
    Atspi.Role.UNKNOWN: "disclosure",
}
CHANGED = "object:children-changed:add"
CARET = "object:text-caret-moved"
EVENTS = [
    "object:state-changed:focused",
    "object:state-changed:checked",
    "object:state-changed:expanded",
    CHANGED,
    CARET,
    "object:announcement",
    "object:notification",
]


class Ear:
    def __init__(self):
        self.heard = []
        self.focus = None
        self.page = None
        self.is_tabbing = False
        self._caret = None
        self._asked = {}
        self._events = []
        self._changed = set()
        self._surroundings = []
        Atspi.init()
        # A computer that has other work as well may take long over an answer.
        Atspi.set_timeout(20_000, 20_000)
        self._listener = Atspi.EventListener.new(self._on_event)
        for event in EVENTS:
            self._listener.register(event)

    def listen(self, seconds):
        """Hears what comes within that time, and returns as soon as something has come."""
        before, end = len(self.heard), time.monotonic() + seconds
        while len(self.heard) == before and time.monotonic() < end:
            self.ask()
            time.sleep(PAUSE)

    def ask(self):
        """Asks the page something, and hears what was on its way before the answer. WebKitGTK may keep what has changed to
        itself until somebody asks, as a screen reader does at every key."""
        with contextlib.suppress(GLib.Error):
            if self.page is not None:
                self.page.clear_cache()
                self.page.get_child_count()
        context = GLib.MainContext.default()
        while context.pending():
            context.iteration(False)
        self._hear()

    def find_page(self):
        """Whether the page hangs in the window. Walks all of it: only of what was asked for is anything told later."""
        try:
            every = list(within(Atspi.get_desktop(0)))
        except GLib.Error:
            return False
        for found in every:
            self._asked.setdefault(found, names(found))
        self.page = next((found for found in every if found.get_role() == Atspi.Role.DOCUMENT_WEB), None)
        return any(found.get_role() == Atspi.Role.ENTRY and has(found, "SHOWING") for found in every)

    def shows(self, identifier, text):
        with contextlib.suppress(GLib.Error):
            return any(id_of(found) == identifier and text in text_of(found) for found in within(self.page))

    def _on_event(self, event):
        """Of a list that comes row by row there are thousands: what changes twice before it is looked at is looked at once."""
        changed = (event.type, event.source) if event.type.startswith(CHANGED) else None
        if event.source is not None and (changed is None or changed not in self._changed):
            self._events.append(event)
            self._changed.add(changed)

    def _hear(self):
        """One after the other, and none is lost to a page that is too busy to answer."""
        while self._events:
            try:
                self._take(self._events[0])
            except GLib.Error as error:
                if error.code == NO_ANSWER and not IS_GONE.search(error.message):
                    return
                # It is gone already: a screen reader would say nothing of it either.
            event = self._events.pop(0)
            self._changed.discard((event.type, event.source))

    def _take(self, event):
        if event.type.startswith(CARET):
            if not self.is_tabbing and has(event.source, "FOCUSED"):
                self._caret = event.source
        elif event.type.startswith("object:state-changed:focused"):
            if event.detail1 and event.source != self.focus and event.source.get_role() != Atspi.Role.FILLER:
                self.heard.append(self._how(event.source) + self._with_surroundings(event.source))
                self.focus = event.source
        elif event.type.startswith("object:state-changed:"):
            if has(event.source, "FOCUSED"):
                self.heard.append("now " + described(event.source))
        elif event.type.startswith(("object:announcement", "object:notification")):
            self.heard.append(f"announcement {event.any_data}")
        elif (live := liveliness(event.source)) not in ("", "off") and not is_question(event.source):
            # Words in a live region are in an element of their own. A question is spoken with the focus.
            words = text_of(event.source)
            if words:
                self.heard.append(f"{live} {words}")

    def _how(self, found):
        """As Orca 43 does it: it knows already where the caret is, and keeps what it once asked of an element."""
        if found == self._caret:
            return "focus in silence "
        now = names(found)
        return "focus " if self._asked.setdefault(found, now) == now else "focus under what it was called before "

    def _with_surroundings(self, found):
        """What is spoken of the groups and regions that were entered, the outermost first, and then of what has the focus."""
        before = {id(each) for each in self._surroundings}
        line = described(found)
        around = [each for each in ancestors(found) if each.get_name() and surrounds(each)]
        entered = [described(each) for each in reversed(around) if id(each) not in before]
        # What had the focus itself was spoken by that.
        self._surroundings = [found, *around]
        return " › ".join([*entered, line])


def described(found):
    """Role, name, value, states and description: what is spoken of what gets the focus."""
    found.clear_cache()
    role = "question" if is_question(found) else ROLES.get(found.get_role()) or found.get_role_name()
    line = f"[{role}] {found.get_name() or ''}".rstrip()
    value = value_of(found)
    if value is not None:
        line += f" = “{value}”"
    states = [state.lower().replace("_", " ") for state in TOLD_STATES if has(found, state)]
    if not has(found, "ENABLED"):
        states.append("unavailable")
    if states:
        line += f" ({', '.join(states)})"
    description = found.get_description()
    return plain(f"{line} — {description}" if description else line)


def names(found):
    found.clear_cache()
    return found.get_name(), found.get_description()


def value_of(found):
    if has(found, "EDITABLE"):
        return Atspi.Text.get_text(found, 0, -1)
    if found.get_role() == Atspi.Role.COMBO_BOX:
        return next((item.get_name() for item in within(found) if has(item, "SELECTED")), "")
    return None


def text_of(found):
    """The words of an object and of what lies in it."""
    found.clear_cache()
    text = Atspi.Text.get_text(found, 0, -1) if "Text" in found.get_interfaces() else ""
    inner = [text_of(child) for child in children(found)]
    if "\ufffc" in text:
        for words in inner:
            text = text.replace("\ufffc", f" {words} ", 1)
        return plain(text)
    # What lies in it as blocks is in its own text as well, with nothing between them.
    if letters("".join(inner)) == letters(text):
        return plain(" ".join(inner))
    return plain(text or " ".join(inner) or found.get_name() or "")


def letters(text):
    return re.sub(r"\W", "", text)


def plain(text):
    return re.sub(r"[\s\ufffc\u200b]+", " ", text).strip()


def ancestors(found):
    """Up to the page, the nearest first."""
    while (found := found.get_parent()) is not None and found.get_role() != Atspi.Role.DOCUMENT_WEB:
        yield found


def surrounds(found):
    return found.get_role() in (Atspi.Role.PANEL, Atspi.Role.LANDMARK) or is_question(found)


def is_question(found):
    return (found.get_attributes() or {}).get("computed-role") == "alertdialog"


def liveliness(found):
    return (found.get_attributes() or {}).get("live", "")


def id_of(found):
    return (found.get_attributes() or {}).get("id", "")


def has(found, state):
    return found.get_state_set().contains(getattr(Atspi.StateType, state))


def children(found):
    for index in range(found.get_child_count()):
        child = found.get_child_at_index(index)
        if child is not None:
            yield child


def within(found):
    yield found
    for child in children(found):
        yield from within(child)
