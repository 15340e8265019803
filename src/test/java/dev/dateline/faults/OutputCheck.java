package dev.dateline.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Each good article once on {@code articles.enriched}, in the order of its key, with exactly its entities, topics and
 * quotations on theirs; each bad record once among the dead letters, with its code and bytes.
 */
final class OutputCheck {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENRICHED = "articles.enriched";
    private static final String LETTERS = "articles.deadletter";

    private final Verdict verdict;
    private final Map<String, Sent> good = new HashMap<>();
    private final Map<String, Sent> bad = new HashMap<>();
    private final Map<String, Integer> came = new HashMap<>();
    private final Map<String, Integer> lastOf = new HashMap<>();
    /** What the enriched articles announce of a side topic, less what came there: by topic and uri. */
    private final Map<String, Integer> announced = new HashMap<>();

    private int distinct;

    OutputCheck(List<Sent> expected, Verdict verdict) {
        this.verdict = verdict;
        expected.forEach(each -> {
            if (each.good()) {
                good.put(each.key() + '\n' + each.sequence(), each);
            } else {
                bad.put(each.id(), each);
            }
        });
    }

    void check(String bootstrap, Duration within, Duration after) {
        try (Reading outputs =
                new Reading(bootstrap, "read_committed", ENRICHED, LETTERS, "entities", "topics", "quotes")) {
            outputs.read(this::take, () -> distinct >= good.size() + bad.size(), within, after);
        }
        good.forEach((id, sent) -> missing(id, sent));
        bad.forEach((id, sent) -> missing(id, sent));
        announced.forEach((what, left) -> {
            if (left != 0) {
                verdict.fault(left > 0 ? Verdict.LOST : Verdict.DUPLICATED, Math.abs(left) + " of " + what);
            }
        });
    }

    private void missing(String id, Sent sent) {
        if (!came.containsKey(id)) {
            verdict.fault(Verdict.LOST, sent.line());
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> output) {
        try {
            switch (output.topic()) {
                case ENRICHED -> enriched(JSON.readTree(output.value()));
                case LETTERS -> letter(output);
                default ->
                    announced.merge(
                            output.topic() + " of "
                                    + JSON.readTree(output.value())
                                            .path("articleUri")
                                            .asText(),
                            -1,
                            Integer::sum);
            }
        } catch (IOException malformed) {
            verdict.fault(Verdict.WRONG, "no JSON on " + output.topic() + " at " + output.offset());
        }
    }

    private void enriched(JsonNode article) {
        String uri = article.path("uri").asText();
        int version = article.path("version").asInt();
        came(uri + '\n' + version, good.containsKey(uri + '\n' + version), uri + " version " + version);
        inOrder(uri, version);
        announced.merge("entities of " + uri, article.path("entities").size(), Integer::sum);
        announced.merge("topics of " + uri, article.path("topics").size(), Integer::sum);
        int quotes = 0;
        for (JsonNode annotation : article.path("annotations")) {
            quotes += annotation.path("kind").asText().equals("quote") ? 1 : 0;
        }
        announced.merge("quotes of " + uri, quotes, Integer::sum);
    }

    private void letter(ConsumerRecord<byte[], byte[]> letter) {
        String id = header(letter, "test-id");
        Sent sent = bad.get(id);
        came(id, sent != null, "letter of " + id);
        if (sent == null) {
            return;
        }
        if (!header(letter, "dead-letter-code").equals(sent.code())) {
            verdict.fault(Verdict.WRONG, "code " + header(letter, "dead-letter-code") + " for " + sent.line());
        }
        if (!Sent.sha256(letter.value()).equals(sent.sha256())) {
            verdict.fault(Verdict.WRONG, "bytes of " + sent.line());
        }
        if (!sent.key().isEmpty()) {
            inOrder("letters of " + sent.key(), sent.sequence());
        }
    }

    private void came(String id, boolean wanted, String what) {
        if (!wanted) {
            verdict.fault(Verdict.WRONG, "not expected: " + what);
        } else if (came.merge(id, 1, Integer::sum) > 1) {
            verdict.fault(Verdict.DUPLICATED, what);
        } else {
            distinct++;
        }
    }

    private void inOrder(String key, int sequence) {
        int last = lastOf.getOrDefault(key, Integer.MIN_VALUE);
        if (sequence < last) {
            verdict.fault(Verdict.OUT_OF_ORDER, key + ": " + sequence + " after " + last);
        }
        lastOf.put(key, Math.max(last, sequence));
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
