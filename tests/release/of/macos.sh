# shellcheck shell=bash disable=SC2154 # `try` reads this, and gives it its names
# What a Mac reads.

"$tools/python" - <<'PYTHON'
import json, plistlib
entitlements = open("packaging/macos/entitlements.plist", "rb").read()
# A comment in this file is one that codesign takes and the system refuses.
assert b"<!--" not in entitlements
assert plistlib.loads(entitlements) == {}
info = plistlib.load(open("packaging/macos/Info.plist", "rb"))
assert [kind["CFBundleURLSchemes"] for kind in info["CFBundleURLTypes"]] == [["resend-reservation"]]
mac = json.load(open("tauri.macos.conf.json"))["bundle"]["macOS"]
assert mac["hardenedRuntime"] is True
for name in "entitlements", "infoPlist":
    open(mac[name])
PYTHON
passed "the property lists for macOS are read, and ask for nothing"
