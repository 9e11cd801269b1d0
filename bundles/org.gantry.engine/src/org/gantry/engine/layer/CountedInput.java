// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.function.LongConsumer;

/** Counts what is read, hashes it where asked, and tells somebody who may object by an exception. One thread. */
public final class CountedInput extends FilterInputStream {
    private final MessageDigest hash;
    private final LongConsumer watcher;
    private long count;
    private boolean failed;

    /**
     * @param hash fed with all that is read; null for none
     * @param watcher told the count after each read
     */
    public CountedInput(InputStream in, MessageDigest hash, LongConsumer watcher) {
        super(in);
        this.hash = hash;
        this.watcher = watcher;
    }

    /** Bytes read. */
    public long count() {
        return count;
    }

    /** Whether reading the stream underneath ever failed. */
    public boolean failed() {
        return failed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] data, int from, int length) throws IOException {
        int read;
        try {
            read = in.read(data, from, length);
        } catch (IOException e) {
            failed = true;
            throw e;
        }
        if (read > 0) {
            if (hash != null) {
                hash.update(data, from, read);
            }
            count += read;
            watcher.accept(count);
        }
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        byte[] skipped = new byte[(int) Math.min(wanted, 64 * 1024)];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
