// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileStore;
import java.util.function.LongConsumer;
import org.gantry.engine.layer.tar.TarFormatException;

/**
 * Plain bytes out of a stream that may be compressed, within the limits: how many, at what ratio, and with how much room left on the
 * disk that they go to. One thread.
 */
public final class PlainInput extends FilterInputStream {
    private static final long BETWEEN_ROOM_CHECKS = 64L << 20;

    private final CountedInput compressed;
    private final Compression compression;
    private final UnpackLimits limits;
    private final FileStore disk;
    private long count;
    private long nextRoomCheck = BETWEEN_ROOM_CHECKS;

    private PlainInput(InputStream plain, CountedInput compressed, Compression compression, UnpackLimits limits, FileStore disk) {
        super(plain);
        this.compressed = compressed;
        this.compression = compression;
        this.limits = limits;
        this.disk = disk;
    }

    /**
     * @param in from its beginning, buffered and with marks supported; closed with this
     * @param disk where the plain bytes will go
     * @param watcher told how many bytes of {@code in} were used; may throw to end it
     */
    public static PlainInput open(InputStream in, UnpackLimits limits, FileStore disk, LongConsumer watcher) throws IOException {
        in.mark(Compression.MAGIC_LENGTH);
        byte[] start = in.readNBytes(Compression.MAGIC_LENGTH);
        in.reset();
        Compression compression = Compression.of(start, start.length);
        CountedInput counted = new CountedInput(in, null, watcher);
        return new PlainInput(compression.plain(counted), counted, compression, limits, disk);
    }

    /** How it came. */
    public Compression compression() {
        return compression;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] data, int from, int length) throws IOException {
        int read = readPlain(data, from, length);
        if (read > 0) {
            count += read;
            check();
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private int readPlain(byte[] data, int from, int length) throws IOException {
        if (compression == Compression.NONE) {
            return in.read(data, from, length);
        }
        long before = compressed.count();
        try {
            return in.read(data, from, length);
        } catch (IOException e) {
            // The decompressors throw plain IOExceptions for bad data, just as the source does for its own trouble.
            if (compressed.failed()) {
                throw e;
            }
            throw new TarFormatException("its " + compression.name().toLowerCase() + " data is damaged or cut off near byte " + before
                    + (e.getMessage() == null ? "" : ": " + e.getMessage()));
        }
    }

    private void check() throws IOException {
        if (count > limits.layerBytes()) {
            throw new TarFormatException("it unpacks to more than " + limits.layerBytes() + " bytes");
        }
        if (compression != Compression.NONE && count > limits.ratioAfter() && count / limits.ratio() > compressed.count()) {
            throw new TarFormatException("it unpacks to more than " + limits.ratio() + " times its size, as only an attack does");
        }
        if (count >= nextRoomCheck) {
            nextRoomCheck = count + BETWEEN_ROOM_CHECKS;
            if (disk.getUsableSpace() < limits.freeBytes()) {
                throw new IOException("less than " + (limits.freeBytes() >> 20) + " MiB are free on the store's disk");
            }
        }
    }
}
