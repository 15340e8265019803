#!/usr/bin/env bash
# Time from the start of the process to /q/health/started, CPU seconds spent by then, and resident memory, once for each
# Java runtime given. Needs a broker with the topics, and target/quarkus-app. With AOT, a cache is trained first.
#   deploy/image/startup.sh BOOTSTRAP_SERVERS JAVA_HOME [JAVA_HOME:aot ...]
set -euo pipefail
cd "$(dirname "$0")/../.."
broker=${1:?usage: startup.sh BOOTSTRAP_SERVERS JAVA_HOME...}
shift
port=${PORT:-18098}
cache=$(mktemp -u --suffix .aot)
log=$(mktemp)
trap 'rm -f "$cache" "$log"' EXIT

run() { # options... : starts, waits, prints, ends
    local begun service cpu
    begun=$(date +%s%3N)
    "$java" -Xms512m -Xmx512m "$@" -Dkafka.bootstrap.servers="$broker" -Ddateline.roles=enrich \
        -Ddateline.topics.create=true -Ddateline.stream.group=dateline-startup -Dquarkus.http.port="$port" \
        -jar target/quarkus-app/quarkus-run.jar >"$log" 2>&1 &
    service=$!
    until curl -sf -o /dev/null -m 2 "http://127.0.0.1:$port/q/health/started"; do
        kill -0 "$service" 2>/dev/null || { cat "$log" >&2; exit 1; }
        [ $(($(date +%s%3N) - begun)) -lt 90000 ] || { kill "$service"; exit 1; }
        sleep 0.02
    done
    cpu=$(awk '{print ($14 + $15) / 100}' "/proc/$service/stat")
    echo "$label: started after $(($(date +%s%3N) - begun)) ms, $cpu s of CPU," \
        "resident $(awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$service/status") MB"
    kill -TERM "$service"
    wait "$service" || true
}

echo "load average $(cut -d' ' -f1 /proc/loadavg) on $(nproc) processors"
for home in "$@"; do
    java=${home%:aot}/bin/java
    label=$("$java" -version 2>&1 | head -1)
    if [ "$home" != "${home%:aot}" ]; then
        label="training of the cache"
        run -XX:AOTCacheOutput="$cache"
        label="$("$java" -version 2>&1 | head -1), AOT cache"
        run -XX:AOTCache="$cache"
    else
        run
    fi
done
