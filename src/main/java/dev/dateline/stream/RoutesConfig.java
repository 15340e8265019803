package dev.dateline.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Extra output topics with a condition each, written in the transaction of the enriched article. */
@ConfigMapping(prefix = "dateline.routes")
public interface RoutesConfig {
    /** By name of the route. */
    @WithParentName
    Map<String, RouteConfig> routes();

    /** Conditions that are left out ask nothing; all that are given must hold. */
    interface RouteConfig {
        /** Kafka topic that the route writes to. */
        @Pattern(regexp = TopicsConfig.NAME)
        String topic();

        /** BCP 47 tags, any of which will do. */
        Optional<Set<String>> languages();

        /** Media Topic codes, any of which will do; a top-level code takes all below it. */
        Optional<Set<String>> topicCodes();

        /** Entity ids, any of which will do. */
        Optional<Set<String>> entityIds();

        /** Entity types, any of which will do. */
        Optional<Set<String>> entityTypes();

        /** Outlet names, any of which will do. */
        Optional<Set<String>> outlets();

        default Route named(String name) {
            return new Route(
                    name,
                    topic(),
                    languages().orElse(Set.of()),
                    topicCodes().orElse(Set.of()),
                    entityIds().orElse(Set.of()),
                    entityTypes().orElse(Set.of()),
                    outlets().orElse(Set.of()));
        }
    }

    default List<Route> all() {
        return routes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(route -> route.getValue().named(route.getKey()))
                .toList();
    }
}
