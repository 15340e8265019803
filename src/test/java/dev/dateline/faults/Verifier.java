package dev.dateline.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Says whether all that was sent came out as it must, from the topics alone: it asks nothing of the service, its metrics or
 * its state. Exit code 0: so it did; 1: it did not. The last line is one JSON object.
 */
@Command(name = "Verifier", mixinStandardHelpOptions = true)
final class Verifier implements Callable<Integer> {
    private static final String[] OUTPUTS = {"articles.enriched", "entities", "topics", "quotes", "articles.deadletter"
    };

    @Option(names = "--bootstrap", required = true, description = "Kafka brokers, HOST:PORT,…")
    private String bootstrap = "";

    @Option(names = "--sent", required = true, description = "what was sent, as the feeder notes it")
    private Path sent = Path.of("");

    @Option(names = "--within", description = "how long to wait for the next record (default: ${DEFAULT-VALUE})")
    private Duration within = Duration.ofMinutes(5);

    @Option(names = "--after", description = "how long to look on for more (default: ${DEFAULT-VALUE})")
    private Duration after = Duration.ofSeconds(3);

    @Option(names = "--stories", description = "compute the stories again and compare")
    private boolean stories;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Verifier()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        List<Sent> expected = Sent.read(sent);
        Verdict verdict = new Verdict();
        new InputCheck(expected, verdict).check(bootstrap);
        OutputCheck outputs = new OutputCheck(expected, verdict);
        outputs.check(bootstrap, within, after);
        if (stories) {
            new StoriesCheck(verdict).check(bootstrap, within, after);
        }
        nothingHangs(verdict);
        verdict.examples().forEach(System.out::println);
        ObjectNode summary = new ObjectMapper()
                .createObjectNode()
                .put("inputs", expected.size())
                .put("good", expected.stream().filter(Sent::good).count());
        verdict.counts().forEach(summary::put);
        System.out.println(summary);
        return verdict.clean() ? 0 : 1;
    }

    /** An open transaction would hide later records from readers. */
    private void nothingHangs(Verdict verdict) {
        try (Reading committed = new Reading(bootstrap, "read_committed", OUTPUTS);
                Reading all = new Reading(bootstrap, "read_uncommitted", OUTPUTS)) {
            Map<TopicPartition, Long> stable = committed.ends();
            all.ends().forEach((partition, end) -> {
                if (stable.getOrDefault(partition, 0L) < end) {
                    verdict.fault(Verdict.HANGING, partition + " stable to " + stable.get(partition) + " of " + end);
                }
            });
        }
    }
}
