// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.gantry.engine.api.container.AttachOptions;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.OutputChunk;
import org.gantry.engine.api.container.ProcessStream;
import org.gantry.engine.api.container.StreamKind;
import org.gantry.engine.api.container.TerminalSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AttachTest {
    private TestEngine engine;
    private ContainerService containers;

    @BeforeEach
    void open() throws Exception {
        NativePrograms.assumeContainersRun();
        engine = TestEngine.open(Files.createTempDirectory("gantry-attach"));
        containers = engine.containers();
    }

    @AfterEach
    void destroy() throws Exception {
        if (engine != null) {
            engine.destroy();
        }
    }

    @Test
    void givesEveryByteToWhoAttachedBeforeTheStart() throws Exception {
        int count = 5_000_003;
        String id = containers.create(TestEngine.spec("bytes", "write-bytes", Integer.toString(count))).id();
        try (ProcessStream first = containers.attach(id, AttachOptions.ALL);
                ProcessStream second = containers.attach(id, AttachOptions.ALL)) {
            CompletableFuture<byte[]> other = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    other.complete(TestEngine.drain(second));
                } catch (InterruptedException e) {
                    other.completeExceptionally(e);
                }
            });
            containers.start(id);
            byte[] expected = new byte[count];
            for (int i = 0; i < count; i++) {
                expected[i] = (byte) (i % 65536);
            }
            assertArrayEquals(expected, TestEngine.drain(first));
            assertArrayEquals(expected, TestEngine.await(other));
        }
        assertEquals(0, engine.awaitExit(id).code());
    }

    @Test
    void echoesWhatIsWrittenBeforeAndAfterTheStart() throws Exception {
        String id = containers.create(TestEngine.interactive("echo", false, "cat")).id();
        byte[] sent = new byte[3_000_000];
        new Random(1).nextBytes(sent);
        try (ProcessStream stream = containers.attach(id, AttachOptions.ALL)) {
            Thread.ofVirtual().start(() -> {
                try {
                    stream.write(ByteBuffer.wrap(sent));
                    stream.closeInput();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            containers.start(id);
            assertArrayEquals(sent, TestEngine.drain(stream));
        }
        assertEquals(0, engine.awaitExit(id).code());
    }

    @Test
    void tellsOutputFromErrors() throws Exception {
        String id = containers.create(TestEngine.spec("mixed", "err", "oh")).id();
        try (ProcessStream both = containers.attach(id, AttachOptions.ALL);
                ProcessStream output = containers.attach(id, new AttachOptions(false, true, false))) {
            containers.start(id);
            StringBuilder errors = new StringBuilder();
            for (OutputChunk chunk = both.read(); chunk != null; chunk = both.read()) {
                assertEquals(StreamKind.STDERR, chunk.stream());
                errors.append(StandardCharsets.UTF_8.decode(chunk.data()));
            }
            assertEquals("oh\n", errors.toString());
            assertEquals(0, TestEngine.drain(output).length);
        }
    }

    @Test
    void givesATerminalThatResizes() throws Exception {
        String id = containers.create(TestEngine.interactive("tty", true, "winsize")).id();
        try (ProcessStream stream = containers.attach(id, AttachOptions.ALL)) {
            containers.start(id);
            assertTrue(new String(TestEngine.drain(stream), StandardCharsets.UTF_8).contains("24"));
        }
        String shell = engine.start(TestEngine.interactive("tty2", true, "cat"));
        containers.resize(shell, new TerminalSize(132, 50));
        try (ProcessStream stream = containers.attach(shell, AttachOptions.ALL)) {
            stream.write(ByteBuffer.wrap("typed\n".getBytes(StandardCharsets.UTF_8)));
            StringBuilder seen = new StringBuilder();
            while (seen.toString().split("typed", -1).length < 3) {
                seen.append(StandardCharsets.UTF_8.decode(stream.read().data()));
            }
            // the terminal echoes, then cat answers
            assertEquals("typed\r\ntyped\r\n", seen.toString());
        }
        assertTrue(engine.actions(shell).contains("resize"));
    }

    @Test
    void leavesAContainerThatItsClientLeaves() throws Exception {
        String id = engine.start(TestEngine.interactive("stays", false, "cat"));
        for (int i = 0; i < 50; i++) {
            containers.attach(id, AttachOptions.ALL).close();
        }
        try (ProcessStream stream = containers.attach(id, AttachOptions.ALL)) {
            stream.write(ByteBuffer.wrap(new byte[] {42}));
            assertEquals(42, stream.read().data().get());
            stream.closeInput();
            assertNull(stream.read());
        }
        assertEquals(0, engine.awaitExit(id).code());
    }

    @Test
    void endsInputWithItsOnlyWriterIfAskedTo() throws Exception {
        ContainerSpec spec = TestEngine.interactive("once", false, "cat");
        ContainerSpec once = new ContainerSpec(spec.image(), spec.name(), spec.process(), true, true, "", "", spec.labels(), "", null,
                spec.host());
        String id = engine.start(once);
        ProcessStream stream = containers.attach(id, AttachOptions.ALL);
        stream.write(ByteBuffer.wrap("x".getBytes(StandardCharsets.UTF_8)));
        assertEquals('x', stream.read().data().get());
        stream.close();
        assertEquals(0, engine.awaitExit(id).code());
    }

    @Test
    void wakesAReaderWhoseStreamIsClosed() throws Exception {
        String running = engine.start(TestEngine.interactive("quiet", false, "cat"));
        String waiting = containers.create(TestEngine.interactive("never", false, "cat")).id();
        List<Thread> readers = new ArrayList<>();
        for (String id : List.of(running, waiting)) {
            ProcessStream stream = containers.attach(id, AttachOptions.ALL);
            Thread reader = Thread.ofVirtual().start(() -> {
                try {
                    assertNull(stream.read());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            readers.add(reader);
            Thread.sleep(50);
            assertTrue(reader.isAlive());
            stream.close();
        }
        for (Thread reader : readers) {
            assertTrue(reader.join(Duration.ofSeconds(5)));
        }
        ProcessStream stream = containers.attach(waiting, AttachOptions.ALL);
        containers.remove(waiting, false, false);
        assertNull(stream.read());
    }
}
