// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.gantry.engine.api.EngineConfiguration;
import org.gantry.engine.api.event.EngineEvent;
import org.gantry.engine.api.event.ImageEvent;
import org.gantry.engine.api.image.LoadSource;
import org.gantry.engine.api.image.LoadedImages;
import org.gantry.engine.api.event.EventLog;
import org.gantry.engine.api.job.JobRunner;
import org.gantry.engine.layer.UnpackLimits;
import org.gantry.engine.store.Store;
import org.gantry.engine.store.StoreLayout;

/** A real store in a temporary folder, and the images in it. */
final class ScratchImages implements AutoCloseable {
    final List<EngineEvent> events = new CopyOnWriteArrayList<>();
    final List<ImageUse> uses = new CopyOnWriteArrayList<>();
    final ImageStore images;
    final StoreLayout layout;
    private final Store store;
    private final JobRunner jobs;

    ScratchImages(Path folder) {
        this(folder, UnpackLimits.defaults());
    }

    ScratchImages(Path folder, UnpackLimits limits) {
        store = Store.open(new EngineConfiguration(folder.resolve("data"), folder.resolve("exec"), List.of()));
        layout = store.layout();
        EventLog log = new EventLog("test", events::add);
        jobs = new JobRunner(log);
        images = new ImageStore(layout, log, jobs, () -> List.copyOf(uses), limits);
        images.recover();
    }

    LoadedImages load(byte[] archive) throws InterruptedException {
        return images.load(new LoadSource("test.tar", archive.length, new ByteArrayInputStream(archive))).await();
    }

    /** Image events as {@code ACTION image name}. */
    List<String> imageEvents() {
        return events.stream().filter(ImageEvent.class::isInstance).map(ImageEvent.class::cast)
                .map(event -> event.action() + " " + event.image() + " " + event.attributes().get("name")).toList();
    }

    Path content(int layerFromTop, String reference) {
        return images.resolve(reference).layersTopFirst().get(layerFromTop);
    }

    /** What the store has of images: names in its folders, once what is being removed is gone. */
    TreeSet<String> everything() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (layout.leases().toFile().list().length > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        TreeSet<String> names = new TreeSet<>();
        for (Path folder : List.of(layout.blobs(), layout.layers(), layout.leases(), layout.temporary())) {
            try (Stream<Path> children = Files.list(folder)) {
                children.forEach(child -> names.add(layout.dataRoot().relativize(child).toString()));
            }
        }
        return names;
    }

    void assertNothingLeft() throws IOException {
        assertEquals(new TreeSet<>(), everything());
        assertEquals(List.of(), images.list());
    }

    @Override
    public void close() {
        jobs.close();
        images.close();
        store.close();
    }
}
