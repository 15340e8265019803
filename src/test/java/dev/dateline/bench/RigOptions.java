package dev.dateline.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What all measurements of the service have in common. */
final class RigOptions {
    @Option(
            names = "--articles",
            paramLabel = "FILE",
            description = "JSON lines with a text each; default: mixed samples")
    Optional<Path> articles = Optional.empty();

    @Option(
            names = "--words",
            defaultValue = "400",
            description = "length of articles mixed from samples (default: ${DEFAULT-VALUE})")
    int words;

    @Option(names = "--partitions", defaultValue = "6", description = "of the input (default: ${DEFAULT-VALUE})")
    int partitions;

    @Option(names = "--heap", defaultValue = "512m", description = "-Xmx of the service (default: ${DEFAULT-VALUE})")
    String heap = "";

    @Option(
            names = "--service-cpus",
            defaultValue = "",
            description = "processors for the service, as taskset has them")
    String serviceCpus = "";

    @Option(names = "--broker-cpus", defaultValue = "", description = "processors for the broker")
    String brokerCpus = "";

    @Option(names = "--java-option", description = "further option of the service's JVM, e.g. a profiler")
    List<String> javaOptions = new ArrayList<>();

    @Option(names = "--java-home", description = "Java runtime of the service (default: this one)")
    String javaHome = System.getProperty("java.home");

    @Option(names = "--set", paramLabel = "PROPERTY=VALUE", description = "configuration of the service")
    Map<String, String> settings = new LinkedHashMap<>();

    News news() {
        return News.of(articles, words);
    }
}
