// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.gantry.engine.api.EngineConfiguration;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.error.StoreInUseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @TempDir
    Path folder;

    private EngineConfiguration configuration() {
        return new EngineConfiguration(folder.resolve("data"), folder.resolve("exec"), List.of("unix:///x.sock"));
    }

    @Test
    void hasOneOwnerAndSaysWhereItIs() {
        try (Store store = Store.open(configuration())) {
            StoreInUseException refused = assertThrows(StoreInUseException.class, () -> Store.open(configuration()));
            assertEquals(ProcessHandle.current().pid(), refused.ownerPid());
            assertEquals(List.of("unix:///x.sock"), refused.ownerHosts());
            assertFalse(store.engineId().isEmpty());
        }
        Store.open(configuration()).close();
    }

    @Test
    void keepsItsIdAndDropsWhatWasUnfinished() throws IOException {
        String id;
        Path leftover;
        try (Store store = Store.open(configuration())) {
            id = store.engineId();
            leftover = Files.createDirectories(store.layout().temporary().resolve("a/b")).resolve("c");
            Files.writeString(leftover, "half");
        }
        try (Store store = Store.open(configuration())) {
            assertEquals(id, store.engineId());
            assertFalse(Files.exists(leftover));
            assertTrue(Files.isDirectory(store.layout().temporary()));
        }
    }

    @Test
    void isClosedToOtherUsers() throws IOException {
        try (Store store = Store.open(configuration())) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(store.layout().dataRoot())));
            assertEquals("rwx--x--x", PosixFilePermissions.toString(Files.getPosixFilePermissions(store.layout().execRoot())));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(store.layout().runs())));
        }
    }

    @Test
    void saysWhyItCannotBeOpened() throws IOException {
        Files.writeString(folder.resolve("data"), "a file is in the way");
        EngineException refused = assertThrows(EngineException.class, () -> Store.open(configuration()));
        assertEquals(ErrorKind.SYSTEM, refused.kind());
        assertTrue(refused.getMessage().startsWith("Cannot open the store " + folder.resolve("data")), refused.getMessage());
    }
}
