// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.gantry.engine.layer.tar.TarFormatException;

/** How a stream is compressed, told by its first bytes; names and media types are only claims. */
public enum Compression {
    NONE, GZIP, ZSTD, XZ, BZIP2;

    /** As many bytes as {@link #of} looks at. */
    public static final int MAGIC_LENGTH = 6;

    private static final int BUFFER = 256 * 1024;
    /** Window of 128 MiB: what zstd itself accepts unless told otherwise, so that a stream cannot ask for more memory. */
    private static final int ZSTD_WINDOW_LOG = 27;

    public static Compression of(byte[] start, int length) {
        if (starts(start, length, 0x1F, 0x8B, 0x08)) {
            return GZIP;
        }
        // A frame, or a skippable frame (0x184D2A5?) as written by seekable and chunked writers (RFC 8878).
        if (starts(start, length, 0x28, 0xB5, 0x2F, 0xFD) || length >= 4 && (start[0] & 0xF0) == 0x50
                && starts(new byte[] {start[1], start[2], start[3]}, 3, 0x2A, 0x4D, 0x18)) {
            return ZSTD;
        }
        if (starts(start, length, 0xFD, '7', 'z', 'X', 'Z', 0)) {
            return XZ;
        }
        return starts(start, length, 'B', 'Z', 'h') ? BZIP2 : NONE;
    }

    /** A stream of the plain bytes; closing it closes what is given. */
    public InputStream plain(InputStream compressed) throws IOException {
        return switch (this) {
            case NONE -> compressed;
            case GZIP -> new BufferedInputStream(GzipCompressorInputStream.builder().setInputStream(compressed)
                    .setDecompressConcatenated(true).setBufferSize(BUFFER).get(), BUFFER);
            case ZSTD -> {
                ZstdInputStream stream = new ZstdInputStream(compressed);
                stream.setLongMax(ZSTD_WINDOW_LOG);
                yield new BufferedInputStream(stream, BUFFER);
            }
            case XZ, BZIP2 -> throw new TarFormatException("it is compressed by " + name().toLowerCase()
                    + ", which images are not; decompress it first");
        };
    }

    private static boolean starts(byte[] data, int length, int... magic) {
        if (length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((data[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
