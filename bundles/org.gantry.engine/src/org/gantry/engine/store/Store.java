// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.gantry.engine.api.EngineConfiguration;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.error.StoreInUseException;

/** An open store: owned by this process until closed. */
public final class Store implements AutoCloseable {
    private static final String REMEDY = "check the disk and the permissions, or choose another --data-root";

    private final StoreLayout layout;
    private final String engineId;
    private final FileChannel lockFile;

    private Store(StoreLayout layout, String engineId, FileChannel lockFile) {
        this.layout = layout;
        this.engineId = engineId;
        this.lockFile = lockFile;
    }

    /**
     * Makes the folders, takes the lock and removes what was unfinished.
     *
     * @throws StoreInUseException another process, or this one, has it open
     * @throws EngineException it cannot be written
     */
    public static Store open(EngineConfiguration configuration) {
        StoreLayout layout = new StoreLayout(configuration.dataRoot(), configuration.execRoot());
        String tried = "Cannot open the store " + layout.dataRoot();
        FileChannel lockFile = null;
        try {
            makeFolder(layout.dataRoot(), "rwx------");
            lockFile = FileChannel.open(layout.dataRoot().resolve("engine.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock(lockFile, layout);
            AtomicFiles.write(ownerFile(layout), Json.write(new StoreOwner(ProcessHandle.current().pid(), configuration.hosts())));
            // Clients of the socket pass through this folder; what it holds beside the socket is closed to them.
            makeFolder(layout.execRoot(), "rwx--x--x");
            makeFolder(layout.runs(), "rwx------");
            for (Path folder : List.of(layout.blobs(), layout.layers(), layout.images(), layout.containers(), layout.volumes(),
                    layout.networks(), layout.leases(), layout.temporary())) {
                makeFolder(folder, "rwx------");
            }
            TreeRemoval.empty(layout.temporary());
            return new Store(layout, readOrMakeId(layout), lockFile);
        } catch (IOException e) {
            closeAfter(e, lockFile);
            throw EngineException.system(tried, e, REMEDY);
        } catch (EngineException e) {
            closeAfter(e, lockFile);
            throw e;
        }
    }

    public StoreLayout layout() {
        return layout;
    }

    /** Constant for this store. */
    public String engineId() {
        return engineId;
    }

    /** Frees the store for another engine. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(ownerFile(layout));
            lockFile.close();
        } catch (IOException e) {
            throw EngineException.system("Cannot close the store " + layout.dataRoot(), e, "");
        }
    }

    private static void lock(FileChannel lockFile, StoreLayout layout) throws IOException {
        FileLock lock;
        try {
            lock = lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            StoreOwner owner = Files.exists(ownerFile(layout)) ? Json.read(ownerFile(layout), StoreOwner.class)
                    : new StoreOwner(0, List.of());
            throw new StoreInUseException(layout.dataRoot().toString(), owner.pid(), owner.hosts());
        }
    }

    private static Path ownerFile(StoreLayout layout) {
        return layout.dataRoot().resolve("owner.json");
    }

    private static String readOrMakeId(StoreLayout layout) throws IOException {
        Path file = layout.dataRoot().resolve("engine-id");
        if (!Files.exists(file)) {
            byte[] random = new byte[16];
            new SecureRandom().nextBytes(random);
            AtomicFiles.write(file, HexFormat.of().formatHex(random).getBytes());
        }
        String id = Files.readString(file).strip();
        if (id.isEmpty()) {
            throw new EngineException(ErrorKind.SYSTEM, "Cannot open the store " + layout.dataRoot(), "its engine-id is empty",
                    "delete " + file + " to give it a new one");
        }
        return id;
    }

    private static void makeFolder(Path folder, String permissions) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }

    private static void closeAfter(Exception failure, FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }
}
