// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.gantry.engine.api.error.EngineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server as HTTP sees it, over a real socket. */
@Timeout(60)
class HttpTest {
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
        assertFalse(Files.exists(served.socket), "the socket's file must be gone");
    }

    @Test
    void pingTellsVersionsInHeaders() throws IOException {
        try (RawClient client = served.connect()) {
            RawClient.Answer get = client.ask("GET", "/_ping");
            assertEquals(200, get.status());
            assertEquals("OK", get.body());
            assertEquals("1.47", get.headers().get("Api-Version"));
            assertEquals("linux", get.headers().get("Ostype"));
            assertEquals("false", get.headers().get("Docker-Experimental"));
            assertEquals("1", get.headers().get("Builder-Version"));
            assertEquals("Gantry/1.2.3 (linux)", get.headers().get("Server"));
            assertEquals("no-cache, no-store, must-revalidate", get.headers().get("Cache-Control"));
            RawClient.Answer head = client.ask("HEAD", "/v1.30/_ping");
            assertEquals(200, head.status());
            assertEquals("1.47", head.headers().get("Api-Version"));
            assertEquals(200, client.ask("GET", "/v1.24/version").status(), "the connection must go on after a HEAD");
        }
    }

    @Test
    void versionsOutsideTheRangeAreRefusedAsDockerdDoes() throws IOException {
        try (RawClient client = served.connect()) {
            RawClient.Answer newer = client.ask("GET", "/v1.99/info");
            assertEquals(400, newer.status());
            assertEquals("{\"message\":\"client version 1.99 is too new. Maximum supported API version is 1.47\"}\n", newer.body());
            RawClient.Answer older = client.ask("GET", "/v1.12/info");
            assertEquals(400, older.status());
            assertTrue(older.body().contains("client version 1.12 is too old. Minimum supported API version is 1.24"), older.body());
            RawClient.Answer unknown = client.ask("GET", "/v1.47/nothing/here");
            assertEquals(404, unknown.status());
            assertEquals("{\"message\":\"page not found\"}\n", unknown.body());
            assertEquals(404, client.ask("PUT", "/v1.47/info").status());
        }
    }

    @Test
    void errorsHaveTheStatusOfTheirKind() throws IOException {
        String id = served.run(false, "", "true");
        try (RawClient client = served.connect()) {
            assertEquals(404, client.ask("GET", "/containers/nobody/json").status());
            assertEquals(409, client.ask("POST", "/containers/" + id + "/pause").status());
            assertEquals(204, client.ask("POST", "/containers/" + id + "/start").status());
            assertEquals(304, client.ask("POST", "/containers/" + id + "/start").status());
            RawClient.Answer broken = client.ask("POST", "/containers/" + id + "/unpause");
            assertEquals(500, broken.status());
            assertEquals("{\"message\":\"broken\"}\n", broken.body());
            assertEquals(400, client.ask("POST", "/containers/create", "{\"Image\":").status());
            assertEquals(400, client.ask("POST", "/containers/create", "{} {}").status());
            assertEquals(400, client.ask("GET", "/containers/json?filters=%7B%22colour%22%3A%5B%22red%22%5D%7D").status());
        }
    }

    @Test
    void changesHaveDockersNumbersAndAnExportIsRaw() throws IOException {
        String id = served.run(false, "", "true");
        try (RawClient client = served.connect()) {
            assertEquals("[{\"Path\":\"/etc\",\"Kind\":0},{\"Path\":\"/etc/" + id.charAt(0) + "\",\"Kind\":2}]\n",
                    client.ask("GET", "/containers/" + id + "/changes").body());
            assertEquals(200, client.ask("GET", "/containers/" + id + "/export").status());
            assertEquals(id, client.chunks());
            assertEquals(404, client.ask("GET", "/containers/nobody/export").status());
            assertEquals(404, client.ask("GET", "/containers/nobody/changes").status());
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws IOException {
        try (RawClient client = served.connect()) {
            String end = " HTTP/1.1\r\nHost: x\r\n\r\n";
            client.send("GET /_ping" + end + "GET /version" + end + "GET /nope" + end);
            assertEquals("OK", client.answer(true).body());
            assertTrue(client.answer(true).body().contains("\"ApiVersion\":\"1.47\""));
            assertEquals(404, client.answer(true).status());
        }
    }

    @Test
    void oldHttpAndConnectionCloseEndTheConnection() throws IOException {
        try (RawClient client = served.connect()) {
            client.send("GET /_ping HTTP/1.0\r\n\r\n");
            assertTrue(new String(client.rest()).endsWith("\r\n\r\nOK"));
        }
        try (RawClient client = served.connect()) {
            client.send("GET /_ping HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertTrue(new String(client.rest()).toLowerCase(Locale.ROOT).contains("connection: close"));
        }
        try (RawClient client = served.connect()) {
            String id = served.run(true, "", "true");
            client.send("GET /containers/" + id + "/logs?stdout=1&stderr=1 HTTP/1.0\r\n\r\n");
            assertTrue(new String(client.rest()).endsWith("out\n\2\0\0\0\0\0\0\4err\n"));
        }
    }

    @Test
    void rubbishGetsAnErrorAndNoConnection() throws IOException {
        try (RawClient client = served.connect()) {
            client.send("\1\2\3 what is this\r\n\r\n");
            assertTrue(new String(client.rest()).startsWith("HTTP/1.1 400 "));
        }
        try (RawClient client = served.connect()) {
            client.send("GET /" + "a".repeat(70_000) + " HTTP/1.1\r\n\r\n");
            assertTrue(new String(client.rest()).startsWith("HTTP/1.1 414 "));
        }
        try (RawClient client = served.connect()) {
            client.send("GET /_ping HTTP/1.1\r\n" + ("X-Long: " + "b".repeat(1000) + "\r\n").repeat(300) + "\r\n");
            assertTrue(new String(client.rest()).startsWith("HTTP/1.1 431 "));
        }
        try (RawClient client = served.connect()) {
            assertEquals(400, client.ask("GET", "/images/%zz/json").status());
            assertEquals(400, client.ask("GET", "/_ping?x=%zz").status());
        }
    }

    @Test
    void chunkedUploadsOfAnySizePassThroughInLittleMemory() throws Exception {
        byte[] chunk = new byte[1 << 20];
        int count = 512;
        try (RawClient client = served.connect()) {
            client.send("POST /images/load?quiet=1 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
            System.gc();
            long before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            for (int i = 0; i < count; i++) {
                client.send(Integer.toHexString(chunk.length) + "\r\n").send(chunk).send("\r\n");
            }
            System.gc();
            long after = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            assertTrue(after - before < 64L << 20, "memory grew by " + (after - before));
            client.send("0\r\n\r\n");
            assertEquals(200, client.head().status());
            assertTrue(client.chunks().contains("{\"stream\":\"Loaded image: loaded:" + (long) count * chunk.length + "\\n\"}"));
            assertEquals("OK", client.ask("GET", "/_ping").body(), "the connection must go on");
        }
    }

    @Test
    void aFailedLoadIsTheStreamsLastLine() throws IOException {
        try (RawClient client = served.connect()) {
            client.send("POST /images/load HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
            assertEquals(200, client.head().status());
            assertTrue(client.chunks().endsWith("{\"error\":\"Cannot load an upload: it is empty\","
                    + "\"errorDetail\":{\"message\":\"Cannot load an upload: it is empty\"}}\n"));
        }
    }

    @Test
    void continueIsSentOnlyWhenTheBodyIsWanted() throws IOException {
        try (RawClient client = served.connect()) {
            client.send("POST /images/load HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
            int first = client.head().status();
            int second = client.head().status();
            assertEquals(300, first + second, "both 100 and 200 must come");
            client.send("abc");
            assertTrue(client.chunks().contains("loaded:3"));
        }
        try (RawClient client = served.connect()) {
            client.send("POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
            assertEquals(404, client.head().status());
        }
    }

    @Test
    void anAnswerArrivesThoughTheBodyIsNotRead() throws IOException {
        try (RawClient client = served.connect()) {
            client.send("POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n").send(new byte[100_000]);
            assertEquals(404, client.answer(true).status());
            assertEquals(0, client.rest().length);
        }
    }

    @Test
    void eventsArriveAtOnceAndEndWithTheirClient() throws Exception {
        try (RawClient client = served.connect()) {
            client.send("GET /events?filters=%7B%22event%22%3A%7B%22start%22%3Atrue%7D%7D HTTP/1.1\r\nHost: x\r\n\r\n");
            assertEquals(200, client.head().status());
            String id = served.run(true, "", "true");
            String event = client.chunk();
            assertTrue(event.startsWith("{\"status\":\"start\",\"id\":\"" + id + "\""), event);
            assertTrue(event.contains("\"Type\":\"container\",\"Action\":\"start\",\"Actor\":{\"ID\":\"" + id + "\""), event);
            assertEquals(1, served.engine.journal.openFeeds.get());
        }
        ServedEngine.await("the feed must be closed when its client leaves", () -> served.engine.journal.openFeeds.get() == 0);
        try (RawClient client = served.connect()) {
            client.send("GET /events?since=0&until=1700000000.5 HTTP/1.1\r\nHost: x\r\n\r\n");
            assertEquals(200, client.head().status());
            assertEquals("", client.chunks());
        }
    }

    @Test
    void manyFollowersDoNotHoldEachOtherUp() throws Exception {
        int followers = 300;
        RawClient[] clients = new RawClient[followers];
        for (int i = 0; i < followers; i++) {
            clients[i] = served.connect().send("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
        }
        for (RawClient client : clients) {
            assertEquals(200, client.head().status());
        }
        served.run(false, "", "true");
        for (RawClient client : clients) {
            assertTrue(client.chunk().contains("\"create\""));
            client.close();
        }
        ServedEngine.await("all connections must be gone", () -> served.connections() == 0);
        assertEquals(0, served.engine.journal.openFeeds.get());
    }

    @Test
    void waitSendsItsStatusBeforeTheContainerStarts() throws IOException {
        String id = served.run(false, "", "sh", "-c", "exit 3");
        try (RawClient waiter = served.connect(); RawClient other = served.connect()) {
            waiter.send("POST /containers/" + id + "/wait?condition=next-exit HTTP/1.1\r\nHost: x\r\n\r\n");
            assertEquals(200, waiter.head().status());
            assertEquals(204, other.ask("POST", "/containers/" + id + "/start").status());
            assertEquals("{\"StatusCode\":3,\"Error\":null}\n", waiter.chunks());
            assertEquals(400, other.ask("POST", "/containers/" + id + "/wait?condition=tomorrow").status());
        }
    }

    @Test
    void logsAreFramedOrHaveTheirTime() throws IOException {
        String id = served.run(true, "", "true");
        try (RawClient client = served.connect()) {
            client.send("GET /v1.47/containers/" + id + "/logs?stdout=1&stderr=1&timestamps=1 HTTP/1.1\r\nHost: x\r\n\r\n");
            RawClient.Answer head = client.head();
            assertEquals("application/vnd.docker.multiplexed-stream", head.headers().get("Content-Type"));
            assertEquals("\1\0\0\0\0\0\0\43" + "2023-11-14T22:13:20.120000000Z out\n"
                    + "\2\0\0\0\0\0\0\43" + "2023-11-14T22:13:20.120000000Z err\n", client.chunks());
            RawClient.Answer none = client.ask("GET", "/containers/" + id + "/logs");
            assertEquals(400, none.status());
        }
        String terminal = served.run(true, ",\"Tty\":true", "true");
        try (RawClient client = served.connect()) {
            client.send("GET /containers/" + terminal + "/logs?stdout=1 HTTP/1.1\r\nHost: x\r\n\r\n");
            assertEquals("application/vnd.docker.raw-stream", client.head().headers().get("Content-Type"));
            assertEquals("out\nerr\n", client.chunks());
        }
    }

    @Test
    void aSecondServerIsRefusedAndAStaleSocketReplaced() throws IOException {
        EngineException refused = assertThrows(EngineException.class, () -> new ServedEngine(folder));
        assertTrue(refused.getMessage().contains("another process serves it"), refused.getMessage());
        try (RawClient client = served.connect()) {
            assertEquals("OK", client.ask("GET", "/_ping").body(), "the first one must not notice");
        }
        Path stale = folder.resolve("stale");
        Files.createDirectories(stale);
        try (ServerSocketChannel old = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            old.bind(UnixDomainSocketAddress.of(stale.resolve("api.sock")));
        }
        try (ServedEngine second = new ServedEngine(stale); RawClient client = second.connect()) {
            assertEquals("OK", client.ask("GET", "/_ping").body());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(second.socket)));
            assertEquals(1, stale.toFile().list().length, "no temporary file may stay");
        }
    }
}
