"""A desktop that nobody sees: a display, a message bus, a home, and on it the app in practice."""

import contextlib
import json
import os
import pathlib
import subprocess
import tempfile

KEPT = ["PATH", "LD_LIBRARY_PATH", "SSL_CERT_FILE", "SSL_CERT_DIR"]


@contextlib.contextmanager
def display():
    """The name of a virtual display."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-noreset"]
    with started(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        yield f":{server.stdout.readline().strip()}"


@contextlib.contextmanager
def home(display_name, language):
    """What a program is started with there. A bus of its own begins inside: see `on_a_bus`."""
    with tempfile.TemporaryDirectory(prefix="heard-") as place:
        settings = pathlib.Path(place, "data", "settings.json")
        settings.parent.mkdir()
        settings.write_text(json.dumps({"language": language, "environment": "practice", "default_country": "NO"}))
        folders = {"HOME": "", "XDG_RUNTIME_DIR": "run", "XDG_CONFIG_HOME": ".config", "XDG_DATA_HOME": ".local/share", "XDG_CACHE_HOME": ".cache"}
        for folder in folders.values():
            pathlib.Path(place, folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        yield {
            **{name: os.environ[name] for name in KEPT if name in os.environ},
            **{name: str(pathlib.Path(place, folder)) for name, folder in folders.items()},
            "DISPLAY": display_name,
            "GSETTINGS_BACKEND": "memory",
            "LC_ALL": "C.UTF-8",
            "LANGUAGE": "nb" if language == "nb" else "en",
            "TZ": "Europe/Oslo",
        }


def on_a_bus(command):
    """The display stands before the bus begins: what the bus starts inherits it."""
    return ["dbus-run-session", "--", *command]


def turn_accessibility_on():
    """As a screen reader does it when it starts."""
    where = ["--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus"]
    what = ["--method", "org.freedesktop.DBus.Properties.Set", "org.a11y.Status", "IsEnabled", "<true>"]
    subprocess.run(["gdbus", "call", *where, *what], check=True, stdout=subprocess.DEVNULL)


@contextlib.contextmanager
def started(command, **how):
    process = subprocess.Popen(command, **how)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def app(binary):
    return started([binary, "--data-dir", str(pathlib.Path(os.environ["HOME"], "data"))], stderr=subprocess.DEVNULL)


def take_keyboard():
    """There is no window manager that would hand it to the window."""
    search = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Resend Reservation"]
    window = subprocess.run(search, check=True, capture_output=True, text=True).stdout.split()[-1]
    xdotool("windowfocus", "--sync", window)


def xdotool(*arguments):
    subprocess.run(["xdotool", *arguments], check=True, stdout=subprocess.DEVNULL)
