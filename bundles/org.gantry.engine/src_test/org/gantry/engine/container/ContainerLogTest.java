// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.HostSpec;
import org.gantry.engine.api.container.LogEntry;
import org.gantry.engine.api.container.LogOptions;
import org.gantry.engine.api.container.LogReader;
import org.gantry.engine.api.container.LogSpec;
import org.gantry.engine.api.container.SecuritySpec;
import org.gantry.engine.api.container.StreamKind;
import org.gantry.engine.api.error.EngineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ContainerLogTest {
    private TestEngine engine;

    @BeforeEach
    void open() throws Exception {
        NativePrograms.assumeContainersRun();
        engine = TestEngine.open(Files.createTempDirectory("gantry-log"));
    }

    @AfterEach
    void destroy() throws Exception {
        if (engine != null) {
            engine.destroy();
        }
    }

    private static ContainerSpec logged(LogSpec log, String... words) {
        HostSpec usual = TestEngine.host(SecuritySpec.DEFAULT);
        return TestEngine.spec("", new HostSpec("none", List.of(), List.of(), usual.limits(), usual.security(), List.of(), log,
                usual.restart(), false, false, 0), words);
    }

    private List<LogEntry> read(String id, LogOptions options) throws InterruptedException {
        List<LogEntry> entries = new ArrayList<>();
        try (LogReader reader = engine.containers().logs(id, options)) {
            for (LogEntry entry = reader.read(); entry != null; entry = reader.read()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static List<String> texts(List<LogEntry> entries) {
        return entries.stream().map(entry -> new String(entry.text(), StandardCharsets.UTF_8)).toList();
    }

    @Test
    void readsTheLastLines() throws Exception {
        String id = engine.start(TestEngine.spec("", "seq", "100000"));
        engine.awaitExit(id);
        assertEquals(List.of("99998\n", "99999\n", "100000\n"), texts(read(id, LogOptions.tail(3, false))));
        assertEquals(100_000, read(id, LogOptions.tail(-1, false)).size());
        assertEquals(100_000, read(id, LogOptions.tail(200_000, false)).size());
        assertEquals(0, read(id, LogOptions.tail(0, false)).size());
        assertEquals(0, read(id, LogOptions.tail(0, true)).size());
        LogEntry last = read(id, LogOptions.tail(1, false)).get(0);
        assertEquals(StreamKind.STDOUT, last.stream());
        assertTrue(Duration.between(last.time(), Instant.now()).toMinutes() < 1);
    }

    @Test
    void choosesByTimeAndStream() throws Exception {
        String id = engine.start(TestEngine.spec("", "seq", "500"));
        engine.awaitExit(id);
        List<LogEntry> all = read(id, LogOptions.tail(-1, false));
        Instant middle = all.get(250).time();
        long before = all.stream().filter(entry -> entry.time().isBefore(middle)).count();
        assertEquals(500 - before, read(id, new LogOptions(true, true, middle, null, -1, false)).size());
        assertEquals(before, read(id, new LogOptions(true, true, null, middle, -1, false)).size());
        assertEquals(0, read(id, new LogOptions(false, true, null, null, -1, false)).size());
    }

    @Test
    void followsToTheEnd() throws Exception {
        String id = engine.start(TestEngine.spec("", "count", "2"));
        List<String> seen = new ArrayList<>();
        try (LogReader reader = engine.containers().logs(id, LogOptions.tail(-1, true))) {
            while (seen.size() < 100) {
                seen.add(new String(reader.read().text(), StandardCharsets.UTF_8));
            }
            engine.containers().kill(id, "");
            for (LogEntry entry = reader.read(); entry != null; entry = reader.read()) {
                seen.add(new String(entry.text(), StandardCharsets.UTF_8));
            }
        }
        for (int i = 0; i < seen.size(); i++) {
            assertEquals(i + 1 + "\n", seen.get(i));
        }
        assertEquals(seen, texts(read(id, LogOptions.tail(-1, false))));
    }

    @Test
    void followsThroughRotation() throws Exception {
        LogSpec rotated = new LogSpec("json-file", Map.of("max-size", "20k", "max-file", "50"));
        String id = engine.containers().create(logged(rotated, "seq", "10000")).id();
        engine.containers().start(id);
        List<String> followed = texts(read(id, LogOptions.tail(-1, true)));
        assertEquals(10_000, texts(read(id, LogOptions.tail(-1, false))).size());
        assertEquals(10_000, followed.size());
        assertEquals("10000\n", followed.get(9_999));
        assertEquals(followed, texts(read(id, LogOptions.tail(-1, false))));
        assertEquals(followed.subList(5_000, 10_000), texts(read(id, LogOptions.tail(5_000, false))));
    }

    @Test
    void keepsNoMoreThanAskedFor() throws Exception {
        LogSpec small = new LogSpec("json-file", Map.of("max-size", "10k", "max-file", "2"));
        String id = engine.containers().create(logged(small, "seq", "5000")).id();
        engine.containers().start(id);
        engine.awaitExit(id);
        List<String> kept = texts(read(id, LogOptions.tail(-1, false)));
        assertTrue(kept.size() > 50 && kept.size() < 1000, "kept " + kept.size());
        assertEquals("5000\n", kept.get(kept.size() - 1));
        long files;
        try (var names = Files.list(engine.folder(id))) {
            files = names.filter(name -> name.getFileName().toString().contains("-json.log")).count();
        }
        assertEquals(2, files);
    }

    @Test
    void wakesAFollowerThatIsClosed() throws Exception {
        String id = engine.start(TestEngine.spec("", "sleep", "1000"));
        LogReader reader = engine.containers().logs(id, LogOptions.tail(-1, true));
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                assertNull(reader.read());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Thread.sleep(50);
        assertTrue(thread.isAlive());
        reader.close();
        assertTrue(thread.join(Duration.ofSeconds(5)));
    }

    @Test
    void keepsNothingWithoutADriver() {
        String id = engine.containers().create(logged(new LogSpec("none", Map.of()), "true")).id();
        assertThrows(EngineException.class, () -> engine.containers().logs(id, LogOptions.tail(-1, false)));
        assertThrows(EngineException.class, () -> engine.containers().create(logged(new LogSpec("syslog", Map.of()), "true")));
        assertThrows(EngineException.class,
                () -> engine.containers().create(logged(new LogSpec("json-file", Map.of("max-size", "many")), "true")));
    }
}
