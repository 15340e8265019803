package dev.dateline.wire.ninjs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * ninjs 2.x to 3.1. The lines agree in structure; 3.0 went over to camel case, gave {@code embargoed} its full name and
 * dropped the {@code ticker} that 2.1 had deprecated.
 */
final class Ninjs2 {
    private static final Map<String, String> ITEM = Map.ofEntries(
            Map.entry("representationtype", "representationType"),
            Map.entry("firstcreated", "firstCreated"),
            Map.entry("versioncreated", "versionCreated"),
            Map.entry("contentcreated", "contentCreated"),
            Map.entry("embargoed", "embargoedUntil"),
            Map.entry("pubstatus", "pubStatus"),
            Map.entry("copyrightholder", "copyrightHolder"),
            Map.entry("copyrightnotice", "copyrightNotice"),
            Map.entry("usageterms", "usageTerms"),
            Map.entry("ednote", "edNote"),
            Map.entry("infosources", "infoSources"),
            Map.entry("altids", "altIds"),
            Map.entry("trustindicators", "trustIndicators"),
            Map.entry("rightsinfo", "rightsInfo"),
            Map.entry("digitalsourcetype", "digitalSourceType"));
    private static final Map<String, String> CONTENT =
            Map.of("contenttype", "contentType", "charcount", "charCount", "wordcount", "wordCount");
    private static final Map<String, String> PARTY = Map.of("contactinfo", "contactInfo", "geojson", "geoJSON");
    private static final Map<String, String> RENDITION =
            Map.of("contenttype", "contentType", "sizeinbytes", "sizeInBytes");
    private static final Map<String, String> RIGHTS =
            Map.of("langid", "langId", "linkedrights", "linkedRights", "encodedrights", "encodedRights");

    private Ninjs2() {}

    static void upgrade(ObjectNode document) {
        Fields.rename(document, ITEM);
        for (String list : List.of("headlines", "bodies", "descriptions")) {
            Fields.objects(document, list).forEach(content -> Fields.rename(content, CONTENT));
        }
        for (String list : List.of("people", "organisations", "places", "infoSources")) {
            Fields.objects(document, list).forEach(Ninjs2::upgradeParty);
        }
        Fields.objects(document, "renditions").forEach(rendition -> Fields.rename(rendition, RENDITION));
        if (document.get("rightsInfo") instanceof ObjectNode rights) {
            Fields.rename(rights, RIGHTS);
        }
    }

    private static void upgradeParty(ObjectNode party) {
        Fields.rename(party, PARTY);
        for (ObjectNode symbol : Fields.objects(party, "symbols")) {
            Fields.rename(symbol, "symboltype", "symbolType");
            Fields.rename(symbol, "ticker", "symbol");
        }
        for (ObjectNode contact : Fields.objects(party, "contactInfo")) {
            if (contact.get("address") instanceof ObjectNode address) {
                Fields.rename(address, "postalcode", "postalCode");
            }
        }
    }
}
