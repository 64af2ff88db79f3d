# shellcheck shell=bash disable=SC2154 # `try` reads this, and gives it its names
# Secrets that are there, and secrets that are not.

pretend tool
# shellcheck disable=SC2016 # it is for the shell that is started
EMPTY='' SET=1 PATH=$work/bin:$PATH "$scripts/with-secrets" 'EMPTY SET NEVER' bash -c \
  '[ -z "${EMPTY+there}" ] && [ -z "${NEVER+there}" ] && [ "$SET" = 1 ] && tool "$@"' - 'a b'
grep -qF 'tool <a b>' "$work/calls"
passed "an empty secret is no secret to the tool that would take it for one"

# What a Mac runs, up to where a Mac is needed.
pretend npm
pretend npx 'echo No Mac is here; exit 7'
APPLE_CERTIFICATE=abc APPLE_CERTIFICATE_PASSWORD='' PATH=$work/bin:$PATH \
  refused 'APPLE_CERTIFICATE_PASSWORD APPLE_API_KEY_ID APPLE_API_ISSUER APPLE_API_KEY not set' packaging/macos/bundle
grep -qF 'npx <--no-install> <tauri> <build> <--ci> <--target> <universal-apple-darwin> <--bundles> <app,dmg> <--> <--locked>' "$work/calls"
[ "$(grep '^npx saw' "$work/calls")" = 'npx saw APPLE_SIGNING_IDENTITY=-' ]
passed "a Mac with half of the secrets signs with none of them"

rm "$work/calls"
APPLE_CERTIFICATE=c APPLE_CERTIFICATE_PASSWORD=p APPLE_API_KEY_ID=id APPLE_API_ISSUER=i APPLE_API_KEY='the key' \
  PATH=$work/bin:$PATH refused 'No Mac is here' packaging/macos/bundle
grep -qxF 'npx saw APPLE_API_KEY=id' "$work/calls"
file=$(sed -n 's/^npx saw APPLE_API_KEY_PATH=//p' "$work/calls")
[ -n "$file" ] && [ ! -e "$file" ]
passed "a Mac with all of them hands over the key in a file, and removes it"
