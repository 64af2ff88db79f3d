# shellcheck shell=bash disable=SC2154 # `try` reads this, and gives it its names
# The files of a release: their names, their checksums.

echo deb >"$work/Resend Reservation_1.2.3_amd64.deb"
echo exe >"$work/Setup_1.2.3.exe"
"$scripts/gather" unsigned "$work/out" "$work/Resend Reservation_1.2.3_amd64.deb" >/dev/null
"$scripts/gather" signed "$work/out" "$work/Setup_1.2.3.exe" >/dev/null
(cd "$work/out" && ls) | diff - <(printf 'Resend-Reservation_1.2.3_amd64-unsigned.deb\nSetup_1.2.3.exe\n')
passed "what is not signed is named so, and no name has a space"
refused 'There is nothing at' "$scripts/gather" signed "$work/out" "$work/missing.deb"
refused 'There are two files' "$scripts/gather" signed "$work/out" "$work/Setup_1.2.3.exe"
refused 'signed or unsigned, not ""' "$scripts/gather" '' "$work/out" "$work/Setup_1.2.3.exe"
passed "a file that is missing, or there twice, stops the release"

"$scripts/checksums" "$work/out" >/dev/null
"$scripts/checksums" "$work/out" >/dev/null
[ "$(wc -l <"$work/out/SHA256SUMS")" = 2 ]
(cd "$work/out" && sha256sum --check --quiet SHA256SUMS)
[ ! -e "$work/out/SHA256SUMS.asc" ]
passed "the checksums are over each file once; without a key they are not signed"

mkdir "$work/empty"
refused 'nothing to release' "$scripts/checksums" "$work/empty"
passed "an empty release is none"

mkdir -m 700 "$work/keys"
# Otherwise it first finds out how strong a passphrase this machine can bear.
echo 's2k-count 65536' >"$work/keys/gpg-agent.conf"
key() {
  GNUPGHOME=$work/keys gpg --batch --quiet --pinentry-mode loopback "$@"
}
key --passphrase secret --quick-generate-key 'Nobody <nobody@example.com>' ed25519 sign never 2>/dev/null
RELEASE_GPG_KEY=$(key --passphrase secret --armor --export-secret-keys) RELEASE_GPG_PASSPHRASE=secret \
  "$scripts/checksums" "$work/out" >/dev/null 2>&1
key --verify "$work/out/SHA256SUMS.asc" "$work/out/SHA256SUMS" 2>/dev/null
echo more >>"$work/out/SHA256SUMS"
refused 'BAD signature' env GNUPGHOME="$work/keys" LC_ALL=C gpg --verify "$work/out/SHA256SUMS.asc" "$work/out/SHA256SUMS"
GNUPGHOME=$work/keys gpgconf --kill all
passed "with a key they are signed, and a changed list is found out"
"$scripts/checksums" "$work/out" >/dev/null
