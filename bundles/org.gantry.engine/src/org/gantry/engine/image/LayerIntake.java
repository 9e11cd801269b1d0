// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.gantry.engine.image.archive.ArchiveException;
import org.gantry.engine.image.archive.ArchiveFile;
import org.gantry.engine.image.archive.IntakeWatch;
import org.gantry.engine.layer.CountedInput;
import org.gantry.engine.layer.Digest;
import org.gantry.engine.layer.LayerUnpacker;
import org.gantry.engine.layer.PlainInput;
import org.gantry.engine.layer.UnpackLimits;
import org.gantry.engine.layer.UnpackedLayer;
import org.gantry.engine.layer.tar.TarFormatException;

/**
 * Unpacks what could not be unpacked while its archive came in: compressed layers, several at a time, and a content that is needed on
 * one more stack. Digests are computed, not judged.
 */
final class LayerIntake {
    private static final int BUFFER = 512 * 1024;

    private final UnpackLimits limits;
    private final ExecutorService unpackers;
    private final Path work;
    private final IntakeWatch watch;
    private final Map<Digest, Future<Result>> compressed = new HashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    /**
     * A layer that came out of a stream.
     *
     * @param diffId digest of the plain tar
     * @param tarSize bytes of it
     * @param layer what it unpacked to
     */
    record Result(Digest diffId, long tarSize, UnpackedLayer layer) {
    }

    LayerIntake(UnpackLimits limits, ExecutorService unpackers, Path work, IntakeWatch watch) {
        this.limits = limits;
        this.unpackers = unpackers;
        this.work = work;
        this.watch = watch;
    }

    /** Starts to unpack a compressed layer, unless that was started before. */
    void start(ArchiveFile.Stored file) {
        compressed.computeIfAbsent(file.digest(), digest -> unpackers.submit(() -> unpack(file)));
    }

    /** What became of a compressed layer that was started; waits for it. */
    Result result(ArchiveFile.Stored file) throws IOException, InterruptedException {
        return get(compressed.get(file.digest()), file.digest());
    }

    /** What became of a plain layer. */
    static UnpackedLayer result(ArchiveFile.Unpacked file) throws IOException, InterruptedException {
        return get(file.layer(), file.digest());
    }

    /** Unpacks a plain tar here and now. */
    Result unpack(InputStream tar) throws IOException {
        MessageDigest hash = Digest.newHash();
        CountedInput counted = new CountedInput(tar, hash, done -> {
        });
        UnpackedLayer layer = new LayerUnpacker(limits).unpack(new BufferedInputStream(counted, BUFFER), nextFolder());
        return new Result(Digest.of(hash), counted.count(), layer);
    }

    /** Waits until nothing of this writes to the work folder any more. */
    void awaitEnd() throws InterruptedException {
        for (Future<Result> each : compressed.values()) {
            try {
                each.get();
            } catch (ExecutionException e) {
                // Whoever needed the layer was told; here only the end counts.
                continue;
            }
        }
    }

    private Result unpack(ArchiveFile.Stored file) throws IOException {
        String name = "sha256:" + file.digest().shortHex();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()), BUFFER);
                PlainInput plain = PlainInput.open(in, limits, Files.getFileStore(work),
                        done -> watch.layer(name, done, file.size()))) {
            return unpack(plain);
        }
    }

    private Path nextFolder() {
        return work.resolve("unpacked-" + count.getAndIncrement());
    }

    private static <T> T get(Future<T> future, Digest digest) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TarFormatException bad) {
                throw new ArchiveException("its layer " + digest + " cannot be unpacked: " + bad.getMessage());
            }
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
