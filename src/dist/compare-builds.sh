#!/bin/sh
# Builds the current commit twice, in different directories, time zones and languages, and compares archive, package and WAR byte
# for byte. Takes as long as two builds. The directories are kept if they differ.
#
#     src/dist/compare-builds.sh DIRECTORY [PROFILES]
set -eu

project=$(CDPATH='' cd "$(dirname "$0")/../.." && pwd -P)
directory=${1:?"usage: $0 DIRECTORY [PROFILES]"}
profiles=${2:-dist}
umask 022
mkdir -p "$directory"
directory=$(CDPATH='' cd "$directory" && pwd -P)

build() {
    clone=$directory/$1
    rm -rf "$clone"
    git clone --quiet "$project" "$clone"
    (cd "$clone" && TZ=$2 LC_ALL=$3 ./mvnw -q -B -P"$profiles" package)
    (cd "$clone/target" && find . -maxdepth 1 \( -name '*.tar.gz' -o -name '*.deb' -o -name '*.war' \) | sort | xargs sha256sum) > "$directory/$1.sha256"
}

build first UTC C
build a-second-directory Asia/Tokyo C.UTF-8

cat "$directory/first.sha256"
if cmp -s "$directory/first.sha256" "$directory/a-second-directory.sha256"; then
    rm -rf "$directory/first" "$directory/a-second-directory"
    echo "Both builds of $(git -C "$project" rev-parse --short=8 HEAD) are equal."
else
    cat "$directory/a-second-directory.sha256"
    echo "The builds differ: compare them in $directory, for example with diffoscope." >&2
    exit 1
fi
