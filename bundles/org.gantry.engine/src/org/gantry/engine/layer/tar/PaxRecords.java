// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer.tar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gantry.engine.layer.tar.TarEntry.Segment;

/** The records of a PAX extended header (pax(1), "pax Extended Header"); keys and values are bytes, one a character. */
final class PaxRecords {
    private static final String ATTRIBUTE = "SCHILY.xattr.";
    private static final String SPARSE_OFFSET = "GNU.sparse.offset";
    private static final String SPARSE_LENGTH = "GNU.sparse.numbytes";

    private final Map<String, byte[]> records = new LinkedHashMap<>();
    /** Format 0.0 of sparse files repeats its records, and their order counts. */
    private final List<Segment> repeatedSegments = new ArrayList<>();

    static PaxRecords none() {
        return new PaxRecords();
    }

    static PaxRecords parse(byte[] body) throws TarFormatException {
        PaxRecords parsed = new PaxRecords();
        int at = 0;
        long pendingOffset = -1;
        while (at < body.length) {
            int space = indexOf(body, (byte) ' ', at, Math.min(body.length, at + 8));
            int length = space < 0 ? 0 : lengthOf(body, at, space);
            int end = at + length;
            if (space < 0 || length <= space - at + 2 || end > body.length || body[end - 1] != '\n') {
                throw new TarFormatException("a PAX header is malformed");
            }
            int equals = indexOf(body, (byte) '=', space + 1, end);
            if (equals <= space + 1) {
                throw new TarFormatException("a PAX record has no name");
            }
            String key = new String(body, space + 1, equals - space - 1, StandardCharsets.ISO_8859_1);
            byte[] value = Arrays.copyOfRange(body, equals + 1, end - 1);
            if (key.equals(SPARSE_OFFSET)) {
                pendingOffset = TarNumber.parseDecimal(string(value));
            } else if (key.equals(SPARSE_LENGTH)) {
                parsed.repeatedSegments.add(new Segment(pendingOffset, TarNumber.parseDecimal(string(value))));
                pendingOffset = -1;
            } else {
                parsed.records.put(key, value);
            }
            at = end;
        }
        return parsed;
    }

    /** Null when there is none; an empty value means the header's own field holds. */
    byte[] bytes(String key) throws TarFormatException {
        byte[] value = records.get(key);
        if (value == null || value.length == 0) {
            return null;
        }
        if (indexOf(value, (byte) 0, 0, value.length) >= 0) {
            throw new TarFormatException("the PAX record " + key + " has a NUL inside");
        }
        return value;
    }

    /** Null when there is none. */
    String text(String key) throws TarFormatException {
        byte[] value = bytes(key);
        return value == null ? null : string(value);
    }

    long number(String key, long otherwise) throws TarFormatException {
        String value = text(key);
        return value == null ? otherwise : TarNumber.parseDecimal(value);
    }

    boolean has(String key) {
        byte[] value = records.get(key);
        return value != null && value.length > 0;
    }

    List<Segment> repeatedSegments() {
        return repeatedSegments;
    }

    /** Extended attributes by name. */
    Map<String, byte[]> attributes() throws TarFormatException {
        Map<String, byte[]> attributes = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> each : records.entrySet()) {
            if (each.getKey().startsWith(ATTRIBUTE)) {
                String name = each.getKey().substring(ATTRIBUTE.length());
                if (name.isEmpty() || name.indexOf('\0') >= 0) {
                    throw new TarFormatException("an extended attribute has no valid name");
                }
                attributes.put(name, each.getValue());
            }
        }
        return attributes;
    }

    private static int lengthOf(byte[] body, int from, int to) throws TarFormatException {
        int length = 0;
        for (int i = from; i < to; i++) {
            if (body[i] < '0' || body[i] > '9') {
                throw new TarFormatException("a PAX header is malformed");
            }
            length = length * 10 + body[i] - '0';
        }
        return length;
    }

    private static int indexOf(byte[] body, byte wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (body[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static String string(byte[] value) {
        return new String(value, StandardCharsets.ISO_8859_1);
    }
}
