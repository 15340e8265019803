package dev.dateline.tool.entities;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The lexica of the nlp4j-english jar as they lie in it: Java collections, serialised and compressed with xz. */
final class SerializedLexica {
    private static final String FOLDER = "edu/emory/mathcs/nlp/lexica/";
    private static final String TREE = "edu.emory.mathcs.nlp.common.collection.tree.PrefixTree";
    private static final String NODE = "edu.emory.mathcs.nlp.common.collection.tree.PrefixNode";

    private final Path jar;

    SerializedLexica(Path jar) {
        this.jar = jar;
    }

    Map<?, ?> map(String name) throws IOException {
        return (Map<?, ?>) read(name);
    }

    /** Each phrase of a prefix tree, its words joined by spaces, with the names of the lists it is on. */
    Map<String, Set<String>> prefixTree(String name) throws IOException {
        Map<String, Set<String>> phrases = new TreeMap<>();
        PrefixTree tree = (PrefixTree) read(name);
        if (tree.n_root != null) {
            collect(tree.n_root, "", phrases);
        }
        return phrases;
    }

    private static void collect(PrefixNode node, String phrase, Map<String, Set<String>> into) {
        if (node.value instanceof Set<?> lists && !lists.isEmpty()) {
            into.put(phrase, new TreeSet<>(Nlp4jLexica.strings(lists)));
        }
        node.forEach(
                (word, next) -> collect((PrefixNode) next, phrase.isEmpty() ? "" + word : phrase + " " + word, into));
    }

    private Object read(String name) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(FOLDER + name + ".xz");
            if (entry == null) {
                throw new IOException(jar + " has no " + FOLDER + name + ".xz");
            }
            try (InputStream raw = new BufferedInputStream(zip.getInputStream(entry), 1 << 16);
                    ObjectInputStream in = new Renaming(new BufferedInputStream(new XZInputStream(raw), 1 << 16))) {
                return in.readObject();
            } catch (ClassNotFoundException unknown) {
                throw new IOException(name + " holds an unexpected class", unknown);
            }
        }
    }

    /** Reads the jar's two own classes as ours of the same fields, and nothing besides plain collections. */
    private static final class Renaming extends ObjectInputStream {
        Renaming(InputStream in) throws IOException {
            super(in);
            setObjectInputFilter(info -> {
                Class<?> type = info.serialClass();
                boolean plain = type == null
                        || type.isArray()
                        || type == PrefixTree.class
                        || type == PrefixNode.class
                        || type.getName().startsWith("java.util.")
                        || type.getName().startsWith("java.lang.");
                return plain ? ObjectInputFilter.Status.ALLOWED : ObjectInputFilter.Status.REJECTED;
            });
        }

        @Override
        protected ObjectStreamClass readClassDescriptor() throws IOException, ClassNotFoundException {
            ObjectStreamClass described = super.readClassDescriptor();
            return switch (described.getName()) {
                case TREE -> ObjectStreamClass.lookup(PrefixTree.class);
                case NODE -> ObjectStreamClass.lookup(PrefixNode.class);
                default -> described;
            };
        }
    }

    static final class PrefixTree implements java.io.Serializable {
        private static final long serialVersionUID = 1;

        @Nullable
        PrefixNode n_root;
    }

    static final class PrefixNode extends HashMap<Object, Object> {
        private static final long serialVersionUID = 1;

        @Nullable
        Object value;
    }
}
