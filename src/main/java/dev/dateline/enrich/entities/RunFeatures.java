package dev.dateline.enrich.entities;

/** Features of the run of capitalised words a token stands in: a name is mostly one run, or a part of one. */
final class RunFeatures {
    private static final int FAR = 8;

    private final Document document;
    private final FeatureBuffer out;
    private final int from;
    private final int to;

    RunFeatures(Document document, FeatureBuffer out, int from, int to) {
        this.document = document;
        this.out = out;
        this.from = from;
        this.to = to;
    }

    void extract(int token) {
        int first = token;
        while (first > from && token - first < FAR && document.words[first - 1].capital) {
            first--;
        }
        int last = token;
        while (last + 1 < to && last - token < FAR && document.words[last + 1].capital) {
            last++;
        }
        Word head = document.words[first];
        Word tail = document.words[last];
        Word outerBefore = document.word(first - 1, from, to);
        Word outerAfter = document.word(last + 1, from, to);
        int position = token - first;
        int remaining = last - token;
        out.add(180, position, remaining);
        out.add(181, tail.lower, remaining);
        out.add(182, head.lower, position);
        out.add(183, tail.lower);
        out.add(184, head.lower);
        out.add(185, outerBefore.lower);
        out.add(186, outerAfter.lower);
        out.add(187, outerBefore.lower, last - first);
        out.add(188, outerAfter.lower, last - first);
        out.add(189, outerBefore.lower, outerAfter.lower);
        out.add(190, tail.path, remaining);
        out.add(191, head.path, position);
        out.add(192, tail.cluster500(), remaining);
        out.add(193, outerBefore.path, last - first);
        out.add(194, outerAfter.path, last - first);
        out.add(195, tail.ending, remaining);
        out.add(196, first == from ? 1 : 0, last - first, position);
    }
}
