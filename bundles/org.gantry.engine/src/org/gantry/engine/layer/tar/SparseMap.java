// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer.tar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gantry.engine.layer.tar.TarEntry.Segment;

/**
 * Where the holes of a file are: the old GNU format and the PAX formats 0.0, 0.1 and 1.0 (GNU tar manual, "Storing Sparse Files").
 *
 * @param segments stored pieces, ascending; none for a file without a map
 * @param size of the whole file
 */
record SparseMap(List<Segment> segments, long size) {
    private static final int HEADER_SEGMENTS = 386;
    private static final int HEADER_MORE = 482;
    private static final int HEADER_SIZE = 483;
    private static final int MORE = 504;
    private static final int PAIR = 24;
    private static final int MAX_SEGMENTS = 100_000;

    /** Supplies the blocks that follow a header, keeping them for the tar's header stream. */
    @FunctionalInterface
    interface Blocks {
        byte[] next() throws IOException;
    }

    /** Whether PAX records tell of a map of any format. */
    static boolean inPax(PaxRecords pax) {
        return pax.has("GNU.sparse.map") || pax.has("GNU.sparse.major") || !pax.repeatedSegments().isEmpty();
    }

    static SparseMap ofPax(PaxRecords pax, Blocks payload) throws IOException {
        List<Segment> segments;
        if (pax.number("GNU.sparse.major", 0) == 1) {
            if (pax.number("GNU.sparse.minor", 0) != 0) {
                throw new TarFormatException("a sparse file is of an unknown format");
            }
            segments = new DecimalMap(payload).read();
        } else if (pax.has("GNU.sparse.map")) {
            segments = ofCommaList(pax.text("GNU.sparse.map"));
        } else {
            segments = List.copyOf(pax.repeatedSegments());
        }
        long size = pax.number("GNU.sparse.realsize", pax.number("GNU.sparse.size", -1));
        return new SparseMap(segments, size);
    }

    static SparseMap ofGnuHeader(TarHeader header, Blocks following) throws IOException {
        List<Segment> segments = new ArrayList<>();
        byte[] block = header.block();
        readPairs(block, HEADER_SEGMENTS, 4, segments);
        boolean more = block[HEADER_MORE] != 0;
        while (more) {
            byte[] next = following.next();
            readPairs(next, 0, 21, segments);
            more = next[MORE] != 0;
        }
        return new SparseMap(segments, TarNumber.parse(block, HEADER_SIZE, 12));
    }

    /** @param stored bytes of content in the tar, that the pieces must add up to */
    SparseMap validated(long stored) throws TarFormatException {
        long end = 0;
        long sum = 0;
        for (Segment segment : segments) {
            boolean fits = segment.offset() >= end && segment.length() >= 0 && segment.length() <= size - segment.offset();
            if (!fits) {
                throw new TarFormatException("the map of a sparse file is out of order");
            }
            end = segment.offset() + segment.length();
            sum += segment.length();
        }
        if (size < 0 || sum != stored) {
            throw new TarFormatException("the map of a sparse file does not fit its content");
        }
        return this;
    }

    private static List<Segment> ofCommaList(String list) throws TarFormatException {
        String[] numbers = list.split(",", -1);
        if (numbers.length % 2 != 0) {
            throw new TarFormatException("the map of a sparse file has an odd length");
        }
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            add(segments, TarNumber.parseDecimal(numbers[i]), TarNumber.parseDecimal(numbers[i + 1]));
        }
        return segments;
    }

    private static void readPairs(byte[] block, int from, int count, List<Segment> into) throws TarFormatException {
        for (int i = 0; i < count; i++) {
            int at = from + i * PAIR;
            if (block[at] == 0) {
                return;
            }
            add(into, TarNumber.parse(block, at, 12), TarNumber.parse(block, at + 12, 12));
        }
    }

    private static void add(List<Segment> segments, long offset, long length) throws TarFormatException {
        if (segments.size() >= MAX_SEGMENTS) {
            throw new TarFormatException("a sparse file has more than " + MAX_SEGMENTS + " pieces");
        }
        segments.add(new Segment(offset, length));
    }

    /** Format 1.0: decimal lines at the start of the content, filled up to whole blocks. */
    private static final class DecimalMap {
        private final Blocks blocks;
        private byte[] block = new byte[0];
        private int at;

        DecimalMap(Blocks blocks) {
            this.blocks = blocks;
        }

        List<Segment> read() throws IOException {
            long count = number();
            List<Segment> segments = new ArrayList<>();
            for (long i = 0; i < count; i++) {
                long offset = number();
                add(segments, offset, number());
            }
            return segments;
        }

        private long number() throws IOException {
            StringBuilder digits = new StringBuilder();
            while (true) {
                if (at == block.length) {
                    block = blocks.next();
                    at = 0;
                }
                char c = (char) (block[at++] & 0xFF);
                if (c == '\n') {
                    return TarNumber.parseDecimal(digits.toString());
                }
                if (digits.length() >= 20) {
                    throw new TarFormatException("the map of a sparse file is malformed");
                }
                digits.append(c);
            }
        }
    }
}
