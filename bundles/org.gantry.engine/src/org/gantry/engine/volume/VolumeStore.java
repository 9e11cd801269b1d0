// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.volume;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.VolumeAction;
import org.gantry.engine.api.event.VolumeEvent;
import org.gantry.engine.api.volume.VolumeInfo;
import org.gantry.engine.api.volume.Volumes;
import org.gantry.engine.api.event.EventLog;
import org.gantry.engine.store.AtomicFiles;
import org.gantry.engine.store.Json;
import org.gantry.engine.store.StoreLayout;
import org.gantry.engine.store.TreeRemoval;

/**
 * The volumes of an engine: a folder each, with {@code volume.json} and the content in {@code _data}. Any thread may call; one platform
 * thread does what blocks, so changes follow one another.
 */
public final class VolumeStore implements Volumes, AutoCloseable {
    private static final String RECORD = "volume.json";
    private static final String DATA = "_data";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]*");

    private final StoreLayout layout;
    private final EventLog events;
    private final Predicate<String> inUse;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, VolumeRecord> records = new ConcurrentHashMap<>();
    private final ExecutorService disk = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("volumes").factory());

    /**
     * Reads what is there.
     *
     * @param inUse tells by name whether a container refers to a volume
     */
    public VolumeStore(StoreLayout layout, EventLog events, Predicate<String> inUse) {
        this.layout = layout;
        this.events = events;
        this.inUse = inUse;
        onDisk("Cannot read the volumes", () -> {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(layout.volumes(), Files::isDirectory)) {
                for (Path folder : folders) {
                    VolumeRecord record = Json.read(folder.resolve(RECORD), VolumeRecord.class);
                    records.put(record.name(), record);
                }
            }
            return null;
        });
    }

    @Override
    public List<VolumeInfo> list() {
        return records.values().stream().map(this::info).sorted(Comparator.comparing(VolumeInfo::name)).toList();
    }

    @Override
    public VolumeInfo inspect(String name) {
        return info(find(name, "Cannot inspect volume " + name));
    }

    @Override
    public VolumeInfo create(String name, Map<String, String> labels) {
        boolean anonymous = name.isEmpty();
        String chosen = anonymous ? randomName() : name;
        String tried = "Cannot create volume " + chosen;
        if (!NAME.matcher(chosen).matches()) {
            throw new EngineException(ErrorKind.INVALID_PARAMETER, tried, "\"" + chosen
                    + "\" includes invalid characters for a local volume name, only \"[a-zA-Z0-9][a-zA-Z0-9_.-]\" are allowed",
                    "choose another name");
        }
        return onDisk(tried, () -> {
            VolumeRecord known = records.get(chosen);
            if (known != null) {
                return info(known);
            }
            VolumeRecord record = new VolumeRecord(chosen, Instant.now(), labels, anonymous);
            make(record);
            records.put(chosen, record);
            publish(VolumeAction.CREATED, chosen);
            return info(record);
        });
    }

    @Override
    public void remove(String name) {
        String tried = "Cannot remove volume " + name;
        onDisk(tried, () -> {
            find(name, tried);
            if (inUse.test(name)) {
                throw new EngineException(ErrorKind.CONFLICT, tried, "volume is in use", "remove the containers that refer to it first");
            }
            Path gone = layout.temporary().resolve("volume-" + name + "-" + randomName());
            Files.move(layout.volumes().resolve(name), gone, StandardCopyOption.ATOMIC_MOVE);
            AtomicFiles.syncFolder(layout.volumes());
            records.remove(name);
            publish(VolumeAction.REMOVED, name);
            TreeRemoval.remove(gone);
            return null;
        });
    }

    /** Where a volume's content is on the host. */
    public Path mountpoint(String name) {
        return layout.volumes().resolve(find(name, "Cannot use volume " + name).name()).resolve(DATA);
    }

    /** True when a volume was made by a container that named none, so that it goes with that container. */
    public boolean isAnonymous(String name) {
        VolumeRecord record = records.get(name);
        return record != null && record.anonymous();
    }

    public boolean exists(String name) {
        return records.containsKey(name);
    }

    @Override
    public void close() {
        disk.close();
    }

    private void make(VolumeRecord record) throws IOException {
        Path unfinished = layout.temporary().resolve("volume-" + record.name());
        Files.createDirectory(unfinished);
        // containers reach the content through a mount; the folder above keeps users of the host out
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwx------"));
        Path data = Files.createDirectory(unfinished.resolve(DATA));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        AtomicFiles.write(unfinished.resolve(RECORD), Json.write(record));
        Files.move(unfinished, layout.volumes().resolve(record.name()), StandardCopyOption.ATOMIC_MOVE);
        AtomicFiles.syncFolder(layout.volumes());
    }

    private VolumeRecord find(String name, String tried) {
        VolumeRecord record = records.get(name);
        if (record == null) {
            throw new EngineException(ErrorKind.NOT_FOUND, tried, "get " + name + ": no such volume", "");
        }
        return record;
    }

    private VolumeInfo info(VolumeRecord record) {
        return new VolumeInfo(record.name(), record.created(), layout.volumes().resolve(record.name()).resolve(DATA).toString(),
                record.labels(), record.anonymous());
    }

    private void publish(VolumeAction action, String name) {
        events.publish(header -> new VolumeEvent(header, action, name, Map.of("driver", "local")));
    }

    private String randomName() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private <T> T onDisk(String tried, Callable<T> work) {
        try {
            return disk.submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(ErrorKind.CANCELLED, tried, "it was interrupted", "", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EngineException known) {
                throw known;
            }
            throw EngineException.system(tried, e.getCause(), "check the disk of the store");
        }
    }
}
