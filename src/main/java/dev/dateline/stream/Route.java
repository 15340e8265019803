package dev.dateline.stream;

import dev.dateline.enrich.Enrichment;
import java.util.Set;

/**
 * An extra topic for the enriched articles that an operator wants apart. An empty set asks nothing; where several are
 * given, the article must meet each of them by at least one value.
 *
 * @param languages BCP 47; {@code pt} also takes {@code pt-BR}
 * @param topicCodes a code of any level; one of level 0 also takes the finer ones below it
 * @param outlets as the article names its outlet, case ignored
 */
public record Route(
        String name,
        String topic,
        Set<String> languages,
        Set<String> topicCodes,
        Set<String> entityIds,
        Set<String> entityTypes,
        Set<String> outlets) {

    public Route {
        languages = Set.copyOf(languages);
        topicCodes = Set.copyOf(topicCodes);
        entityIds = Set.copyOf(entityIds);
        entityTypes = Set.copyOf(entityTypes);
        outlets = Set.copyOf(outlets);
    }

    boolean takes(Enrichment enriched) {
        String language = enriched.languageTag();
        return (languages.isEmpty()
                        || languages.stream()
                                .anyMatch(each -> language.equals(each) || language.startsWith(each + "-")))
                && (topicCodes.isEmpty()
                        || enriched.topics().stream()
                                .anyMatch(
                                        topic -> topicCodes.contains(topic.code()) || topicCodes.contains(topic.top())))
                && (entityIds.isEmpty()
                        || enriched.entities().stream().anyMatch(entity -> entityIds.contains(entity.id())))
                && (entityTypes.isEmpty()
                        || enriched.entities().stream().anyMatch(entity -> entityTypes.contains(entity.type())))
                && (outlets.isEmpty()
                        || enriched.article()
                                .outlet()
                                .filter(outlet -> outlets.stream().anyMatch(outlet::equalsIgnoreCase))
                                .isPresent());
    }
}
