// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gantry.engine.store.AtomicFiles;
import org.gantry.engine.store.Json;
import org.gantry.engine.store.StoreLayout;
import org.gantry.engine.store.TreeRemoval;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folders of containers: {@code container.json}, {@code status.json}, the log, the writable layer. A folder appears and goes by one
 * rename, so that there is never half a container. Blocks on the disk: platform threads only.
 */
final class ContainerStore {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerStore.class);
    private static final String RECORD = "container.json";
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final String STATUS = "status.json";
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");

    private final StoreLayout layout;

    ContainerStore(StoreLayout layout) {
        this.layout = layout;
    }

    /**
     * A container as it was found.
     *
     * @param record what it is
     * @param status where it stood when the last engine wrote it
     */
    record Stored(ContainerRecord record, ContainerStatus status) {
    }

    /** Makes a container's folder; durable when this returns, and nothing is left when it fails. */
    void create(ContainerRecord record) throws IOException {
        Path unfinished = layout.temporary().resolve(record.id());
        try {
            fill(unfinished, record);
            Files.move(unfinished, layout.container(record.id()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            TreeRemoval.remove(unfinished);
            throw e;
        }
        AtomicFiles.syncFolder(layout.containers());
    }

    private static void fill(Path unfinished, ContainerRecord record) throws IOException {
        Files.createDirectory(unfinished, PosixFilePermissions.asFileAttribute(PRIVATE));
        copyOwnership(record, Files.createDirectory(unfinished.resolve("upper")));
        Files.createDirectory(unfinished.resolve("work"));
        // written in place: nobody looks into the folder before it has its name
        try (FileChannel channel = FileChannel.open(unfinished.resolve(RECORD), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE)) {
            ByteBuffer json = ByteBuffer.wrap(Json.write(record));
            while (json.hasRemaining()) {
                channel.write(json);
            }
            channel.force(true);
        }
        AtomicFiles.syncFolder(unfinished);
    }

    void save(ContainerRecord record) throws IOException {
        AtomicFiles.write(layout.container(record.id()).resolve(RECORD), Json.write(record));
    }

    void save(String id, ContainerStatus status) throws IOException {
        AtomicFiles.write(layout.container(id).resolve(STATUS), Json.write(status));
    }

    /** All containers. */
    List<Stored> load() throws IOException {
        List<Stored> found = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(layout.containers(), Files::isDirectory)) {
            for (Path folder : folders) {
                try {
                    found.add(load(folder));
                } catch (IOException e) {
                    // one that cannot be read must not keep the others from being taken over
                    LOG.error("The container in {} is left alone, since it cannot be read", folder, e);
                }
            }
        }
        return found;
    }

    private static Stored load(Path folder) throws IOException {
        ContainerRecord record = Json.read(folder.resolve(RECORD), ContainerRecord.class);
        Path status = folder.resolve(STATUS);
        return new Stored(record, Files.exists(status) ? Json.read(status, ContainerStatus.class) : ContainerStatus.CREATED);
    }

    /** Run folders that belong to no container of the store. */
    List<Path> strangeRunFolders() throws IOException {
        Set<Path> known = new HashSet<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(layout.containers())) {
            folders.forEach(folder -> known.add(layout.run(folder.getFileName().toString())));
        }
        List<Path> strange = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(layout.runs())) {
            folders.forEach(folder -> {
                if (!known.contains(folder)) {
                    strange.add(folder);
                }
            });
        }
        return strange;
    }

    /**
     * Takes a container's folder away; durable when this returns. What was in it is left to be deleted by {@link TreeRemoval}.
     *
     * @return what to sweep
     */
    Path discard(String id) throws IOException {
        Path gone = layout.temporary().resolve(id + ".removed");
        Files.move(layout.container(id), gone, StandardCopyOption.ATOMIC_MOVE);
        AtomicFiles.syncFolder(layout.containers());
        return gone;
    }

    /** Makes an empty run folder, in place of one that a former run left. */
    Path makeRunFolder(String id) throws IOException {
        Path folder = layout.run(id);
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PRIVATE));
        } catch (FileAlreadyExistsException e) {
            sweepRunFolder(folder);
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PRIVATE));
        }
        return folder;
    }

    void removeRunFolder(String id) throws IOException {
        sweepRunFolder(layout.run(id));
    }

    /** Deletes a run folder in which a shim may just be writing its last. */
    static void sweepRunFolder(Path folder) throws IOException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try {
                TreeRemoval.remove(folder);
                return;
            } catch (DirectoryNotEmptyException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    Path logFile(String id) {
        return layout.container(id).resolve(id + "-json.log");
    }

    Path upper(String id) {
        return layout.container(id).resolve("upper");
    }

    Path work(String id) {
        return layout.container(id).resolve("work");
    }

    /** The root of an overlay has the owner and mode of its writable layer, so that must begin as the image's root is. */
    private static void copyOwnership(ContainerRecord record, Path upper) throws IOException {
        if (record.layers().isEmpty()) {
            Files.setPosixFilePermissions(upper, PosixFilePermissions.fromString("rwxr-xr-x"));
            return;
        }
        Path top = Path.of(record.layers().get(0));
        Files.setAttribute(upper, "unix:uid", Files.getAttribute(top, "unix:uid"));
        Files.setAttribute(upper, "unix:gid", Files.getAttribute(top, "unix:gid"));
        Files.setAttribute(upper, "unix:mode", (int) Files.getAttribute(top, "unix:mode") & 07777);
    }
}
