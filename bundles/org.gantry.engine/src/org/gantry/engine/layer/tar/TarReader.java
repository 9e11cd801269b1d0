// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer.tar;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a tar from a stream, entry by entry, the way Go's archive/tar understands it, since that is what other engines verify and
 * unpack with: a tar that two readers understand differently is an attack. Bounded memory whatever the tar holds. Not for several
 * threads.
 */
public final class TarReader {
    private static final int BLOCK = TarHeader.BLOCK;
    private static final int MAX_SPECIAL = 1 << 20;
    private static final int MAX_ID_BITS = 32;

    private final InputStream in;
    private final RawBytes raw;
    private final byte[] block = new byte[BLOCK];
    private final byte[] skipped = new byte[64 * 1024];
    private long left;
    private int padding;
    private boolean ended;
    private boolean endMarkSeen;

    /** @param raw gets all bytes that {@link #read} does not return */
    public TarReader(InputStream in, RawBytes raw) {
        this.in = in;
        this.raw = raw;
    }

    /** Whether a file that begins so may be a tar: a header, or the zeros of an empty one. */
    public static boolean looksLikeTar(byte[] firstBlock, int length) {
        return length == BLOCK && (TarHeader.isZero(firstBlock) || TarHeader.isHeader(firstBlock));
    }

    /**
     * The next entry, or null at the end. What was not read of the one before is skipped.
     *
     * @throws TarFormatException damaged or cut off
     */
    public TarEntry next() throws IOException {
        PaxRecords pax = PaxRecords.none();
        byte[] longName = null;
        byte[] longLink = null;
        while (true) {
            finishEntry();
            TarHeader header = readHeader();
            if (header == null) {
                return null;
            }
            switch (header.type()) {
                case 'x' -> pax = PaxRecords.parse(readSpecial(header));
                // Global headers are metadata of whoever made the tar (git archive); Go's reader, too, does not apply them.
                case 'g' -> PaxRecords.parse(readSpecial(header));
                case 'L' -> longName = untilNul(readSpecial(header));
                case 'K' -> longLink = untilNul(readSpecial(header));
                case 'V' -> startContent(header.size());
                default -> {
                    return entry(header, pax, longName, longLink);
                }
            }
        }
    }

    /** Reads content of the current entry; -1 at its end. */
    public int read(byte[] data, int from, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = in.read(data, from, (int) Math.min(length, left));
        if (count < 0) {
            throw new TarFormatException("the tar is cut off in the middle of a file");
        }
        left -= count;
        return count;
    }

    /** Whether the tar said that it is complete; not all writers do. */
    public boolean endMarkSeen() {
        return endMarkSeen;
    }

    /** Reads whatever follows the end mark, so that the raw bytes are complete. */
    public void drain() throws IOException {
        int count = in.read(skipped);
        while (count >= 0) {
            raw.take(skipped, 0, count);
            count = in.read(skipped);
        }
    }

    private TarEntry entry(TarHeader header, PaxRecords pax, byte[] longName, byte[] longLink) throws IOException {
        byte[] name = firstOf(pax.bytes("GNU.sparse.name"), longName, pax.bytes("path"), header.name());
        byte[] link = firstOf(longLink, pax.bytes("linkpath"), header.linkName());
        EntryType type = typeOf(header.type(), name);
        long stored = pax.number("size", pax.has("size") ? 0 : header.size());
        if (stored < 0) {
            throw new TarFormatException("an entry has a negative size");
        }
        // Go's reader: entries that are only a header have no content, whatever their size says.
        startContent(type == EntryType.FILE ? stored : 0);
        SparseMap sparse = type == EntryType.FILE ? sparseMap(header, pax) : null;
        List<TarEntry.Segment> segments = sparse == null ? List.of() : sparse.segments();
        long size = sparse == null ? left : sparse.size();
        String modified = pax.text("mtime");
        return new TarEntry(name, type, (int) (header.mode() & 07777), id(pax.number("uid", pax.has("uid") ? 0 : header.uid())),
                id(pax.number("gid", pax.has("gid") ? 0 : header.gid())), size, left,
                modified == null ? header.modified() : TarNumber.seconds(modified), modified == null ? 0 : TarNumber.nanos(modified),
                isLink(type) ? link : new byte[0], header.deviceMajor(), header.deviceMinor(), pax.attributes(), segments);
    }

    private SparseMap sparseMap(TarHeader header, PaxRecords pax) throws IOException {
        SparseMap map = null;
        if (header.type() == 'S') {
            // The continued map stands between header and content and is not counted in the size.
            map = SparseMap.ofGnuHeader(header, this::nextBlock);
        } else if (SparseMap.inPax(pax)) {
            map = SparseMap.ofPax(pax, this::nextContentBlock);
        }
        return map == null ? null : map.validated(left);
    }

    private byte[] nextBlock() throws IOException {
        if (in.readNBytes(block, 0, BLOCK) < BLOCK) {
            throw new TarFormatException("the tar is cut off in the middle of a header");
        }
        raw.take(block, 0, BLOCK);
        return block.clone();
    }

    private byte[] nextContentBlock() throws IOException {
        if (left < BLOCK) {
            throw new TarFormatException("the map of a sparse file is cut off");
        }
        left -= BLOCK;
        return nextBlock();
    }

    private TarHeader readHeader() throws IOException {
        if (ended) {
            return null;
        }
        int count = in.readNBytes(block, 0, BLOCK);
        raw.take(block, 0, count);
        if (count == 0) {
            // Writers that leave out the end mark exist; whether something is missing, the digest tells.
            ended = true;
            return null;
        }
        if (count < BLOCK) {
            throw new TarFormatException("the tar is cut off in the middle of a header");
        }
        if (!TarHeader.isZero(block)) {
            return TarHeader.parse(block);
        }
        ended = true;
        endMarkSeen = true;
        count = in.readNBytes(block, 0, BLOCK);
        raw.take(block, 0, count);
        if (count == BLOCK && !TarHeader.isZero(block)) {
            throw new TarFormatException("there are more entries after an end mark");
        }
        return null;
    }

    private void startContent(long size) {
        left = size;
        padding = (int) (-size & BLOCK - 1);
    }

    private void finishEntry() throws IOException {
        while (left > 0) {
            int count = read(skipped, 0, skipped.length);
            raw.take(skipped, 0, count);
        }
        if (padding > 0) {
            int count = in.readNBytes(block, 0, padding);
            raw.take(block, 0, count);
            // Go's reader accepts a tar that ends without the last padding.
            padding = 0;
        }
    }

    private byte[] readSpecial(TarHeader header) throws IOException {
        long size = header.size();
        if (size < 0 || size > MAX_SPECIAL) {
            throw new TarFormatException("a header for names and attributes is larger than " + MAX_SPECIAL + " bytes");
        }
        byte[] body = in.readNBytes((int) size);
        raw.take(body, 0, body.length);
        if (body.length < size) {
            throw new TarFormatException("the tar is cut off in the middle of a header");
        }
        startContent(size);
        left = 0;
        return body;
    }

    private static EntryType typeOf(byte type, byte[] name) throws TarFormatException {
        return switch (type) {
            case '0', '7', 'S' -> EntryType.FILE;
            case 0 -> name.length > 0 && name[name.length - 1] == '/' ? EntryType.FOLDER : EntryType.FILE;
            case '1' -> EntryType.HARD_LINK;
            case '2' -> EntryType.SYMBOLIC_LINK;
            case '3' -> EntryType.CHARACTER_DEVICE;
            case '4' -> EntryType.BLOCK_DEVICE;
            case '5' -> EntryType.FOLDER;
            case '6' -> EntryType.FIFO;
            default -> throw new TarFormatException("an entry is of the unknown type " + (type & 0xFF));
        };
    }

    private static boolean isLink(EntryType type) {
        return type == EntryType.HARD_LINK || type == EntryType.SYMBOLIC_LINK;
    }

    /** Owners are 32 bits in the kernel, where all ones means "leave it". */
    private static long id(long id) throws TarFormatException {
        if (id < 0 || id >= (1L << MAX_ID_BITS) - 1) {
            throw new TarFormatException("an entry has the impossible owner " + id);
        }
        return id;
    }

    private static byte[] untilNul(byte[] body) {
        int end = 0;
        while (end < body.length && body[end] != 0) {
            end++;
        }
        return Arrays.copyOf(body, end);
    }

    private static byte[] firstOf(byte[]... candidates) {
        for (byte[] candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return new byte[0];
    }
}
