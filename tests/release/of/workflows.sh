# shellcheck shell=bash disable=SC2154 # `try` reads this, and gives it its names
# The workflows, and what checks them.

workflows_pass() {
  PATH=$tools:$PATH actionlint -no-color "$@" &&
    "$tools/zizmor" --offline --no-progress --quiet --persona pedantic "$@"
}
workflows_pass .github/workflows/*.yml
passed "actionlint and zizmor have nothing to say of the workflows"

# They would have, if there were something.
mkdir -p "$work/.github/workflows"
wrong=$work/.github/workflows/wrong.yml
spoil() {
  sed "$1" .github/workflows/checks.yml >"$wrong"
  ! cmp -s "$wrong" .github/workflows/checks.yml
}
# shellcheck disable=SC2016 # for GitHub
spoil 's|run: ./dev test|run: ./dev test ${{ github.head_ref }}|'
refused 'untrusted' workflows_pass "$wrong"
spoil 's|checkout@[0-9a-f]*|checkout@v7|'
refused 'unpinned-uses' workflows_pass "$wrong"
spoil 's|^permissions: {}||; s|^      contents: read||; s|^    permissions:||'
refused 'excessive-permissions' workflows_pass "$wrong"
spoil '/persist-credentials/d; s|^        with:$||'
refused 'artipacked' workflows_pass "$wrong"
passed "they find an injection, an action that is not pinned, permissions and credentials that are too wide"

grep -rlE '^#!/usr/bin/env bash' dev .ci packaging tests | sort >"$work/scripts"
xargs "$tools/shellcheck" --severity=warning tests/release/of/*.sh tests/bare/root <"$work/scripts"
passed "shellcheck has nothing to say of the scripts"

grep -oE 'packaging/[a-z]+/[a-z0-9.-]+' .github/workflows/*.yml | cut -d: -f2 | sort -u >"$work/called"
while read -r script; do
  [ -x "$script" ] || [[ $script == *.ps1 && -f $script ]] || {
    printf 'A workflow calls %s, which is not there to be called\n' "$script"
    exit 1
  }
done <"$work/called"
passed "every script that a workflow calls is there"
