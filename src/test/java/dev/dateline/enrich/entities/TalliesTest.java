package dev.dateline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TalliesTest {
    private static final int KINDS = 5;

    @Test
    void countsAsAMapDoes() {
        Map<Long, int[]> expected = new HashMap<>();
        Tallies tallies = new Tallies(KINDS);
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            long hash = Hash.of(1, random.nextInt(900));
            int kind = random.nextInt(KINDS);
            tallies.add(hash, kind);
            expected.computeIfAbsent(hash, unseen -> new int[KINDS])[kind]++;
        }
        expected.forEach((hash, counts) -> {
            for (int kind = 0; kind < KINDS; kind++) {
                assertThat(tallies.count(tallies.row(hash), kind)).isEqualTo(counts[kind]);
            }
        });
        assertThat(tallies.row(Hash.of(1, 900))).isEqualTo(Tallies.ABSENT);
    }

    @Test
    void leavesOneOfItsOwnOutOfTheMost() {
        Tallies tallies = new Tallies(KINDS);
        tallies.add(7, 2);
        tallies.add(7, 2);
        tallies.add(7, 4);
        int row = tallies.row(7);
        assertThat(tallies.most(row, -1)).isEqualTo(2);
        tallies.add(7, 4);
        assertThat(tallies.most(row, 2)).isEqualTo(4);
        assertThat(tallies.most(tallies.row(7), 4)).isEqualTo(2);
    }

    @Test
    void hasNoMostWhereOnlyItsOwnIsLeft() {
        Tallies tallies = new Tallies(KINDS);
        tallies.add(7, 3);
        assertThat(tallies.most(tallies.row(7), 3)).isEqualTo(-1);
    }
}
