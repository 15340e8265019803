#!/usr/bin/env bash
# Time from the start of the process to /q/health/started and to /ready, CPU seconds spent by then, and resident memory then
# and after 1,000 articles; once for each Java runtime given, with all roles and models. Needs kcat, a broker whose topics
# may be created, and the service: target/quarkus-app or the folder in APP. With :aot, a cache is trained first.
#   [APP=...] [JAVA_OPTIONS=...] [ROLES=...] [ARTICLES=...] deploy/image/startup.sh BOOTSTRAP_SERVERS JAVA_HOME [JAVA_HOME:aot ...]
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
broker=${1:?usage: startup.sh BOOTSTRAP_SERVERS JAVA_HOME...}
shift
app=${APP:-$root/target/quarkus-app}
port=${PORT:-18098} # of health and metrics; the next one is the service's own: with 0 for only one of the two, Quarkus never starts
! curl -s -o /dev/null -m 2 "http://127.0.0.1:$port/" || { echo "port $port is taken" >&2; exit 1; }
work=$(mktemp -d)
service=
trap 'test -z "$service" || kill "$service" 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
number=0

told() { # what: milliseconds, CPU and memory so far
    echo "$label: $1 after $(($(date +%s%3N) - begun)) ms, $(awk '{print ($14 + $15) / 100}' "/proc/$service/stat") s of CPU," \
        "resident $(awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$service/status") MB" \
        "(at most $(awk '/VmHWM/ {print int($2 / 1024)}' "/proc/$service/status"))"
}

answers() { # path
    until curl -sf -o /dev/null -m 2 "http://127.0.0.1:$port/q/health/$1"; do
        kill -0 "$service" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
        [ $(($(date +%s%3N) - begun)) -lt 600000 ] || { kill "$service"; exit 1; }
        sleep 0.02
    done
    told "$1"
}

settled() {
    curl -sf -m 5 "http://127.0.0.1:$port/q/metrics" |
        awk '/^dateline_articles_total/ {sum += $NF} END {print int(sum)}'
}

run() { # options...
    number=$((number + 1))
    # Groups of its own, from now on; state of its own.
    begun=$(date +%s%3N)
    # shellcheck disable=SC2086
    "$java" "$@" ${JAVA_OPTIONS:-} -Dkafka.bootstrap.servers="$broker" -Ddateline.roles="${ROLES:-enrich,stories,console}" \
        -Ddateline.topics.create=true -Ddateline.stream.group="startup-$$-$number" \
        -Ddateline.stream.consumer.\"auto.offset.reset\"=latest -Ddateline.stories.group="startup-stories-$$-$number" \
        -Ddateline.stories.state-dir="$work/state-$number" -Dquarkus.http.port=$((port + 1)) -Dquarkus.management.port="$port" \
        -jar "$app/quarkus-run.jar" >"$work/log" 2>&1 &
    service=$!
    answers started
    answers ready
    if [ "$label" != training ] && [ "${ARTICLES:-1000}" -gt 0 ]; then
        for _ in $(seq $((${ARTICLES:-1000} / 50))); do
            kcat -P -b "$broker" -t articles "$root"/src/test/resources/samples/*.json
        done
        until [ "$(settled)" -ge "${ARTICLES:-1000}" ]; do sleep 0.5; done
        told "${ARTICLES:-1000} articles"
    fi
    kill -TERM "$service"
    wait "$service" || true
    service=
}

echo "load average $(cut -d' ' -f1 /proc/loadavg) on $(nproc) processors"
for home in "$@"; do
    java=${home%:aot}/bin/java
    version=$("$java" -version 2>&1 | head -1 | tr -d '"')
    if [ "$home" != "${home%:aot}" ]; then
        label=training
        run -XX:AOTCacheOutput="$work/cache.aot"
        label="$version, AOT cache"
        run -XX:AOTCache="$work/cache.aot"
    else
        label=$version
        run
    fi
done
