// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer.tar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a tar (POSIX ustar, with PAX records for what does not fit), names and attributes as bytes. Content is the caller's to write
 * to the same stream, followed by {@link #pad}. One thread.
 */
public final class TarWriter {
    private static final int BLOCK = TarHeader.BLOCK;
    private static final int NAME = 100;
    private static final long MAX_ID = 07777777;
    private static final long MAX_SIZE = 077777777777L;
    private static final long MAX_DEVICE = 07777777;

    private final OutputStream out;

    public TarWriter(OutputStream out) {
        this.out = out;
    }

    /** Begins an entry; {@code entry.stored()} bytes are to follow. Files with holes are not written as such. */
    public void begin(TarEntry entry) throws IOException {
        Map<String, byte[]> pax = new TreeMap<>();
        entry.attributes().forEach((name, value) -> pax.put("SCHILY.xattr." + name, value));
        if (!fits(entry.name())) {
            pax.put("path", entry.name());
        }
        if (!fits(entry.linkName())) {
            pax.put("linkpath", entry.linkName());
        }
        number(pax, "uid", entry.uid(), MAX_ID);
        number(pax, "gid", entry.gid(), MAX_ID);
        number(pax, "size", entry.stored(), MAX_SIZE);
        number(pax, "mtime", entry.modifiedSeconds(), MAX_SIZE);
        if (entry.deviceMajor() > MAX_DEVICE || entry.deviceMinor() > MAX_DEVICE) {
            throw new IOException("a device's number is too large for a tar");
        }
        if (!pax.isEmpty()) {
            byte[] records = records(pax);
            header(new byte[] {'P', 'a', 'x'}, 'x', 0644, 0, 0, records.length, 0, new byte[0], 0, 0);
            out.write(records);
            pad(records.length);
        }
        header(entry.name(), type(entry.type()), entry.mode(), entry.uid(), entry.gid(), entry.stored(), entry.modifiedSeconds(),
                entry.linkName(), entry.deviceMajor(), entry.deviceMinor());
    }

    /** Fills the last block of content. */
    public void pad(long size) throws IOException {
        out.write(new byte[(int) (-size & BLOCK - 1)]);
    }

    /** Writes the end mark; does not close the stream. */
    public void end() throws IOException {
        out.write(new byte[2 * BLOCK]);
    }

    private void header(byte[] name, char type, int mode, long uid, long gid, long size, long modified, byte[] link, long major,
            long minor) throws IOException {
        byte[] block = new byte[BLOCK];
        System.arraycopy(name, 0, block, 0, Math.min(name.length, NAME));
        octal(block, 100, 8, mode);
        octal(block, 108, 8, uid > MAX_ID ? 0 : uid);
        octal(block, 116, 8, gid > MAX_ID ? 0 : gid);
        octal(block, 124, 12, size > MAX_SIZE ? 0 : size);
        octal(block, 136, 12, modified < 0 || modified > MAX_SIZE ? 0 : modified);
        Arrays.fill(block, 148, 156, (byte) ' ');
        block[156] = (byte) type;
        System.arraycopy(link, 0, block, 157, Math.min(link.length, NAME));
        System.arraycopy("ustar\00000".getBytes(StandardCharsets.US_ASCII), 0, block, 257, 8);
        octal(block, 329, 8, major);
        octal(block, 337, 8, minor);
        int sum = 0;
        for (byte b : block) {
            sum += b & 0xFF;
        }
        octal(block, 148, 7, sum);
        out.write(block);
    }

    private static void octal(byte[] block, int at, int length, long value) {
        String digits = Long.toOctalString(value);
        Arrays.fill(block, at, at + length - 1, (byte) '0');
        byte[] bytes = digits.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, block, at + length - 1 - bytes.length, bytes.length);
        block[at + length - 1] = 0;
    }

    /** Names that are not plain ASCII are for PAX records, which are read as bytes by all. */
    private static boolean fits(byte[] name) {
        for (byte b : name) {
            if (b < 0) {
                return false;
            }
        }
        return name.length <= NAME;
    }

    private static void number(Map<String, byte[]> pax, String key, long value, long limit) {
        if (value < 0 || value > limit) {
            pax.put(key, Long.toString(value).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Each record begins with its own length in decimal, that number included. */
    private static byte[] records(Map<String, byte[]> pax) {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        pax.forEach((key, value) -> {
            byte[] name = key.getBytes(StandardCharsets.ISO_8859_1);
            int rest = name.length + value.length + 3;
            int length = rest + Integer.toString(rest).length();
            length = rest + Integer.toString(length).length();
            records.writeBytes((length + " ").getBytes(StandardCharsets.US_ASCII));
            records.writeBytes(name);
            records.write('=');
            records.writeBytes(value);
            records.write('\n');
        });
        return records.toByteArray();
    }

    private static char type(EntryType type) {
        return switch (type) {
            case FILE -> '0';
            case HARD_LINK -> '1';
            case SYMBOLIC_LINK -> '2';
            case CHARACTER_DEVICE -> '3';
            case BLOCK_DEVICE -> '4';
            case FOLDER -> '5';
            case FIFO -> '6';
        };
    }
}
