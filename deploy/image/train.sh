#!/bin/sh
# Makes the AOT cache named by the argument; runs inside the image's file system, in /app.
# A cache is written when the JVM ends in order: so wait until the service is up, end it by SIGTERM, wait for the file.
set -eu
log=/tmp/train.log
JDK_JAVA_OPTIONS= /opt/java/bin/java -XX:AOTCacheOutput="$1" -Dquarkus.http.port=0 -Dquarkus.management.port=0 -Dkafka.bootstrap.servers=127.0.0.1:1 \
    -jar /app/quarkus-run.jar >"$log" 2>&1 &
service=$!
tries=0
until grep -qs "Installed features" "$log"; do
    tries=$((tries + 1))
    if [ "$tries" -gt 120 ] || ! kill -0 "$service" 2>/dev/null; then
        cat "$log" >&2
        exit 1
    fi
    sleep 1
done
kill -TERM "$service"
wait "$service" || true
test -s "$1"
