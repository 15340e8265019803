package dev.dateline.enrich.encoder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An ONNX model file cut down to the nodes that some of its tensors need. The runtime computes every node of a graph,
 * whichever outputs are asked for, so the layers above the wanted ones must go. ONNX files are protocol buffers; the few
 * fields that matter here are read by number, all else is copied as it stands.
 */
final class OnnxGraph {
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int GRAPH_OUTPUT = 12;
    private static final int GRAPH_VALUE_INFO = 13;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int TENSOR_NAME = 8;
    private static final int VALUE_NAME = 1;

    private OnnxGraph() {}

    /** A field of a message: its number and where it and its content stand. */
    private record Field(int number, int start, int from, int to) {}

    /**
     * The model with these tensors as its outputs, and nothing that only others need.
     *
     * @throws IOException if it has no such tensors, or is no model
     */
    static byte[] cut(byte[] model, List<String> outputs) throws IOException {
        try {
            Message out = new Message();
            for (Field field : fields(model, 0, model.length)) {
                if (field.number() == MODEL_GRAPH) {
                    out.add(MODEL_GRAPH, graph(model, field, outputs));
                } else {
                    out.add(ByteBuffer.wrap(model, field.start(), field.to() - field.start()));
                }
            }
            return out.bytes();
        } catch (IndexOutOfBoundsException damaged) {
            throw new IOException("this is no ONNX model", damaged);
        }
    }

    private static Message graph(byte[] model, Field graph, List<String> outputs) throws IOException {
        List<Field> fields = fields(model, graph.from(), graph.to());
        Set<String> needed = new HashSet<>(outputs);
        Set<Field> kept = needed(model, fields, needed);
        Message out = new Message();
        for (Field field : fields) {
            boolean copied = switch (field.number()) {
                case GRAPH_NODE -> kept.contains(field);
                case GRAPH_INITIALIZER -> needed.containsAll(names(model, field, TENSOR_NAME));
                case GRAPH_OUTPUT, GRAPH_VALUE_INFO -> false;
                default -> true;
            };
            if (copied) {
                out.add(ByteBuffer.wrap(model, field.start(), field.to() - field.start()));
            }
        }
        for (String name : outputs) {
            Message text = new Message();
            text.add(ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8)));
            Message value = new Message();
            value.add(VALUE_NAME, text);
            out.add(GRAPH_OUTPUT, value);
        }
        return out;
    }

    /** The nodes that make what is needed, from the last on; adds what they need themselves. */
    private static Set<Field> needed(byte[] model, List<Field> fields, Set<String> needed) throws IOException {
        Set<Field> kept = new HashSet<>();
        Set<String> missing = new HashSet<>(needed);
        for (int i = fields.size() - 1; i >= 0; i--) {
            Field node = fields.get(i);
            if (node.number() == GRAPH_NODE) {
                List<String> makes = names(model, node, NODE_OUTPUT);
                if (makes.stream().anyMatch(needed::contains)) {
                    kept.add(node);
                    makes.forEach(missing::remove);
                    needed.addAll(names(model, node, NODE_INPUT));
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new IOException("the model has no tensors " + missing);
        }
        return kept;
    }

    private static List<String> names(byte[] model, Field of, int number) {
        List<String> names = new ArrayList<>();
        for (Field field : fields(model, of.from(), of.to())) {
            if (field.number() == number) {
                names.add(new String(model, field.from(), field.to() - field.from(), StandardCharsets.UTF_8));
            }
        }
        return names;
    }

    private static List<Field> fields(byte[] bytes, int from, int to) {
        List<Field> fields = new ArrayList<>();
        int at = from;
        while (at < to) {
            long key = varint(bytes, at);
            int content = at + length(key);
            int end;
            switch ((int) key & 7) {
                case 0 -> end = content + length(varint(bytes, content));
                case 1 -> end = content + 8;
                case 2 -> {
                    long size = varint(bytes, content);
                    content += length(size);
                    end = Math.toIntExact(content + size);
                }
                case 5 -> end = content + 4;
                default -> throw new IndexOutOfBoundsException("no wire type of a protocol buffer");
            }
            if (end > to || end < content) {
                throw new IndexOutOfBoundsException("a field ends past its message");
            }
            fields.add(new Field((int) (key >>> 3), at, content, end));
            at = end;
        }
        return fields;
    }

    private static long varint(byte[] bytes, int at) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IndexOutOfBoundsException("a number without an end");
    }

    /** Bytes of a varint as its writers write it. */
    private static int length(long value) {
        return Math.max(1, (70 - Long.numberOfLeadingZeros(value)) / 7);
    }

    /** What a message is put together from: parts of the model, which is large, are copied only once, at the end. */
    private static final class Message {
        private final List<ByteBuffer> parts = new ArrayList<>();
        private int size;

        void add(ByteBuffer part) {
            parts.add(part);
            size += part.remaining();
        }

        /** As a field. */
        void add(int number, Message content) {
            add(varint((number << 3) | 2));
            add(varint(content.size));
            parts.addAll(content.parts);
            size += content.size;
        }

        byte[] bytes() {
            ByteBuffer all = ByteBuffer.allocate(size);
            parts.forEach(all::put);
            return all.array();
        }

        private static ByteBuffer varint(int value) {
            ByteBuffer out = ByteBuffer.allocate(5);
            int rest = value;
            while (rest > 0x7F) {
                out.put((byte) ((rest & 0x7F) | 0x80));
                rest >>>= 7;
            }
            return out.put((byte) rest).flip();
        }
    }
}
