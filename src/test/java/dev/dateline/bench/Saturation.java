package dev.dateline.bench;

import java.util.List;
import java.util.Locale;

/**
 * What a saturated service did with a number of articles.
 *
 * @param enriched when the last of them was committed
 * @param told when the last of them was in its story
 */
record Saturation(
        long words, int count, int processes, boolean stories, Reading before, Reading enriched, Reading told) {

    /** All there is to read at one moment, of all processes together. */
    record Reading(
            long nanos, List<CpuTime> cpu, CpuTime broker, List<GcLog> gc, List<Long> residentMb, double allocated) {
        static Reading of(Rig rig) {
            return new Reading(
                    System.nanoTime(),
                    rig.services().stream().map(MeasuredService::cpu).toList(),
                    CpuTime.of(rig.brokerPid()),
                    rig.services().stream().map(MeasuredService::gc).toList(),
                    rig.services().stream()
                            .map(each -> CpuTime.residentMb(each.process().pid()))
                            .toList(),
                    rig.services().stream()
                            .mapToDouble(each -> each.metric("jvm_gc_memory_allocated_bytes_total"))
                            .sum());
        }
    }

    double articlesPerSecond() {
        return count * 1e9 / (enriched.nanos - before.nanos);
    }

    double cpuMillisEach() {
        double millis = 0;
        for (int i = 0; i < processes; i++) {
            millis += told.cpu.get(i).millisSince(before.cpu.get(i));
        }
        return millis / count;
    }

    private double cpuMillisEach(CpuTime.Part part) {
        double millis = 0;
        for (int i = 0; i < processes; i++) {
            millis += told.cpu.get(i).millisSince(before.cpu.get(i), part);
        }
        return millis / count;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        line(text, "%d articles of %d words, %d process%s", count, words, processes, processes == 1 ? "" : "es");
        line(text, "enriched, exactly once      %8.1f articles/s", articlesPerSecond());
        if (stories) {
            line(text, "and in their stories        %8.1f articles/s", count * 1e9 / (told.nanos - before.nanos));
        }
        line(
                text,
                "processor time of each      %8.2f ms, so %.1f articles/s a core",
                cpuMillisEach(),
                1e3 / cpuMillisEach());
        for (CpuTime.Part part : CpuTime.Part.values()) {
            double millis = cpuMillisEach(part);
            line(text, "  %-29s %5.2f ms %5.1f %%", part.meaning(), millis, 100 * millis / cpuMillisEach());
        }
        line(text, "processor time of the broker %7.2f ms", told.broker.millisSince(before.broker) / count);
        line(
                text,
                "allocated                   %8.0f KB an article",
                (told.allocated - before.allocated) / count / 1024);
        for (int i = 0; i < processes; i++) {
            GcLog gc = told.gc.get(i);
            line(
                    text,
                    "memory                      %8d MB resident, %d MB live on the heap",
                    told.residentMb.get(i),
                    gc.leastAfterMb());
            line(
                    text,
                    "collections                 %8d, %d of them full, %.0f ms in all",
                    gc.pauses(),
                    gc.full(),
                    gc.pauseMillis());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
