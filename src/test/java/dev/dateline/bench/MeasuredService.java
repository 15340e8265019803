package dev.dateline.bench;

import dev.dateline.stream.ServiceProcess;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** A service under measurement. */
record MeasuredService(ServiceProcess process, Path gcLog) {

    /** The sum over all tags of a meter, by its Prometheus name; 0 where there is none. */
    double metric(String name) {
        return process.get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Whether it answers with 200 and a text that has this in it; not yet reached, it does not. */
    boolean answers(String path, String with) {
        try {
            HttpResponse<String> answer = process.get(path);
            return answer.statusCode() == 200 && answer.body().contains(with);
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    CpuTime cpu() {
        return CpuTime.of(process.pid());
    }

    GcLog gc() {
        return GcLog.read(gcLog);
    }
}
