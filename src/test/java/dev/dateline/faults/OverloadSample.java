package dev.dateline.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A second of the overload.
 *
 * @param backlog good articles sent but not out
 * @param delaySeconds from sending to coming out, the middle of those that came
 * @param rebalances so far
 */
record OverloadSample(
        int second,
        double sentPerSecond,
        double enrichedPerSecond,
        int backlog,
        double delaySeconds,
        double residentMegabytes,
        double heapMegabytes,
        int step,
        int rebalances,
        boolean live) {

    static List<String> table(List<OverloadSample> samples) {
        List<String> lines = new ArrayList<>();
        lines.add("second,sent_per_s,enriched_per_s,backlog,delay_s,resident_mb,heap_mb,ladder_step,rebalances,live");
        for (OverloadSample each : samples) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%d,%.1f,%.1f,%d,%.2f,%.0f,%.0f,%d,%d,%b",
                    each.second,
                    each.sentPerSecond,
                    each.enrichedPerSecond,
                    each.backlog,
                    each.delaySeconds,
                    each.residentMegabytes,
                    each.heapMegabytes,
                    each.step,
                    each.rebalances,
                    each.live));
        }
        return lines;
    }
}
