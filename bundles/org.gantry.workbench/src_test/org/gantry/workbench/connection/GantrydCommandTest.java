// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.gantry.engine.api.EngineConfiguration;
import org.gantry.engine.api.error.EngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GantrydCommandTest {
    private static final EngineConfiguration STORE = new EngineConfiguration(Path.of("/d"), Path.of("/e"), List.of("unix:///e/s"));

    @TempDir
    private Path folder;

    @Test
    void runsOnTheSameStoreApartFromTheWindow() throws IOException {
        Path program = Files.createFile(folder.resolve("gantryd"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        assertEquals(List.of("/usr/bin/setsid", program.toString(), "--data-root", "/d", "--exec-root", "/e", "-H", "unix:///e/s"),
                GantrydCommand.of(Optional.of(folder), STORE));
    }

    @Test
    void saysWhichProgramIsMissing() {
        EngineException failure = assertThrows(EngineException.class, () -> GantrydCommand.of(Optional.of(folder), STORE));
        assertTrue(failure.reason().contains(folder.resolve("gantryd").toString()), failure.getMessage());
        assertTrue(assertThrows(EngineException.class, () -> GantrydCommand.of(Optional.empty(), STORE)).remedy()
                .contains("-gantry.gantryd"));
    }
}
