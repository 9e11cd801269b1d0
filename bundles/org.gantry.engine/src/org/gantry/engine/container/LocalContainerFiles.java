// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.gantry.engine.api.container.ContainerFiles;
import org.gantry.engine.api.container.FileChange;
import org.gantry.engine.api.container.MountSpec;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.event.ContainerAction;
import org.gantry.engine.layer.LayerChange;
import org.gantry.engine.layer.LayerDifference;
import org.gantry.engine.layer.StackTar;

/** The files of this engine's containers, looked at from outside of them: nothing of a container is ever executed for it. */
final class LocalContainerFiles implements ContainerFiles {
    private final ContainerTable table;
    private final ContainerStore store;
    private final BlockingWork work;
    private final ContainerEvents events;
    private final Path initLayer;

    /** @param initLayer lowest layer of every container */
    LocalContainerFiles(ContainerTable table, ContainerStore store, BlockingWork work, ContainerEvents events,
            Path initLayer) {
        this.table = table;
        this.store = store;
        this.work = work;
        this.events = events;
        this.initLayer = initLayer;
    }

    @Override
    public List<FileChange> changes(String container) {
        ContainerRecord record = table.find(container).record();
        try {
            List<LayerChange> found = work.call(() -> LayerDifference.of(store.upper(record.id()), lower(record)));
            return withoutMountPoints(found, record.spec().host().mounts());
        } catch (IOException e) {
            throw EngineException.system("Cannot compare container " + record.name() + " with its image", e, "");
        }
    }

    @Override
    public void export(String container, OutputStream tar) {
        ContainerRecord record = table.find(container).record();
        List<Path> layers = new ArrayList<>(List.of(store.upper(record.id())));
        layers.addAll(lower(record));
        // A thread of its own: a slow receiver must not hold back what else waits for the disk.
        FutureTask<Void> writing = new FutureTask<>(() -> {
            StackTar.write(layers, tar);
            return null;
        });
        Thread.ofPlatform().daemon().name("export-" + record.shortId()).start(writing);
        try {
            BlockingWork.join(writing);
        } catch (IOException e) {
            throw EngineException.system("Cannot export container " + record.name(), e, "");
        }
        events.publish(ContainerAction.EXPORTED, record);
    }

    private List<Path> lower(ContainerRecord record) {
        List<Path> lower = new ArrayList<>(record.layers().stream().map(Path::of).toList());
        lower.add(initLayer);
        return lower;
    }

    /** Places that were made for mounts are the engine's doing, and so are the folders that hold nothing else. */
    private static List<FileChange> withoutMountPoints(List<LayerChange> found, List<MountSpec> mounts) {
        Set<String> points = new HashSet<>();
        Set<String> around = new HashSet<>();
        for (MountSpec mount : mounts) {
            String point = Path.of(mount.target()).normalize().toString().substring(1);
            points.add(latin1(point));
            for (int slash = point.lastIndexOf('/'); slash > 0; slash = point.lastIndexOf('/', slash - 1)) {
                around.add(latin1(point.substring(0, slash)));
            }
        }
        List<FileChange> kept = new ArrayList<>();
        Set<String> needed = new HashSet<>();
        // from the end, since a folder is listed before what decides whether it is kept
        for (LayerChange change : found.reversed()) {
            String path = change.path();
            boolean engines = points.contains(path) && change.kind() == LayerChange.Kind.ADDED
                    || around.contains(path) && change.kind() != LayerChange.Kind.DELETED;
            if (!engines || needed.contains(path)) {
                kept.add(new FileChange("/" + text(path), FileChange.Kind.valueOf(change.kind().name())));
                needed.add(path.substring(0, Math.max(0, path.lastIndexOf('/'))));
            }
        }
        return kept.reversed();
    }

    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String text(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
