# shellcheck shell=bash disable=SC2154 # `try` reads this, and gives it its names
# No script of this project asks a question of a pipe that its reader may close.

broken_pipes() {
  "$tools/python" tests/release/broken-pipes "$@"
}
mapfile -d '' -t files < <(find dev .ci .github packaging tests src-tauri ui docs ./*.md ./*.json Cargo.toml -type f \
  -not -name '*.bmp' -not -name '*.png' -not -name '*.pyc' -print0)
[ ${#files[@]} -gt 300 ]
broken_pipes "${files[@]}"
passed "no reader in a script closes a pipe before its writer is done"

# Each of these is one; `¦` stands for the pipe and `»(` for the other way to one, as this file is looked at too.
closing='list ¦ grep -q word
list ¦ grep -Fqx word || fail
list ¦ grep --quiet word && echo yes
! list ¦ grep -q word || fail
if ! list 2>/dev/null ¦ LC_ALL=C grep -qE "a|b"; then echo no; fi
list ¦& grep -m1 word
list ¦ grep word -l
list ¦ egrep -sq word
list ¦ sudo -n grep -q word
list ¦ head -1
list ¦ head
list¦head -c 20 >file
first=$(list ¦ tail -n +2 ¦ head -n 1)
first=`list ¦ head -1`
list ¦ (head -1; echo more)
list > »(head -1)
list ¦ sed q
list ¦ sed -n "/word/{p;q}"
list ¦ sed -e "s/q/x/" -e 5q
list ¦ sed -E "s|a|b|; /c/Q"
list ¦ awk "{ print; exit }"
list ¦ awk "NR == 2 { print \$1; exit } END { print 0 }"
list ¦ perl -ne "print && exit if /word/"
list ¦ read -r first
list ¦ { read -r first second; echo "$first"; }
list ¦ while read -r line; do [ "$line" != word ] || break; done
list ¦ mapfile -n 1 lines
list ¦ true
bash -c "list ¦ head -1"
su desk --login --command '"'list ¦ grep -q word'"
# Each of these is none.
reading='grep -q word file
grep -q word <<<"$words"
grep -q word < <(list)
! grep -q word file || fail
head -1 file
sed 5q file
read -r first <file
list || grep -q word file
list ¦ grep word >/dev/null
list ¦ grep -c word
list ¦ grep -E "^-q|-m1$" -e --quiet-
list ¦ tail -1
list ¦ head -n -1
list ¦ sed -n 1p
list ¦ sed "s/q/Q/; /q/d"
list ¦ awk "/word/ { found = 1 } END { exit !found }"
list ¦ awk "{ print \"exit\" }"
list ¦ while read -r line; do echo "$line"; done
list ¦ tee file
list ¦ cat # and not: list ¦ head -1
case $word in read ¦ head) echo ;; esac # a choice'

# Shell by itself, on two lines, in a workflow, in a package.json and in another language.
forms() {
  local folder=$work/$1 line quoted number=0
  mkdir "$folder"
  while read -r line; do
    number=$((number + 1)) quoted=${line//\"/\\\"}
    printf '#!/usr/bin/env bash\n%s\n' "$line" >"$folder/$number"
    printf 'steps:\n  - run: |\n      %s\n' "$line" >"$folder/$number.yml"
    # In another language a bar without spaces, or before a word of its own, is most often no pipe; nor is there a comment.
    case $line in *»* | *[!\ ]¦* | *'¦ true' | *' # '*) continue ;; esac
    sed -E '1i #!/bin/sh'$'\n''s/¦&? */&# a word on it\n  /' <<<"$line" >"$folder/$number-lines"
    printf '{ "scripts": { "try": "%s" } }\n' "$quoted" >"$folder/$number.json"
    printf 'fn try_it() { shell("%s"); }\n' "$quoted" >"$folder/$number.rs"
  done
  sed -i 's/¦/|/g; s/»/>/' "$folder"/*
}
forms closing <<<"$closing"
broken_pipes "$work"/closing/* >"$work/found" && exit 1
diff <(printf '%s\n' "$work"/closing/*) <(cut -d: -f1 "$work/found" | uniq)
forms reading <<<"$reading"
broken_pipes "$work"/reading/*
passed "one is found in each of its forms, and what reads to the end, or a file, is none"
