# shellcheck shell=bash disable=SC2154 # `try` reads this, and gives it its names
# The draft, with a pretended gh.

# shellcheck disable=SC2016 # for the command that is made
pretend gh 'while [ $# -gt 0 ]; do [ "$1" != --notes-file ] || cp "$2" "'"$work"'/notes"; shift; done'
PROJECT=$project PATH=$work/bin:$PATH "$scripts/draft" v1.2.3 "$work/out"
grep -qF 'gh <release> <create> <v1.2.3> <--draft> <--verify-tag> <--title> <Resend Reservation 1.2.3>' "$work/calls"
grep -qF "<$work/out/SHA256SUMS> <$work/out/Setup_1.2.3.exe>" "$work/calls"
grep -qF 'A thing with' "$work/notes"
grep -qF 'Files named *unsigned*' "$work/notes"
passed "the release is a draft, with its notes, its files and a word on what is unsigned"

echo changed >"$work/out/Setup_1.2.3.exe"
rm "$work/calls"
PROJECT=$project PATH=$work/bin:$PATH refused FAILED "$scripts/draft" v1.2.3 "$work/out"
[ ! -e "$work/calls" ]
passed "a file that is not what the checksums say is not released"
