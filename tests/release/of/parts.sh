# shellcheck shell=bash disable=SC2154 # `try` reads this, and gives it its names
# What the app is made of, and where that comes from.

"$scripts/sbom" "$work/sbom" 2>"$work/sbom.log" || {
  cat "$work/sbom.log"
  exit 1
}
sbom=$(echo "$work"/sbom/*.json)
cargo tree --locked --edges normal,no-proc-macro --prefix none --format '{p}' --target x86_64-unknown-linux-gnu |
  awk '{ sub(/^v/, "", $2); print $1 " " $2 }' | sort -u >"$work/tree"
jq -r '.metadata.component, .components[] | .name + " " + .version' "$sbom" | sort -u >"$work/listed"
[ -z "$(comm -23 "$work/tree" "$work/listed")" ]
jq -e '[.components[] | select(.purl == null or .licenses == null or .hashes == null)] == []' "$sbom" >/dev/null
! grep -qF "$PWD" "$sbom"
passed "the list of parts names every package of the app, with licence and checksum"

"$scripts/sbom" "$work/again" >/dev/null 2>&1
cmp "$sbom" "$work"/again/*.json
passed "and is the same when it is made again"

"$tools/cargo-deny" --offline --locked check --hide-inclusion-graph licenses bans sources >"$work/deny" 2>&1 || {
  cat "$work/deny"
  exit 1
}
tail -1 "$work/deny"
accepted() {
  sed -n '/^\(accepted\|allow\) = \[/,/^\]/s/^  "\(.*\)",/\1/p' "$1"
}
diff <(accepted about.toml) <(accepted deny.toml)
passed "every package comes from crates.io, under a licence that is accepted"

sed 's/^  "MPL-2.0",//' deny.toml >"$work/deny.toml"
refused 'failed to satisfy license requirements' \
  "$tools/cargo-deny" --offline --locked --config "$work/deny.toml" check licenses
passed "a licence that is not is found"
