package dev.dateline.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.ops.Meters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every query of rules and dashboards, and the names in it. */
record PromQl(String where, String expression) {
    static final List<String> DASHBOARDS = List.of("newsroom.json", "operations.json", "jvm-and-kafka.json");
    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_:]*)\\s*(\\{[^}]*})?");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool", "by", "without", "on");

    static List<PromQl> ofRules() {
        List<PromQl> queries = new ArrayList<>();
        rules().forEach(rule -> queries.add(new PromQl(
                rule.path("record").asText() + rule.path("alert").asText(),
                rule.get("expr").asText())));
        return queries;
    }

    static List<JsonNode> rules() {
        List<JsonNode> rules = new ArrayList<>();
        Manifests.documents(Manifests.DEPLOY.resolve("prometheus/rules.yaml"))
                .get(0)
                .get("groups")
                .forEach(group -> group.get("rules").forEach(rules::add));
        return rules;
    }

    static List<PromQl> ofDashboards() {
        List<PromQl> queries = new ArrayList<>();
        for (String file : DASHBOARDS) {
            dashboard(file)
                    .get("panels")
                    .forEach(panel -> panel.path("targets")
                            .forEach(target -> queries.add(new PromQl(
                                    file + ": " + panel.get("title").asText() + " "
                                            + target.get("refId").asText(),
                                    target.get("expr").asText()))));
        }
        return queries;
    }

    static JsonNode dashboard(String file) {
        try {
            return new ObjectMapper()
                    .readTree(Manifests.read(Manifests.DEPLOY.resolve("grafana").resolve(file)));
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(file, malformed);
        }
    }

    /** What Grafana would send: all namespaces, roles and instances. */
    PromQl filledIn() {
        return new PromQl(
                where, expression.replace("$__rate_interval", "1m").replaceAll("\\$(namespace|role|instance)", ".*"));
    }

    /** The selectors of metrics, with their matchers. */
    List<String> selectors() {
        String bare =
                expression.replaceAll("\\b(by|without|on)\\s*\\([^)]*\\)", " ").replaceAll("\\[[^]]*]", " ");
        List<String> found = new ArrayList<>();
        Matcher matcher = SELECTOR.matcher(bare);
        while (matcher.find()) {
            boolean call = bare.substring(matcher.end()).startsWith("(");
            boolean number = matcher.start() > 0 && Character.isDigit(bare.charAt(matcher.start() - 1));
            if (!call && !number && !WORDS.contains(matcher.group(1))) {
                found.add(matcher.group().trim());
            }
        }
        return found;
    }

    Set<String> metrics() {
        return selectors().stream()
                .map(selector -> selector.replaceAll("\\s*\\{.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a name is one of ours as Prometheus sees it: {@code dateline.age} is there as {@code dateline_age_seconds_bucket}. */
    static boolean isOurs(String metric) {
        return Arrays.stream(Meters.values())
                .map(meter -> meter.id().replace('.', '_'))
                .anyMatch(
                        name -> metric.matches(Pattern.quote(name) + "(_seconds)?(_total|_bucket|_count|_sum|_max)?"));
    }
}
