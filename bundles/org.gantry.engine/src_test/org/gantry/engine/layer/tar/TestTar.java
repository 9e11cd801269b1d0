// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer.tar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes tars for tests byte by byte, right ones and such as no library would write. */
public final class TestTar {
    private static final int BLOCK = 512;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long uid;
    private long gid;
    private long modified = 1_600_000_000;

    /** Owner of the entries that follow. */
    public TestTar owner(long newUid, long newGid) {
        uid = newUid;
        gid = newGid;
        return this;
    }

    /** Time of the entries that follow. */
    public TestTar modified(long seconds) {
        modified = seconds;
        return this;
    }

    public TestTar folder(String name, int mode) {
        return entry(bytes(name), '5', mode, 0, "");
    }

    public TestTar file(String name, int mode, String content) {
        return file(bytes(name), mode, bytes(content));
    }

    public TestTar file(byte[] name, int mode, byte[] content) {
        entry(name, '0', mode, content.length, "");
        return content(content);
    }

    public TestTar symbolicLink(String name, String target) {
        return entry(bytes(name), '2', 0777, 0, target);
    }

    public TestTar hardLink(String name, String target) {
        return entry(bytes(name), '1', 0644, 0, target);
    }

    public TestTar device(String name, char type, int mode, int major, int minor) {
        byte[] header = header(bytes(name), type, mode, 0, "");
        octal(header, 329, 8, major);
        octal(header, 337, 8, minor);
        return raw(seal(header));
    }

    public TestTar fifo(String name, int mode) {
        return entry(bytes(name), '6', mode, 0, "");
    }

    /** A PAX header for the next entry: pairs of name and value, one byte a character. */
    public TestTar pax(String... pairs) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < pairs.length; i += 2) {
            body.writeBytes(latin1(record(pairs[i], pairs[i + 1])));
        }
        return special('x', body.toByteArray());
    }

    /** A special header: {@code x}, {@code g}, {@code L}, {@code K}. */
    public TestTar special(char type, byte[] body) {
        entry(bytes("special"), type, 0644, body.length, "");
        return content(body);
    }

    /** Just a header; content is up to the caller. */
    public TestTar entry(byte[] name, char type, int mode, long size, String link) {
        return raw(seal(header(name, type, mode, size, link)));
    }

    /** Content, filled up to whole blocks. */
    public TestTar content(byte[] content) {
        out.writeBytes(content);
        return raw(new byte[-content.length & BLOCK - 1]);
    }

    public TestTar raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** The tar with its end mark. */
    public byte[] end() {
        return raw(new byte[2 * BLOCK]).cut();
    }

    /** The tar without an end mark. */
    public byte[] cut() {
        return out.toByteArray();
    }

    /** An unsealed header, to be spoilt. */
    public byte[] header(byte[] name, char type, int mode, long size, String link) {
        byte[] header = new byte[BLOCK];
        System.arraycopy(name, 0, header, 0, Math.min(name.length, 100));
        octal(header, 100, 8, mode);
        octal(header, 108, 8, uid);
        octal(header, 116, 8, gid);
        octal(header, 124, 12, size);
        octal(header, 136, 12, modified);
        header[156] = (byte) type;
        byte[] target = bytes(link);
        System.arraycopy(target, 0, header, 157, Math.min(target.length, 100));
        System.arraycopy(bytes("ustar\00000"), 0, header, 257, 8);
        return header;
    }

    /** Puts the checksum in. */
    public static byte[] seal(byte[] header) {
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        System.arraycopy(bytes(String.format("%06o\0 ", sum)), 0, header, 148, 8);
        return header;
    }

    public static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String record(String name, String value) {
        int payload = name.length() + value.length() + 3;
        int length = payload + String.valueOf(payload).length();
        if (String.valueOf(length).length() > String.valueOf(payload).length()) {
            length = payload + String.valueOf(length).length();
        }
        return length + " " + name + "=" + value + "\n";
    }

    private static void octal(byte[] header, int at, int length, long value) {
        byte[] digits = bytes(String.format("%0" + (length - 1) + "o", value));
        System.arraycopy(digits, 0, header, at, length - 1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
