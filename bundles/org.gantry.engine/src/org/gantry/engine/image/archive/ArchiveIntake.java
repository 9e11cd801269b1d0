// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gantry.engine.layer.Compression;
import org.gantry.engine.layer.Digest;
import org.gantry.engine.layer.LayerUnpacker;
import org.gantry.engine.layer.PlainInput;
import org.gantry.engine.layer.UnpackLimits;
import org.gantry.engine.layer.UnpackedLayer;
import org.gantry.engine.layer.tar.RawBytes;
import org.gantry.engine.layer.tar.TarEntry;
import org.gantry.engine.layer.tar.TarFormatException;
import org.gantry.engine.layer.tar.TarReader;

/**
 * Takes an archive in, in one pass and whatever the order of its files, since only its last file may say what the others are. All is
 * hashed. Plain tars are unpacked while they arrive, on another thread; the rest is stored as it is. However it ends, wait for what it
 * started before removing the work folder.
 */
public final class ArchiveIntake {
    private static final int FIRST_BLOCK = 512;
    /** File names that say the digest of their content: of OCI layouts, and of podman's docker archives. */
    private static final Pattern NAMED_BY_DIGEST = Pattern.compile("(?:.*/)?([0-9a-f]{64})(?:\\.tar)?");

    private final UnpackLimits limits;
    private final ExecutorService unpackers;
    private final Set<Digest> knownDiffIds;
    private final Path work;
    private final IntakeWatch watch;
    private final ArchiveFiles files = new ArchiveFiles();
    private final byte[] buffer = new byte[ChunkPipe.CHUNK];
    private int count;
    private Future<UnpackedLayer> latest;

    /**
     * @param unpackers threads that unpack; this never has more than one of them busy
     * @param knownDiffIds contents of layers that the store has, and keeps until this is done
     * @param work an empty folder of the store's file system
     */
    public ArchiveIntake(UnpackLimits limits, ExecutorService unpackers, Set<Digest> knownDiffIds, Path work, IntakeWatch watch) {
        this.limits = limits;
        this.unpackers = unpackers;
        this.knownDiffIds = knownDiffIds;
        this.work = work;
        this.watch = watch;
    }

    /** Reads all of an archive; does not close it. For a platform thread. */
    public ArchiveFiles take(InputStream source) throws IOException, InterruptedException {
        PlainInput plain = PlainInput.open(new BufferedInputStream(source, ChunkPipe.CHUNK), limits, Files.getFileStore(work),
                watch::source);
        BufferedInputStream in = new BufferedInputStream(plain, ChunkPipe.CHUNK);
        requireTar(in);
        TarReader reader = new TarReader(in, RawBytes.NONE);
        for (TarEntry entry = reader.next(); entry != null; entry = reader.next()) {
            takeEntry(entry, reader);
        }
        if (!reader.endMarkSeen() && !files.has("manifest.json") && !files.has("index.json")) {
            throw new TarFormatException("the archive is cut off");
        }
        // What follows the end mark may still reveal damage of a compressed stream.
        reader.drain();
        return files;
    }

    /** Waits until nothing of this writes to the work folder any more. */
    public void awaitEnd() throws InterruptedException {
        finishLatest();
    }

    private void takeEntry(TarEntry entry, TarReader reader) throws IOException, InterruptedException {
        String name = ArchiveFiles.normal(new String(entry.name(), StandardCharsets.UTF_8));
        if (name == null) {
            throw new ArchiveException("a file of it has a name that leads outside");
        }
        switch (entry.type()) {
            case FILE -> files.add(name, takeFile(name, entry, reader));
            case HARD_LINK -> files.addLink(name, linkTarget("", entry));
            case SYMBOLIC_LINK -> files.addLink(name, linkTarget(name.substring(0, Math.max(0, name.lastIndexOf('/'))), entry));
            default -> {
                // Folders come implied by names; anything else has no meaning in an image archive.
            }
        }
    }

    private static String linkTarget(String folder, TarEntry entry) throws ArchiveException {
        String target = ArchiveFiles.normal(folder + "/" + new String(entry.linkName(), StandardCharsets.UTF_8));
        if (target == null) {
            throw new ArchiveException("a link of it leads outside");
        }
        return target;
    }

    private ArchiveFile takeFile(String name, TarEntry entry, TarReader reader) throws IOException, InterruptedException {
        if (entry.size() != entry.stored()) {
            throw new ArchiveException("its file " + name + " is stored with holes, as no image archive is");
        }
        int first = fill(reader, buffer, FIRST_BLOCK);
        if (!TarReader.looksLikeTar(buffer, first)) {
            return store(name, entry, reader, first);
        }
        Optional<Digest> hint = namedDigest(name);
        return hint.isPresent() && knownDiffIds.contains(hint.get()) ? hash(name, entry, reader, first)
                : unpack(name, entry, reader, first);
    }

    private ArchiveFile store(String name, TarEntry entry, TarReader reader, int first) throws IOException {
        boolean isLayer = Compression.of(buffer, first) != Compression.NONE;
        Path path = work.resolve("file-" + count++);
        MessageDigest hash = Digest.newHash();
        long done = 0;
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)) {
            for (int length = first; length > 0; length = fill(reader, buffer, buffer.length)) {
                hash.update(buffer, 0, length);
                out.write(buffer, 0, length);
                done += length;
                if (isLayer) {
                    watch.layer(name, done, entry.size());
                }
            }
        }
        return new ArchiveFile.Stored(Digest.of(hash), done, path);
    }

    private ArchiveFile hash(String name, TarEntry entry, TarReader reader, int first) throws IOException {
        MessageDigest hash = Digest.newHash();
        long done = 0;
        for (int length = first; length > 0; length = fill(reader, buffer, buffer.length)) {
            hash.update(buffer, 0, length);
            done += length;
            watch.layer(name, done, entry.size());
        }
        return new ArchiveFile.Known(Digest.of(hash), done);
    }

    private ArchiveFile unpack(String name, TarEntry entry, TarReader reader, int first) throws IOException, InterruptedException {
        // One at a time: the disk is the limit, and threads are shared with other loads.
        finishLatest();
        ChunkPipe pipe = new ChunkPipe();
        Path folder = work.resolve("layer-" + count++);
        Future<UnpackedLayer> layer = unpackers.submit(() -> {
            try (pipe) {
                return new LayerUnpacker(limits).unpack(pipe, folder);
            }
        });
        latest = layer;
        MessageDigest hash = Digest.newHash();
        long done = 0;
        boolean complete = false;
        try {
            byte[] chunk = pipe.take();
            System.arraycopy(buffer, 0, chunk, 0, first);
            int length = first + fill(reader, chunk, first, chunk.length);
            while (length > 0) {
                hash.update(chunk, 0, length);
                pipe.put(chunk, length);
                done += length;
                watch.layer(name, done, entry.size());
                chunk = pipe.take();
                length = fill(reader, chunk, chunk.length);
            }
            pipe.end();
            complete = true;
        } finally {
            if (!complete) {
                pipe.abort();
            }
        }
        return new ArchiveFile.Unpacked(Digest.of(hash), done, layer);
    }

    /** Waits for the unpacking that runs, if any; how it ended is looked at by whoever needs its layer. */
    private void finishLatest() throws InterruptedException {
        try {
            if (latest != null) {
                latest.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
        }
    }

    private static int fill(TarReader reader, byte[] into, int wanted) throws IOException {
        return fill(reader, into, 0, wanted);
    }

    /** Reads until the array is full up to an index, or the file ends; 0 at its end. */
    private static int fill(TarReader reader, byte[] into, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            int read = reader.read(into, at, to - at);
            if (read < 0) {
                break;
            }
            at += read;
        }
        return at - from;
    }

    private static Optional<Digest> namedDigest(String name) {
        Matcher matcher = NAMED_BY_DIGEST.matcher(name);
        return matcher.matches() ? Digest.ofHex(matcher.group(1)) : Optional.empty();
    }

    private static void requireTar(BufferedInputStream in) throws IOException {
        in.mark(FIRST_BLOCK);
        byte[] first = in.readNBytes(FIRST_BLOCK);
        in.reset();
        if (first.length == 0) {
            throw new ArchiveException("it is empty");
        }
        if (!TarReader.looksLikeTar(first, first.length)) {
            throw new ArchiveException("it is no tar archive, neither plain nor compressed by gzip or zstd");
        }
    }
}
