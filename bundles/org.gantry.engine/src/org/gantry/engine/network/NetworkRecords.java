// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.store.AtomicFiles;
import org.gantry.engine.store.Json;

/** The networks of a store; {@code bridge}, {@code host} and {@code none} are always there. Thread-safe. */
final class NetworkRecords {
    private final Path folder;
    private final Map<String, NetworkRecord> byName = new LinkedHashMap<>();

    NetworkRecords(Path folder) {
        this.folder = folder;
        read("bridge", "bridge");
        read("host", "host");
        read("none", "null");
    }

    synchronized List<NetworkRecord> all() {
        return new ArrayList<>(byName.values());
    }

    synchronized NetworkRecord named(String name) {
        return byName.get(name);
    }

    synchronized void save(NetworkRecord record) throws IOException {
        AtomicFiles.write(folder.resolve(record.name() + ".json"), Json.write(record));
        byName.put(record.name(), record);
    }

    private void read(String name, String driver) {
        Path file = folder.resolve(name + ".json");
        try {
            if (Files.exists(file)) {
                byName.put(name, Json.read(file, NetworkRecord.class));
            } else {
                save(new NetworkRecord(newId(), name, driver, Instant.now(), ""));
            }
        } catch (IOException e) {
            throw EngineException.system("Cannot read the network " + name, e, "delete " + file + " to have it made anew");
        }
    }

    static String newId() {
        byte[] id = new byte[32];
        new SecureRandom().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
