// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gantry.engine.api.EngineConfiguration;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.ExitStatus;
import org.gantry.engine.api.container.HostSpec;
import org.gantry.engine.api.container.LogEntry;
import org.gantry.engine.api.container.LogOptions;
import org.gantry.engine.api.container.LogReader;
import org.gantry.engine.api.container.OutputChunk;
import org.gantry.engine.api.container.ProcessSpec;
import org.gantry.engine.api.container.ProcessStream;
import org.gantry.engine.api.container.SecuritySpec;
import org.gantry.engine.api.container.WaitCondition;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.ContainerEvent;
import org.gantry.engine.api.event.EngineEvent;
import org.gantry.engine.api.event.EventFeed;
import org.gantry.engine.api.image.ImageConfig;
import org.gantry.engine.api.image.Platform;
import org.gantry.engine.api.event.EventLog;
import org.gantry.engine.image.ResolvedImage;
import org.gantry.engine.network.ContainerNetworks;
import org.gantry.engine.store.Store;
import org.gantry.engine.store.TreeRemoval;
import org.gantry.engine.volume.VolumeStore;

/** Containers of an image with nothing but the test payload, in a store of its own. */
final class TestEngine implements AutoCloseable {
    static final String IMAGE = "scratch:latest";
    private static final String IMAGE_ID = "sha256:" + "ab".repeat(32);
    private static final String ARCHITECTURE = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";

    private final Path root;
    private final Store store;
    private final EventLog events;
    private final ContainerNetworks networks;
    private final VolumeStore volumes;
    private final ContainerService service;

    private TestEngine(Path root) throws IOException {
        this.root = root;
        Path layer = makeLayer(root);
        store = Store.open(new EngineConfiguration(root.resolve("data"), root.resolve("run"), List.of()));
        events = new EventLog("test", event -> {
        });
        networks = new ContainerNetworks(store.layout(), events, Throwable::printStackTrace);
        volumes = new VolumeStore(store.layout(), events, name -> false);
        service = ContainerService.open(new ContainerSurroundings(store.layout(), events, reference -> resolve(reference, layer), networks,
                volumes, NativePrograms.launcher()));
    }

    /** @param root a folder that outlives engines on it */
    static TestEngine open(Path root) throws IOException {
        return new TestEngine(root);
    }

    ContainerService containers() {
        return service;
    }

    VolumeStore volumes() {
        return volumes;
    }

    Path root() {
        return root;
    }

    Store store() {
        return store;
    }

    Path folder(String id) {
        return store.layout().container(id);
    }

    /** A container of the payload with words for it. */
    static ContainerSpec spec(String name, String... words) {
        return spec(name, host(SecuritySpec.DEFAULT), words);
    }

    static ContainerSpec spec(String name, HostSpec host, String... words) {
        return ContainerSpec.of(IMAGE, name, ProcessSpec.of(List.of(words), false), false, host);
    }

    static ContainerSpec interactive(String name, boolean tty, String... words) {
        return ContainerSpec.of(IMAGE, name, ProcessSpec.of(List.of(words), tty), true, host(SecuritySpec.DEFAULT));
    }

    static HostSpec host(SecuritySpec security) {
        HostSpec usual = HostSpec.DEFAULT;
        return new HostSpec("none", List.of(), List.of(), usual.limits(), security, List.of(), usual.log(), usual.restart(), false, false,
                0);
    }

    /** Creates and starts. */
    String start(ContainerSpec spec) {
        String id = service.create(spec).id();
        service.start(id);
        return id;
    }

    /** Runs to its end and answers what it printed on both streams. */
    String run(ContainerSpec spec) throws Exception {
        String id = service.create(spec).id();
        CompletableFuture<ExitStatus> exit = service.wait(id, WaitCondition.NEXT_EXIT);
        service.start(id);
        await(exit);
        return log(id);
    }

    ExitStatus awaitExit(String id) throws Exception {
        return await(service.wait(id, WaitCondition.NOT_RUNNING));
    }

    static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    String log(String id) throws InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LogReader reader = service.logs(id, LogOptions.tail(-1, false))) {
            for (LogEntry entry = reader.read(); entry != null; entry = reader.read()) {
                out.writeBytes(entry.text());
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Waits until a container has printed a line. */
    void awaitLine(String id, String line) throws InterruptedException {
        try (LogReader reader = service.logs(id, LogOptions.tail(-1, true))) {
            for (LogEntry entry = reader.read(); entry != null; entry = reader.read()) {
                if (new String(entry.text(), StandardCharsets.UTF_8).strip().equals(line)) {
                    return;
                }
            }
        }
        throw new AssertionError("the log of " + id + " has no line " + line);
    }

    /** All bytes to the end of a stream. */
    static byte[] drain(ProcessStream stream) throws InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (OutputChunk chunk = stream.read(); chunk != null; chunk = stream.read()) {
            byte[] bytes = new byte[chunk.data().remaining()];
            chunk.data().get(bytes);
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }

    /** Docker's names of what was announced about a container so far. */
    List<String> actions(String id) throws InterruptedException {
        List<String> actions = new ArrayList<>();
        try (EventFeed feed = events.follow(0)) {
            for (var event = feed.next(Duration.ZERO); event.isPresent(); event = feed.next(Duration.ZERO)) {
                EngineEvent kept = event.get();
                if (kept instanceof ContainerEvent container && container.containerId().equals(id)) {
                    actions.add(container.action().dockerName());
                }
            }
        }
        return actions;
    }

    /** Lets go as at the end of an engine: containers run on. */
    @Override
    public void close() {
        service.close();
        volumes.close();
        networks.close();
        events.close();
        store.close();
    }

    /** Removes all containers and closes. */
    void destroy() throws IOException {
        service.list().forEach(container -> {
            try {
                service.remove(container.id(), true, true);
            } catch (EngineException e) {
                if (e.kind() != ErrorKind.NOT_FOUND) {
                    throw e;
                }
            }
        });
        close();
        TreeRemoval.remove(root);
    }

    private static ResolvedImage resolve(String reference, Path layer) {
        if (!reference.equals(IMAGE) && !reference.equals(IMAGE_ID)) {
            throw new EngineException(ErrorKind.NOT_FOUND, "Cannot find the image", "No such image: " + reference, "");
        }
        ImageConfig config = new ImageConfig("", List.of("FROM_IMAGE=yes"), List.of("/init"), List.of("true"), "", Set.of(), Set.of(),
                Map.of("from", "image"), "", List.of());
        return new ResolvedImage(IMAGE_ID, config, new Platform("linux", ARCHITECTURE, ""), List.of(layer));
    }

    private static Path makeLayer(Path root) throws IOException {
        Path layer = root.resolve("layer");
        if (!Files.exists(layer)) {
            Files.createDirectories(layer.resolve("etc"));
            Files.copy(NativePrograms.payload(), layer.resolve("init"), StandardCopyOption.COPY_ATTRIBUTES);
            Files.createFile(layer.resolve("not-executable"));
            Files.writeString(layer.resolve("etc/passwd"), "root:x:0:0:root:/root:/init\njane:x:1000:1000::/home/jane:/init\n");
            Files.writeString(layer.resolve("etc/group"), "root:x:0:\njane:x:1000:\naudio:x:29:jane\n");
        }
        return layer;
    }
}
