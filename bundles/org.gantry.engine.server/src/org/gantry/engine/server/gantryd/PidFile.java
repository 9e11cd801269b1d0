// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.gantryd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;

/** The file that tells which process gantryd is. */
final class PidFile {
    private final Path file;

    private PidFile(Path file) {
        this.file = file;
    }

    /** Writes this process's id; a file of a process that no longer lives is replaced. */
    static PidFile write(Path file) {
        String tried = "Cannot write the pidfile " + file;
        try {
            long own = ProcessHandle.current().pid();
            long other = Files.exists(file) ? read(file) : 0;
            if (other != 0 && other != own && ProcessHandle.of(other).isPresent()) {
                throw new EngineException(ErrorKind.CONFLICT, tried, "process " + other + ", named there, is still running",
                        "stop it, delete the file, or choose another with --pidfile");
            }
            Files.createDirectories(file.getParent());
            Path temporary = Files.createTempFile(file.getParent(), ".pid", "");
            Files.writeString(temporary, own + "\n");
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            return new PidFile(file);
        } catch (IOException e) {
            throw EngineException.system(tried, e, "choose another with --pidfile");
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw EngineException.system("Cannot remove the pidfile " + file, e, "delete it");
        }
    }

    /** 0 when the file holds no process id. */
    private static long read(Path file) throws IOException {
        String text = Files.readString(file).strip();
        return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }
}
