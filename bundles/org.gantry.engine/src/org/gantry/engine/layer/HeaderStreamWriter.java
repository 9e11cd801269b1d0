// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.gantry.engine.layer.tar.RawBytes;

/**
 * Writes what is needed, beside the unpacked files, to give a layer's tar back byte for byte: headers, padding and end as they were,
 * and for content the file it is in. A file that a later entry replaces moves to the layer's {@code replaced} folder, and the stream
 * says so. Read by {@link LayerTar}.
 * <p>
 * Format, compressed by zstd, numbers big-endian: the magic, then records of one tag byte: {@link #RAW} with length and bytes;
 * {@link #CONTENT} with path, offset in the file and length; {@link #MOVED} with path and new name, for all content before it;
 * {@link #END} with the number of content records.
 */
final class HeaderStreamWriter implements RawBytes, Closeable {
    static final int MAGIC = 0x47544831;
    static final byte RAW = 'R';
    static final byte CONTENT = 'C';
    static final byte MOVED = 'M';
    static final byte END = 'E';
    static final int MAX_RAW = 64 * 1024;

    private static final int FASTEST = 1;

    private final DataOutputStream out;
    private final byte[] raw = new byte[MAX_RAW];
    private int rawLength;
    private long contents;

    HeaderStreamWriter(Path file) throws IOException {
        ZstdOutputStream compressed = new ZstdOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), FASTEST);
        this.out = new DataOutputStream(new BufferedOutputStream(compressed, MAX_RAW));
        out.writeInt(MAGIC);
    }

    @Override
    public void take(byte[] data, int from, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int piece = Math.min(length - done, MAX_RAW - rawLength);
            System.arraycopy(data, from + done, raw, rawLength, piece);
            rawLength += piece;
            done += piece;
            if (rawLength == MAX_RAW) {
                flushRaw();
            }
        }
    }

    /** The tar goes on with a piece of an unpacked file. */
    void content(String path, long offset, long length) throws IOException {
        if (length > 0) {
            flushRaw();
            out.writeByte(CONTENT);
            writePath(path);
            out.writeLong(offset);
            out.writeLong(length);
            contents++;
        }
    }

    /** What was at a path, a file or a folder with all below it, is now in the {@code replaced} folder. */
    void moved(String path, String name) throws IOException {
        flushRaw();
        out.writeByte(MOVED);
        writePath(path);
        writePath(name);
    }

    /** To be called when the tar is complete. */
    void end() throws IOException {
        flushRaw();
        out.writeByte(END);
        out.writeLong(contents);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void flushRaw() throws IOException {
        if (rawLength > 0) {
            out.writeByte(RAW);
            out.writeInt(rawLength);
            out.write(raw, 0, rawLength);
            rawLength = 0;
        }
    }

    private void writePath(String path) throws IOException {
        byte[] bytes = EntryPath.bytes(path);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
