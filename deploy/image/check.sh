#!/usr/bin/env bash
# Runs an assembled file system as the image would be run: as a user with no rights, on a read-only root with a /tmp of
# its own. Reports the time until it answers as started and as ready (or as live, where there is no broker) and its resident memory.
#   deploy/image/check.sh OUT [BOOTSTRAP_SERVERS]      (as root)
set -euo pipefail
out=$(cd "${1:?usage: check.sh OUT [BOOTSTRAP_SERVERS]}" && pwd)
broker=${2:-}
port=${PORT:-18099}

export out broker port
unshare --mount bash -euo pipefail -c '
    mount --bind "$out" "$out"
    mount -o remount,bind,ro "$out"
    mount -t tmpfs tmpfs "$out/tmp" -o mode=1777
    mount -t proc proc "$out/proc"
    mount --bind /dev "$out/dev"
    if chroot --userspec=65532:65532 "$out" /opt/java/bin/java -version 2>/dev/null && touch "$out/app/x" 2>/dev/null; then
        echo "the root can be written to" >&2
        exit 1
    fi
    path=/q/health/live
    test -z "$broker" || path=/q/health/started
    begun=$(date +%s%3N)
    env -i JDK_JAVA_OPTIONS="-XX:AOTCache=/app/dateline.aot ${JAVA_OPTIONS:-}" LANG=C.UTF-8 HOSTNAME=check \
        KAFKA_BOOTSTRAP_SERVERS="${broker:-127.0.0.1:1}" DATELINE_TOPICS_CREATE=true DATELINE_STREAM_GROUP=dateline-check \
        DATELINE_STORIES_GROUP=dateline-stories-check QUARKUS_HTTP_PORT=$((port + 1)) QUARKUS_HTTP_HOST=127.0.0.1 \
        QUARKUS_MANAGEMENT_PORT="$port" QUARKUS_MANAGEMENT_HOST=127.0.0.1 \
        "$(command -v chroot)" --userspec=65532:65532 "$out" /opt/java/bin/java -jar /app/quarkus-run.jar >/tmp/dateline-check.log 2>&1 &
    service=$!
    until curl -sf -o /dev/null -m 2 "http://127.0.0.1:$port$path"; do
        if ! kill -0 "$service" 2>/dev/null || [ $(($(date +%s%3N) - begun)) -gt 60000 ]; then
            cat /tmp/dateline-check.log >&2
            exit 1
        fi
        sleep 0.02
    done
    echo "$path answers after $(($(date +%s%3N) - begun)) ms"
    if [ -n "$broker" ]; then
        # The encoder is loaded and the stories'"'"' state open: their libraries were found, and not by unpacking them.
        until curl -sf -o /dev/null -m 2 "http://127.0.0.1:$port/q/health/ready"; do
            if ! kill -0 "$service" 2>/dev/null || [ $(($(date +%s%3N) - begun)) -gt 90000 ]; then
                cat /tmp/dateline-check.log >&2
                exit 1
            fi
            sleep 0.1
        done
        echo "/q/health/ready answers after $(($(date +%s%3N) - begun)) ms"
        for library in librocksdbjni libonnxruntime4j_jni; do
            grep -q "/opt/java/lib/$library" /proc/$service/maps
        done
        if ls "$out"/tmp/librocksdbjni* "$out"/tmp/onnxruntime* >/dev/null 2>&1; then
            echo "native libraries were unpacked" >&2
            exit 1
        fi
    fi
    echo "$(awk "{print (\$14 + \$15) / 100}" /proc/$service/stat) s of CPU, load average $(cut -d" " -f1 /proc/loadavg)"
    echo "user $(stat -c %u /proc/$service), resident $(awk "/VmRSS/ {print int(\$2 / 1024)}" /proc/$service/status) MB"
    kill -TERM "$service"
    wait "$service" || test $? -eq 143
    echo "ended in order"
'
