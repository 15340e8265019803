#!/usr/bin/env bash
# The image's file system without Docker, from a JDK 25, this machine's C library and target/quarkus-app:
#   deploy/image/assemble.sh OUT [JDK]        (after: mvn package; as root, for the chroot)
# Prints what it weighs. check.sh beside this file runs it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
out=${1:?usage: assemble.sh OUT [JDK]}
jdk=${2:-/usr/lib/jvm/temurin-25-jdk-amd64}

test -f "$root/target/quarkus-app/quarkus-run.jar" || { echo "package the service first: mvn package" >&2; exit 1; }
test ! -e "$out" || { echo "$out is there already" >&2; exit 1; }
mkdir -p "$out"/{opt,etc,tmp,proc,dev,bin,usr,state}
chmod 1777 "$out/tmp"
chown 65532:65532 "$out/state"

"$jdk/bin/jlink" --add-modules "$(paste -sd, "$here/modules.txt")" --strip-debug --no-man-pages --no-header-files \
    --compress=zip-6 --generate-cds-archive --output "$out/opt/java"
cp -a "$root/target/quarkus-app" "$out/app"
"$here/natives.sh" "$out/app" "$out/opt/java" "$jdk"
echo 'dateline:x:65532:65532::/app:/sbin/nologin' >"$out/etc/passwd"
echo 'dateline:x:65532:' >"$out/etc/group"
echo 'hosts: files dns' >"$out/etc/nsswitch.conf"

# Libraries: what the runtime, RocksDB and the sentence encoder's native code link to, and what resolves host names.
{
    find "$out/opt/java" -type f \( -name '*.so*' -o -perm -u+x \) -exec ldd {} + 2>/dev/null
    ldconfig -p | grep -E 'libnss_(dns|files)\.so\.2 .*x86-64'
} | grep -oE '/[^ )]+\.so[^ )]*' | grep -v -e "$out" | sort -u | while read -r library; do
    mkdir -p "$out$(dirname "$library")"
    cp -L "$library" "$out$library"
done

# Train the cache with the paths that it is used with.
mkdir "$out/train"
for tool in sh grep sleep cat; do
    program=$(command -v "$tool")
    cp -L "$program" "$out/train/$tool"
    ldd "$program" | grep -oE '/[^ )]+\.so[^ )]*' | while read -r library; do
        mkdir -p "$out/train/lib$(dirname "$library")"
        test -e "$out$library" || { cp -L "$library" "$out$library" && echo "$library" >>"$out/train/borrowed"; }
    done
done
cp "$here/train.sh" "$out/train/train.sh"
# /dev and /proc in a mount namespace of their own, gone with the command.
export out
unshare --mount bash -euc '
    mount --bind /dev "$out/dev"
    mount -t proc proc "$out/proc"
    env -i PATH=/train "$(command -v chroot)" "$out" /train/sh /train/train.sh /app/dateline.aot'
while read -r library; do rm "$out$library"; done < <(cat "$out/train/borrowed" 2>/dev/null || true)
rm -rf "$out/train" "$out"/tmp/*

for part in opt/java app/lib app/dateline.aot .; do
    echo "$part: $(du -sm "$out/$part" | cut -f1) MB"
done
echo "libraries: $(find "$out" -path "$out/opt" -prune -o -name '*.so*' -type f -printf '%f ')"
