#!/bin/sh
# The jars of RocksDB and of the ONNX runtime have native libraries for every platform, 140 MB, and unpack one's into the
# temporary folder at each start, where a killed process leaves it. This puts this machine's ones beside the Java runtime's
# own libraries, where they are found as they are, and takes all of them out of the jars. The sentence encoder's jar is
# stored without compression: its 34 MB are read at each start.
#   natives.sh APP JAVA [JDK]        folder of the service, of its runtime, and of a JDK with the tool jar
set -eu
app=$(cd "$1" && pwd)
java=$(cd "$2" && pwd)
jdk=${3:-${JAVA_HOME:?no JDK}}
case $(uname -m) in
    x86_64) rocksdb=linux64 onnx=linux-x64 ;;
    aarch64) rocksdb=linux-aarch64 onnx=linux-aarch64 ;;
    *) echo "no libraries for $(uname -m)" >&2; exit 1 ;;
esac
work=$(mktemp -d)

unpack() { # jar
    rm -rf "$work/jar"
    mkdir "$work/jar"
    cd "$work/jar"
    "$jdk/bin/jar" xf "$1"
}

pack() { # jar, options of the tool
    rm "$1"
    "$jdk/bin/jar" "$2" "$1" META-INF/MANIFEST.MF $(find . -mindepth 1 -maxdepth 1 ! -name META-INF) \
        $(find META-INF -mindepth 1 -maxdepth 1 ! -name MANIFEST.MF)
}

jar=$(echo "$app"/lib/main/org.rocksdb.rocksdbjni-*.jar)
unpack "$jar"
cp "librocksdbjni-$rocksdb.so" "$java/lib/librocksdbjni.so"
rm -- librocksdbjni-*
pack "$jar" cfm

jar=$(echo "$app"/lib/main/com.microsoft.onnxruntime.onnxruntime-*.jar)
unpack "$jar"
cp "ai/onnxruntime/native/$onnx/libonnxruntime.so" "ai/onnxruntime/native/$onnx/libonnxruntime4j_jni.so" "$java/lib/"
rm -r ai/onnxruntime/native
pack "$jar" cfm

jar=$(echo "$app"/lib/main/dev.langchain4j.langchain4j-embeddings-*.jar)
unpack "$jar"
pack "$jar" cfm0

chmod 755 "$java"/lib/librocksdbjni.so "$java"/lib/libonnxruntime*.so
rm -r "$work"
