package dev.dateline.wire;

import static dev.dateline.wire.Records.decoded;
import static dev.dateline.wire.Records.json;
import static dev.dateline.wire.Records.quoted;
import static dev.dateline.wire.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.Enrichment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileRecordsTest {
    private static final List<String> SEEDS = List.of(
            "{'uri':'urn:a','version':2,'headline':'H \\ud83d\\ude00','body':'<p>b &amp; c</p>','outlet':'O',"
                    + "'publishedAt':'2026-03-01T10:00:00Z','x':[1.5e10,null,true,{'y':'z'}]}",
            "{'uri':'u','pubStatus':'usable','headlines':[{'role':'main','value':'h'}],'bodies':[{'role':'text',"
                    + "'contentType':'text/plain','value':'b'},{'contentType':'application/xml','value':'<a>b</a>'}]}",
            "{'uri':'u','headline':'h','body_text':'t','body_xhtml':'<p>x</p>','person':[{'scheme':'http://s/','code':'c'}],"
                    + "'place':[{'geometry_p':{'type':'Point'}}],'altids':{'a':'b'},'renditions':{'m':{'mimetype':'i'}},"
                    + "'associations':{'p':{'uri':'v','infosource':[{'rel':'r'}]}},'charcount':1e3}",
            "{'specversion':'1.0','id':'1','source':'/','type':'t','data_base64':'eyJ1cmkiOiJ1IiwiYm9keSI6ImIifQ=='}",
            "{'uri':'u','pubstatus':'canceled','ednote':'e','versioncreated':'2026-03-01'}");
    private static final String SALT = "\"\\{}[]:,<>&;/'0eE-.u\0\n\u00e9 ";

    /** Whatever arrives ends as one of the fates, and what is usable or recalled can be written. */
    @Test
    void endInAFateHoweverTheBytesAreDamaged() throws RejectedException {
        Random random = new Random(11);
        ArticleDecoder decoder = new ArticleDecoder(10_000);
        int read = 0;
        int rejected = 0;
        for (int round = 0; round < 30_000; round++) {
            byte[] value = damaged(quoted(SEEDS.get(round % SEEDS.size())).getBytes(StandardCharsets.UTF_8), random);
            try {
                write(decoder.decode(record(null, value)));
                read++;
            } catch (RejectedException expected) {
                assertThat(expected.code()).isNotNull();
                rejected++;
            }
        }
        assertThat(read).isGreaterThan(2_000);
        assertThat(rejected).isGreaterThan(2_000);
    }

    private static byte[] damaged(byte[] value, Random random) {
        byte[] salt = SALT.getBytes(StandardCharsets.UTF_8);
        int blows = 1 + random.nextInt(3);
        for (int i = 0; i < blows; i++) {
            int at = random.nextInt(value.length);
            value[at] = switch (random.nextInt(4)) {
                case 0 -> (byte) random.nextInt(256);
                case 1 -> value[random.nextInt(value.length)];
                default -> salt[random.nextInt(salt.length)];
            };
        }
        return value;
    }

    private static void write(Decoded decoded) {
        if (decoded instanceof Decoded.Usable usable) {
            assertThat(usable.article().text().isBlank()).isFalse();
            assertThat(Enriched.ENCODER.encode(usable, Enrichment.of(usable.article())))
                    .hasSize(1);
        } else if (decoded instanceof Decoded.Recall recall) {
            assertThat(Enriched.ENCODER.encode(recall)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>", "<div>", "<figure><table>", "<svg></figure>", "<table>x<b>"})
    void doNotHoldUpTheOthersWithAMegabyteOfTags(String tag) {
        String body = tag.repeat(1_000_000 / tag.length()) + "Ships sailed.";

        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(((Decoded.Usable) decoded(json(quoted("{'uri':'u','body':'" + body + "'}"))))
                                .article()
                                .text()
                                .value())
                        .endsWith("Ships sailed."));
    }

    @Test
    void doNotHoldUpTheOthersWithThousandsOfBodies() {
        String empty = "{'contentType':'text/html','value':'" + "<svg></figure>".repeat(60) + "'},";
        String value = "{'uri':'u','bodies':[" + empty.repeat(4_000) + "{'value':''}],'headline':'h'}";

        Assertions.assertTimeout(Duration.ofSeconds(5), () -> decoded(json(quoted(value))));
    }

    @Test
    void mayNestAssociationsAsDeepAsJsonMayNest() {
        String open = "{'uri':'u','headline':'h','associations':{'a':".repeat(90);
        String value = open + "{}" + "}}".repeat(90);

        assertThat(decoded(json(quoted(value)))).isInstanceOf(Decoded.Usable.class);
    }
}
