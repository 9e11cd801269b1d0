// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gantry.engine.store.AtomicFiles;
import org.gantry.engine.store.Json;

/**
 * The unpacked layers of a store, by chain id. A layer here is whole and never changes. Whether one is needed is not known here.
 * Platform threads only.
 */
public final class LayerStore {
    private final Path root;
    private final Map<Digest, LayerRecord> records = new ConcurrentHashMap<>();

    /** @param root folder of all layers */
    public LayerStore(Path root) {
        this.root = root;
    }

    public boolean has(Digest chainId) {
        return Files.exists(files(chainId).record());
    }

    public LayerFiles files(Digest chainId) {
        return new LayerFiles(root.resolve(chainId.hex()));
    }

    public LayerRecord record(Digest chainId) throws IOException {
        LayerRecord known = records.get(chainId);
        if (known == null) {
            known = Json.read(files(chainId).record(), LayerRecord.class);
            records.put(chainId, known);
        }
        return known;
    }

    /** Any layer with this content, on whatever stack. */
    public Optional<Digest> findByDiffId(Digest diffId) throws IOException {
        for (Digest chainId : all()) {
            if (record(chainId).diffId().equals(diffId.toString())) {
                return Optional.of(chainId);
            }
        }
        return Optional.empty();
    }

    /** Chain ids of all layers. */
    public List<Digest> all() throws IOException {
        List<Digest> chainIds = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root)) {
            for (Path folder : folders) {
                Digest.ofHex(folder.getFileName().toString()).ifPresent(chainIds::add);
            }
        }
        return chainIds;
    }

    /** The layer as plain tar, byte for byte as it came. Close it; read it on a platform thread. */
    public InputStream tar(Digest chainId) throws IOException {
        return new LayerTar(files(chainId));
    }

    /** As {@link #tar(Digest)}, of a layer that has no place yet. */
    public InputStream tar(UnpackedLayer layer) throws IOException {
        return new LayerTar(layer.files());
    }

    /**
     * Completes an unpacked layer, now that the layers below it are known. The caller makes it durable, by one syncfs for all that was
     * unpacked, before it publishes it.
     *
     * @param lowerTopFirst content folders of the layers below, the uppermost first
     */
    public void complete(UnpackedLayer layer, Digest diffId, long tarSize, List<Path> lowerTopFirst) throws IOException {
        try (LowerFolders lower = new LowerFolders(lowerTopFirst)) {
            lower.complete(layer.files().content(), layer.impliedFolders());
        }
        LayerRecord record = new LayerRecord(LayerRecord.VERSION, diffId.toString(), tarSize, layer.size(), layer.count());
        Files.write(layer.files().record(), Json.write(record), StandardOpenOption.CREATE_NEW);
    }

    /** Puts a completed layer in its place; durable after {@link #sync}. */
    public void publish(UnpackedLayer layer, Digest chainId) throws IOException {
        Files.move(layer.files().folder(), files(chainId).folder(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Makes what was published or taken away durable. */
    public void sync() throws IOException {
        AtomicFiles.syncFolder(root);
    }

    /** Takes a layer away, into a folder whose content somebody removes later. */
    public void takeAway(Digest chainId, Path trash) throws IOException {
        records.remove(chainId);
        Files.move(files(chainId).folder(), trash.resolve(chainId.hex()), StandardCopyOption.ATOMIC_MOVE);
    }
}
