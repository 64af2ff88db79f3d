# shellcheck shell=bash disable=SC2154 # `try` reads this, and gives it its names
# Which version is released, and what is said of it.

project=$work/project
mkdir "$project"
printf '[package]\nname = "x"\nversion = "1.2.3"\n\n[dependencies]\nversion = "9.9.9"\n' >"$project/Cargo.toml"
cat >"$project/CHANGELOG.md" <<'TEXT'
# Changelog

## [Unreleased]

- Not yet.

## [1.2.3] - 2026-12-01

### Added

- A thing with `code`, $dollars and "quotes".

## [1.2.2]

- Old.

[1.2.3]: https://example.com
TEXT

[ "$(PROJECT=$project "$scripts/version-matches-tag" v1.2.3)" = 1.2.3 ]
passed "a tag that names the version is taken"
PROJECT=$project refused 'The tag is v1.2.4, and Cargo.toml says 1.2.3' "$scripts/version-matches-tag" v1.2.4
# shellcheck disable=SC2016 # it must not be expanded
PROJECT=$project refused 'The tag is v$(id)' "$scripts/version-matches-tag" 'v$(id)'
passed "another tag is refused, whatever is in it"

# shellcheck disable=SC2016
PROJECT=$project "$scripts/notes" 1.2.3 | diff - <(printf '### Added\n\n- A thing with `code`, $dollars and "quotes".\n')
[ "$(PROJECT=$project "$scripts/notes" 1.2.2)" = '- Old.' ]
passed "the notes are what the changelog says of that version, and no more"
PROJECT=$project refused 'says nothing under "## [1.2]"' "$scripts/notes" 1.2
sed -i 's/^## \[1.2.3\].*/## [1.2.30]/' "$project/CHANGELOG.md"
PROJECT=$project refused 'says nothing under "## [1.2.3]"' "$scripts/version-matches-tag" v1.2.3
sed -i 's/^## \[1.2.30\].*/## [1.2.3]/' "$project/CHANGELOG.md"
passed "a version that the changelog does not tell of is not released"

[ "$("$scripts/version")" = "$(cargo metadata --no-deps --offline --format-version 1 | jq -r '.packages[0].version')" ]
passed "the version is the one that cargo reads"
