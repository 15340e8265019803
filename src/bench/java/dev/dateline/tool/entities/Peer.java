package dev.dateline.tool.entities;

import dev.dateline.tool.entities.LabelledText.Span;
import java.util.List;

/** A tagger to compare with. */
interface Peer {
    String name();

    /** The people, organisations and locations of a text, by their code points. */
    List<Span> find(String text);
}
