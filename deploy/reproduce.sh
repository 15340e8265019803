#!/usr/bin/env bash
# Builds the committed sources twice, in two folders, and compares every file of the service:
#   deploy/reproduce.sh [COMMIT]        (default: HEAD)
# Prints one hash for each build, over the names and hashes of all its files. Where they differ it says which, and which of their
# classes and resources, and ends with 1.
set -euo pipefail
cd "$(dirname "$0")/.."
commit=$(git rev-parse "${1:-HEAD}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for build in first "second build, elsewhere"; do
    folder="$work/$build"
    git clone -q . "$folder"
    git -C "$folder" checkout -q "$commit"
    (cd "$folder" && mvn -o -B -ntp -q package -DskipTests -Dspotless.check.skip -Djacoco.skip)
    (cd "$folder/target/quarkus-app" && find . -type f | LC_ALL=C sort | xargs -d '\n' sha256sum) >"$work/${build%% *}.sums"
    echo "$commit ${build%% *}: $(wc -l <"$work/${build%% *}.sums") files, $(sha256sum <"$work/${build%% *}.sums" | cut -d' ' -f1)"
done

diff "$work/first.sums" "$work/second.sums" && exit
entries() {
    local jar="$1/target/quarkus-app/$2" folder
    folder=$(mktemp -d -p "$work")
    unzip -q "$jar" -d "$folder"
    (cd "$folder" && find . -type f | LC_ALL=C sort | xargs -d '\n' sha256sum)
}
{ diff "$work/first.sums" "$work/second.sums" || true; } | sed -n 's/^< [^ ]* *//p' | while read -r file; do
    echo "$file:"
    diff <(entries "$work/first" "$file") <(entries "$work/second build, elsewhere" "$file") || true
done
exit 1
