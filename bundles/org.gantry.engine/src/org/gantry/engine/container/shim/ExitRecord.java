// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.shim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a shim leaves in the run folder when its container has ended. Source: {@code native/PROTOCOL.md}, section 5.
 *
 * @param containerId whose
 * @param process its first process
 * @param startedAt when it started
 * @param exit how it ended
 */
public record ExitRecord(String containerId, ProcessIdentity process, Instant startedAt, ExitReport exit) {
    private static final String FIRST_LINE = "gantry-exit 1";
    private static final long NANOS = 1_000_000_000L;

    /** @return empty when there is none */
    public static Optional<ExitRecord> read(Path runFolder) throws IOException {
        Path file = runFolder.resolve("exit");
        try {
            return Optional.of(parse(Files.readString(file), file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static ExitRecord parse(String text, Path file) throws IOException {
        Map<String, String> values = new HashMap<>();
        for (String line : text.lines().toList()) {
            int space = line.indexOf(' ');
            values.put(space < 0 ? line : line.substring(0, space), space < 0 ? "" : line.substring(space + 1));
        }
        try {
            if (!text.startsWith(FIRST_LINE + "\n")) {
                throw new IOException("the exit record " + file + " is of an unknown kind");
            }
            return new ExitRecord(values.get("id"),
                    new ProcessIdentity(Long.parseLong(values.get("pid")), Long.parseLong(values.get("start-ticks"))),
                    time(values.get("started-at")), new ExitReport(Integer.parseInt(values.get("code")),
                            Integer.parseInt(values.get("signal")), time(values.get("finished-at"))));
        } catch (NumberFormatException e) {
            throw new IOException("the exit record " + file + " is not readable", e);
        }
    }

    private static Instant time(String nanos) {
        long value = Long.parseLong(nanos);
        return Instant.ofEpochSecond(value / NANOS, value % NANOS);
    }
}
