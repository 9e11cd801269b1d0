// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Connections that leave HTTP, with real processes behind them. */
@Timeout(60)
class HijackTest {
    private static final String UPGRADE = "Connection: Upgrade\r\nUpgrade: tcp\r\n";
    private static final String STDIN = ",\"OpenStdin\":true,\"StdinOnce\":true";
    private static final String TERMINAL = ",\"OpenStdin\":true,\"StdinOnce\":true,\"Tty\":true";

    @TempDir
    Path folder;
    private ServedEngine served;

    @BeforeEach
    void serve() {
        served = new ServedEngine(folder);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private RawClient attach(String id, String upgrade, String parameters) throws IOException {
        return served.connect().send("POST /v1.47/containers/" + id + "/attach?stream=1&" + parameters
                + " HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n" + upgrade + "Content-Length: 0\r\n\r\n");
    }

    private void start(String id) throws IOException {
        try (RawClient client = served.connect()) {
            assertEquals(204, client.ask("POST", "/containers/" + id + "/start").status());
        }
    }

    private static String frame(int stream, String text) {
        return "" + (char) stream + "\0\0\0\0\0\0" + (char) text.length() + text;
    }

    @Test
    void upgradedAttachCarriesBothOutputsInFrames() throws IOException {
        String id = served.run(false, "", "sh", "-c", "echo out; echo err >&2");
        try (RawClient client = attach(id, UPGRADE, "stdout=1&stderr=1")) {
            RawClient.Answer head = client.head();
            assertEquals(101, head.status());
            assertEquals("tcp", head.headers().get("Upgrade"));
            assertEquals("application/vnd.docker.multiplexed-stream", head.headers().get("Content-Type"));
            start(id);
            assertEquals(frame(1, "out\n") + frame(2, "err\n"), new String(client.rest(), StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void attachWithoutUpgradeGetsTheOldAnswerAndATerminalIsRaw() throws IOException {
        String id = served.run(false, TERMINAL, "sh", "-c", "echo raw");
        try (RawClient client = attach(id, "", "stdout=1&stderr=1")) {
            RawClient.Answer head = client.head();
            assertEquals(200, head.status());
            assertEquals("application/vnd.docker.raw-stream", head.headers().get("Content-Type"));
            start(id);
            assertEquals("raw\n", new String(client.rest(), StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void bytesRightBehindTheRequestAreInputAndHalfCloseEndsIt() throws IOException {
        String id = served.run(true, STDIN, "cat");
        try (RawClient client = attach(id, UPGRADE, "stdin=1&stdout=1&stderr=1").send("GET / HTTP/1.1\r\n\r\n")) {
            client.shutOutput();
            assertEquals(101, client.head().status());
            assertEquals(frame(1, "GET / HTTP/1.1\r\n\r\n"), new String(client.rest(), StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void muchInputAndOutputPassUnchanged() throws Exception {
        byte[] sent = new byte[20 << 20];
        new Random(1).nextBytes(sent);
        String id = served.run(true, STDIN, "cat");
        try (RawClient client = attach(id, UPGRADE, "stdin=1&stdout=1&stderr=1")) {
            assertEquals(101, client.head().status());
            Thread writer = Thread.ofVirtual().start(() -> {
                try {
                    client.send(sent).shutOutput();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            byte[] received = new byte[sent.length];
            DataInputStream in = new DataInputStream(client.in);
            for (int at = 0; at < received.length;) {
                assertEquals(0x01000000, in.readInt());
                int length = in.readInt();
                in.readFully(received, at, length);
                at += length;
            }
            assertEquals(-1, in.read());
            writer.join();
            assertArrayEquals(sent, received);
        }
    }

    @Test
    void aClientThatDoesNotReadHoldsTheProcessBack() throws Exception {
        Path mark = folder.resolve("mark");
        String id = served.run(true, "", "sh", "-c", "head -c 50000000 /dev/zero; touch " + mark);
        try (RawClient client = attach(id, UPGRADE, "stdout=1")) {
            assertEquals(101, client.head().status());
            Thread.sleep(500);
            assertTrue(!Files.exists(mark), "50 MB cannot have gone anywhere");
            assertTrue(client.rest().length >= 50_000_000);
        }
        assertTrue(Files.exists(mark));
    }

    @Test
    void aClientThatLeavesIsNoticedThoughNothingIsWritten() throws Exception {
        String id = served.run(true, STDIN, "sleep", "100");
        RawClient whole = attach(id, UPGRADE, "stdout=1");
        RawClient half = attach(id, UPGRADE, "stdout=1");
        assertEquals(101, whole.head().status());
        assertEquals(101, half.head().status());
        half.shutOutput();
        Thread.sleep(1500);
        assertEquals(2, served.engine.containers.process(id).attached.get(), "a half-closed client still reads");
        whole.close();
        half.close();
        ServedEngine.await("both must be detached", () -> served.engine.containers.process(id).attached.get() == 0);
        ServedEngine.await("both connections must be gone", () -> served.connections() == 0);
        served.engine.containers.process(id).kill();
    }

    @Test
    void aClientThatSendsAndLeavesAtOnceIsStillHeard() throws Exception {
        Path heard = folder.resolve("heard");
        String id = served.run(true, STDIN, "sh", "-c", "cat > " + heard);
        try (RawClient client = attach(id, UPGRADE, "stdin=1&stdout=1&stderr=1")) {
            assertEquals(101, client.head().status());
            client.send(new byte[150_000]);
        }
        ServedEngine.await("all input must arrive", () -> served.engine.containers.process(id).end().isDone());
        assertEquals(150_000, Files.size(heard));
    }

    @Test
    void muchOutputComesAfterTheInputHasEnded() throws Exception {
        for (int i = 0; i < 20; i++) {
            String id = served.run(false, STDIN, "sh", "-c", "cat; head -c 3000000 /dev/zero; sleep 0.01; head -c 3000000 /dev/zero");
            try (RawClient client = attach(id, UPGRADE, "stdin=1&stdout=1&stderr=1")) {
                assertEquals(101, client.head().status());
                client.shutOutput();
                start(id);
                assertTrue(client.rest().length > 6_000_000, "the connection broke off");
            }
        }
    }

    @Test
    void detachKeysLeaveATerminalThatRunsOn() throws Exception {
        String id = served.run(true, TERMINAL, "cat");
        try (RawClient client = attach(id, UPGRADE, "stdin=1&stdout=1&stderr=1")) {
            assertEquals(101, client.head().status());
            client.send("ab\20");
            assertEquals("ab", new String(client.in.readNBytes(2), StandardCharsets.ISO_8859_1));
            client.send("c");
            assertEquals("\20c", new String(client.in.readNBytes(2), StandardCharsets.ISO_8859_1));
            client.send("\20\21");
            assertEquals(0, client.rest().length);
        }
        assertTrue(!served.engine.containers.process(id).end().isDone());
        String other = served.run(true, TERMINAL, "cat");
        try (RawClient client = attach(other, UPGRADE, "stdin=1&stdout=1&detachKeys=ctrl-x%2Cz")) {
            assertEquals(101, client.head().status());
            client.send("\20\21");
            assertEquals("\20\21", new String(client.in.readNBytes(2), StandardCharsets.ISO_8859_1));
            client.send("\30z");
            assertEquals(0, client.rest().length);
        }
        try (RawClient client = served.connect()) {
            assertEquals(400, client.ask("POST", "/containers/" + id + "/attach?stream=1&detachKeys=ctrl-%C3%A4").status());
        }
        served.engine.containers.process(other).kill();
        served.engine.containers.process(id).kill();
    }

    @Test
    void logsComeBeforeTheStream() throws IOException {
        String id = served.run(true, STDIN, "cat");
        try (RawClient client = attach(id, UPGRADE, "logs=1&stdin=1&stdout=1&stderr=1")) {
            assertEquals(101, client.head().status());
            client.send("now").shutOutput();
            assertEquals(frame(1, "out\n") + frame(2, "err\n") + frame(1, "now"),
                    new String(client.rest(), StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void anExecRunsAttachedOrDetachedAndTellsItsCode() throws Exception {
        String id = served.run(true, "", "sleep", "100");
        try (RawClient client = served.connect()) {
            String exec = execId(client, id, "{\"AttachStdin\":true,\"AttachStdout\":true,\"Cmd\":[\"sh\",\"-c\",\"cat; exit 9\"]}");
            try (RawClient attached = served.connect()) {
                String json = "{\"Detach\":false,\"Tty\":false}";
                attached.send("POST /exec/" + exec + "/start HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + UPGRADE
                        + "Content-Length: " + json.length() + "\r\n\r\n" + json + "typed");
                assertEquals(101, attached.head().status());
                attached.shutOutput();
                assertEquals(frame(1, "typed"), new String(attached.rest(), StandardCharsets.ISO_8859_1));
            }
            ServedEngine.await("the exec must end", () -> served.engine.containers.execs().inspect(exec).exitCode() != null);
            assertTrue(client.ask("GET", "/exec/" + exec + "/json").body().contains("\"Running\":false,\"ExitCode\":9,"));
            assertEquals(409, client.ask("POST", "/exec/" + exec + "/start", "{}").status());
            String detached = execId(client, id, "{\"Cmd\":[\"true\"]}");
            assertEquals(200, client.ask("POST", "/exec/" + detached + "/start", "{\"Detach\":true}").status());
            assertEquals(200, client.ask("POST", "/exec/" + detached + "/resize?h=24&w=80").status());
            assertEquals(24, served.engine.containers.sizes.get(detached).rows());
            assertEquals(400, client.ask("POST", "/exec/" + detached + "/resize?h=0&w=80").status());
            assertEquals(204, client.ask("POST", "/gantry/exec/" + detached + "/kill?signal=HUP").status());
            assertEquals("HUP", served.engine.containers.signals.get(detached));
        }
        served.engine.containers.process(id).kill();
    }

    @Test
    void anExecThatCannotBeExecutedSaysSoInItsOutput() throws IOException {
        String id = served.run(true, "", "sleep", "100");
        try (RawClient client = served.connect()) {
            String exec = execId(client, id, "{\"AttachStdout\":true,\"Cmd\":[\"/no/such/command\"]}");
            client.send("POST /exec/" + exec + "/start HTTP/1.1\r\nHost: x\r\n" + UPGRADE + "Content-Length: 0\r\n\r\n");
            assertEquals(101, client.head().status());
            assertEquals(frame(1, "Cannot start: executable file not found\r\n"),
                    new String(client.rest(), StandardCharsets.ISO_8859_1));
        }
        served.engine.containers.process(id).kill();
    }

    private static String execId(RawClient client, String container, String json) throws IOException {
        RawClient.Answer answer = client.ask("POST", "/containers/" + container + "/exec", json);
        assertEquals(201, answer.status(), answer.body());
        return answer.body().replaceAll(".*\"Id\":\"([^\"]*)\".*\\n", "$1");
    }
}
