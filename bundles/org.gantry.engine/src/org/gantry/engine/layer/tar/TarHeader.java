// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer.tar;

import java.util.Arrays;

/**
 * One header block of 512 bytes: POSIX.1-1988 (ustar), GNU, star or Version 7, see tar(5). Fields are read when asked for, since PAX
 * records may replace those that cannot be right.
 */
final class TarHeader {
    static final int BLOCK = 512;

    private static final int NAME_LENGTH = 100;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int LINK_NAME = 157;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;

    private final byte[] block;
    private final Format format;

    private enum Format {
        V7, USTAR, STAR, GNU
    }

    private TarHeader(byte[] block, Format format) {
        this.block = block;
        this.format = format;
    }

    static boolean isZero(byte[] block) {
        for (int i = 0; i < BLOCK; i++) {
            if (block[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a block could be a header: its checksum holds. */
    static boolean isHeader(byte[] block) {
        long stated;
        try {
            stated = TarNumber.parseOctal(block, CHECKSUM, CHECKSUM_LENGTH);
        } catch (TarFormatException e) {
            return false;
        }
        long unsigned = 0;
        long signed = 0;
        for (int i = 0; i < BLOCK; i++) {
            byte b = i >= CHECKSUM && i < CHECKSUM + CHECKSUM_LENGTH ? (byte) ' ' : block[i];
            unsigned += b & 0xFF;
            signed += b;
        }
        // Some old writers summed signed characters.
        return stated == unsigned || stated == signed;
    }

    static TarHeader parse(byte[] block) throws TarFormatException {
        if (!isHeader(block)) {
            throw new TarFormatException("a header's checksum is wrong");
        }
        return new TarHeader(block.clone(), formatOf(block));
    }

    byte type() {
        return block[156];
    }

    byte[] name() {
        byte[] name = string(0, NAME_LENGTH);
        byte[] prefix = prefix();
        if (prefix.length == 0) {
            return name;
        }
        byte[] joined = Arrays.copyOf(prefix, prefix.length + 1 + name.length);
        joined[prefix.length] = '/';
        System.arraycopy(name, 0, joined, prefix.length + 1, name.length);
        return joined;
    }

    byte[] linkName() {
        return string(LINK_NAME, NAME_LENGTH);
    }

    long mode() throws TarFormatException {
        return TarNumber.parse(block, 100, 8);
    }

    long uid() throws TarFormatException {
        return TarNumber.parse(block, 108, 8);
    }

    long gid() throws TarFormatException {
        return TarNumber.parse(block, 116, 8);
    }

    long size() throws TarFormatException {
        return TarNumber.parse(block, 124, 12);
    }

    long modified() throws TarFormatException {
        return TarNumber.parse(block, 136, 12);
    }

    long deviceMajor() throws TarFormatException {
        return format == Format.V7 ? 0 : TarNumber.parse(block, 329, 8);
    }

    long deviceMinor() throws TarFormatException {
        return format == Format.V7 ? 0 : TarNumber.parse(block, 337, 8);
    }

    /** The block itself, for the sparse map of the old GNU format. */
    byte[] block() {
        return block;
    }

    private byte[] prefix() {
        return switch (format) {
            case USTAR -> string(PREFIX, 155);
            case STAR -> string(PREFIX, 131);
            case GNU -> prefixOfOldGoWriter();
            case V7 -> new byte[0];
        };
    }

    /**
     * GNU headers have times where ustar has the prefix. Go's writer before 1.8 put a prefix there all the same, and images of that time
     * are still about; what cannot be a time is taken for a prefix, as Go's reader does.
     */
    private byte[] prefixOfOldGoWriter() {
        try {
            TarNumber.parse(block, PREFIX, 12);
            TarNumber.parse(block, PREFIX + 12, 12);
            return new byte[0];
        } catch (TarFormatException e) {
            byte[] prefix = string(PREFIX, 155);
            for (byte b : prefix) {
                if (b < 0) {
                    return new byte[0];
                }
            }
            return prefix;
        }
    }

    private byte[] string(int from, int length) {
        int end = from;
        while (end < from + length && block[end] != 0) {
            end++;
        }
        return Arrays.copyOfRange(block, from, end);
    }

    private static Format formatOf(byte[] block) {
        if (matches(block, MAGIC, "ustar\0")) {
            return matches(block, 508, "tar\0") ? Format.STAR : Format.USTAR;
        }
        return matches(block, MAGIC, "ustar  \0") ? Format.GNU : Format.V7;
    }

    private static boolean matches(byte[] block, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (block[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
