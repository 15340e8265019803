#!/bin/sh
# RocksDB's jar has a native library for each of fifteen platforms, 70 MB, and unpacks one into the temporary folder at each
# start, where a killed process leaves it. This puts this machine's one beside the runtime's own libraries, where it is
# found as it is, and takes all of them out of the jar:
#   rocksdb.sh APP JAVA [JDK]        folder of the service, of its runtime, and of a JDK with the tool jar
set -eu
app=$(cd "$1" && pwd)
java=$2
jdk=${3:-${JAVA_HOME:?no JDK}}
case $(uname -m) in
    x86_64) library=librocksdbjni-linux64.so ;;
    aarch64) library=librocksdbjni-linux-aarch64.so ;;
    *) echo "no library for $(uname -m)" >&2; exit 1 ;;
esac
jar=$(echo "$app"/lib/main/org.rocksdb.rocksdbjni-*.jar)
work=$(mktemp -d)
cd "$work"
"$jdk/bin/jar" xf "$jar"
cp "$library" "$java/lib/librocksdbjni.so"
chmod 755 "$java/lib/librocksdbjni.so"
rm -- librocksdbjni-*
"$jdk/bin/jar" cfm "$jar" META-INF/MANIFEST.MF org ./*.md
rm -r "$work"
