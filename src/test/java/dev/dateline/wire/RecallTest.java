package dev.dateline.wire;

import static dev.dateline.wire.Enriched.ENCODER;
import static dev.dateline.wire.Records.decoded;
import static dev.dateline.wire.Records.header;
import static dev.dateline.wire.Records.json;
import static dev.dateline.wire.Records.quoted;
import static dev.dateline.wire.Records.record;
import static dev.dateline.wire.Records.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecallTest {
    private static final String EMPTY =
            "'textParts':[],'sentences':[],'annotations':[],'entities':[],'topics':[],'incomplete':[]}";
    private static final String STANDARD =
            "{'standard':{'name':'ninjs','version':'3.1','schema':'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#'},";

    @Test
    void repeatsWhoAndWhyButNotTheWithdrawnWords() {
        Decoded.Recall recall = (Decoded.Recall) decoded(json(quoted("{'uri':'u','version':'3','pubstatus':'withheld',"
                + "'versioncreated':'2026-03-01T10:00:00Z','ednote':'Wrong man','headline':'libel','body_text':'libel',"
                + "'x':'libel','by':'libel','text':'libel'}")));

        List<Outgoing> records = ENCODER.encode(recall);

        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.channel()).isEqualTo(Channel.ENRICHED);
            assertThat(string(record.key())).isEqualTo("u");
            assertThat(string(record.value()))
                    .isEqualTo(quoted(STANDARD + "'uri':'u','version':'3','pubStatus':'withheld',"
                            + "'versionCreated':'2026-03-01T10:00:00Z','edNote':'Wrong man'," + EMPTY));
            assertThat(header(record, "ce_type")).isEqualTo("dev.dateline.article.recalled");
            assertThat(header(record, "ce_time")).isEqualTo("2026-03-01T10:00:00Z");
        });
    }

    @Test
    void publishesAKillForATombstone() {
        Decoded.Recall kill = (Decoded.Recall) decoded(record("u".getBytes(StandardCharsets.UTF_8), null));

        Outgoing record = ENCODER.encode(kill).get(0);

        assertThat(string(record.value())).isEqualTo(quoted(STANDARD + "'uri':'u','pubStatus':'canceled'," + EMPTY));
        assertThat(header(record, "ce_time")).isEmpty();
    }
}
