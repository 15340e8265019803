package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.console.ConsoleConfig;
import dev.dateline.ops.LogConfig;
import dev.dateline.ops.Meters;
import dev.dateline.stream.RoutesConfig;
import dev.dateline.stream.StreamConfig;
import dev.dateline.stream.TopicsConfig;
import dev.dateline.stream.stories.StoriesConfig;
import dev.dateline.wire.DeadLetterCode;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The README says what the code says. */
class ReadmeTest {
    private static final List<Class<?>> CONFIGURATION = List.of(
            RolesConfig.class,
            EnrichConfig.class,
            StreamConfig.class,
            TopicsConfig.class,
            StoriesConfig.class,
            ConsoleConfig.class,
            LogConfig.class);

    private static String readme;

    @BeforeAll
    static void read() throws IOException {
        readme = Files.readString(Path.of("README.md"));
    }

    @Test
    void everyPropertyIsListedWithItsDefaultAndNoOther() {
        Map<String, String> declared = new TreeMap<>();
        for (Class<?> mapping : CONFIGURATION) {
            String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
            for (Method property : mapping.getDeclaredMethods()) {
                if (property.isSynthetic()) {
                    continue;
                }
                String name = prefix + "." + kebab(property.getName());
                if (property.getReturnType() == Map.class) {
                    name += ".*";
                }
                WithDefault byDefault = property.getAnnotation(WithDefault.class);
                declared.put(name, byDefault == null ? "" : byDefault.value());
            }
        }
        for (Method condition : RoutesConfig.RouteConfig.class.getDeclaredMethods()) {
            if (!condition.isDefault() && !condition.isSynthetic()) {
                declared.put("dateline.routes.NAME." + kebab(condition.getName()), "");
            }
        }

        Map<String, String> listed = new TreeMap<>();
        Pattern.compile("^\\| `(dateline\\.[a-zA-Z.*-]+)` \\| (?:`([^`]*)`)? ?\\|", Pattern.MULTILINE)
                .matcher(section("Configuration"))
                .results()
                .forEach(row -> listed.put(row.group(1), row.group(2) == null ? "" : row.group(2)));

        assertThat(listed).isEqualTo(declared);
    }

    @Test
    void everyMeterIsListedAndNoOther() {
        assertThat(rows("dateline\\.[a-z.]+", "Metrics"))
                .isEqualTo(Stream.of(Meters.values()).map(Meters::id).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyDeadLetterCodeIsListedAndNoOther() {
        assertThat(rows("[A-Z0-9_]+", "Dead letters"))
                .isEqualTo(Stream.of(DeadLetterCode.values())
                        .map(Enum::name)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void theExampleOfAnEnricherIsTheOneThatIsCompiledAndRun() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/dateline/example/HashtagEnricher.java"));

        assertThat(readme).contains(source.substring(source.indexOf("public final class")));
    }

    /** First cells of the table rows in one section. */
    private static Set<String> rows(String cell, String section) {
        return Pattern.compile("^\\| `(" + cell + ")` \\|", Pattern.MULTILINE)
                .matcher(section(section))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String section(String title) {
        return Arrays.stream(readme.split("\n## "))
                .filter(each -> each.startsWith(title + "\n"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no section " + title));
    }

    private static String kebab(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
