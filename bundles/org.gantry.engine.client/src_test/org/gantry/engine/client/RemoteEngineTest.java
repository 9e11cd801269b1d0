// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gantry.engine.api.container.AttachOptions;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.container.LogEntry;
import org.gantry.engine.api.container.LogOptions;
import org.gantry.engine.api.container.LogReader;
import org.gantry.engine.api.container.OutputChunk;
import org.gantry.engine.api.container.ProcessStream;
import org.gantry.engine.api.container.StreamKind;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.ContainerAction;
import org.gantry.engine.api.event.ContainerEvent;
import org.gantry.engine.api.event.EngineEvent;
import org.gantry.engine.api.event.EventLog;
import org.gantry.engine.api.image.LoadSource;
import org.gantry.engine.api.image.LoadedImages;
import org.gantry.engine.api.job.Job;
import org.gantry.engine.client.http.ApiClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class RemoteEngineTest {
    private static final String WEB = """
            {"Id":"4f1c","Name":"/web","Image":"sha256:aa","Created":"2026-01-02T03:04:05.6Z","Path":"sh","Args":["-c","x"],
             "State":{"Status":"exited","ExitCode":137,"OOMKilled":true,"StartedAt":"2026-01-02T03:05:00Z",
             "FinishedAt":"2026-01-02T03:06:00Z"},"Config":{"Image":"busybox","Tty":false,"OpenStdin":true,"Labels":{"a":"b"}},
             "HostConfig":{"NetworkMode":"default"},"NetworkSettings":{"Networks":{"bridge":{"IPAddress":"172.17.0.2",
             "IPPrefixLen":16}}}}""".replace("\n", "");

    @TempDir
    Path folder;

    private final List<EngineEvent> bus = new CopyOnWriteArrayList<>();
    private CannedEngine canned;
    private RemoteEngine engine;

    @BeforeEach
    void connect() throws IOException {
        canned = new CannedEngine(folder.resolve("s"));
        canned.answer("GET /events", ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        engine = new RemoteEngine("id", new ApiClient(folder.resolve("s")), new EventLog("id", bus::add));
    }

    @AfterEach
    void close() throws IOException {
        engine.close();
        canned.close();
    }

    @Test
    void readsAContainerFromItsInspection() {
        canned.answerJson("GET /containers/json?all=1", 200, "[{\"Id\":\"4f1c\"}]");
        canned.answerJson("GET /containers/4f1c/json", 200, WEB);
        ContainerSummary web = engine.containers().list().get(0);
        assertEquals("web", web.name());
        assertEquals(List.of("sh", "-c", "x"), web.command());
        assertEquals(ContainerState.EXITED, web.state());
        assertEquals(137, web.exitCode());
        assertTrue(web.outOfMemory());
        assertEquals("bridge", web.networkMode());
        assertEquals("172.17.0.2", web.addresses().get("bridge"));
        assertEquals(Instant.parse("2026-01-02T03:06:00Z"), web.finishedAt());
    }

    @Test
    void errorsKeepTheirKindAndTheEnginesReason() {
        canned.answerJson("POST /containers/web/start", 409, "{\"message\":\"it is being removed\"}");
        EngineException refused = assertThrows(EngineException.class, () -> engine.containers().start("web"));
        assertEquals(ErrorKind.CONFLICT, refused.kind());
        assertEquals("Cannot start container web: it is being removed", refused.getMessage());
    }

    @Test
    void nobodyThereIsUnavailable() {
        try (ApiClient client = new ApiClient(folder.resolve("none"))) {
            EngineException refused = assertThrows(EngineException.class, () -> client.get("Cannot ask", "/version"));
            assertEquals(ErrorKind.UNAVAILABLE, refused.kind());
        }
    }

    @Test
    void uploadsAnArchiveAndReadsWhatCameOfIt() throws Exception {
        String lines = "{\"status\":\"Loading layer\",\"progressDetail\":{\"current\":5,\"total\":10},\"id\":\"aa\"}\n"
                + "{\"stream\":\"Loaded image: busybox:latest\\n\"}\n";
        canned.answerJson("POST /images/load?quiet=0", 200, lines);
        Job<LoadedImages> job = engine.images()
                .load(new LoadSource("x.tar", -1, new ByteArrayInputStream("content".getBytes(StandardCharsets.UTF_8))));
        assertEquals(List.of("busybox:latest"), job.await().tags());
        assertEquals("7\r\ncontent\r\n0\r\n\r\n", canned.body());
        assertEquals(5, job.info().progress().done());
    }

    @Test
    void aFailedLoadIsTheJobsError() {
        canned.answerJson("POST /images/load?quiet=0", 200, "{\"errorDetail\":{\"message\":\"truncated\"},\"error\":\"truncated\"}");
        Job<LoadedImages> job = engine.images().load(new LoadSource("x.tar", -1, new ByteArrayInputStream(new byte[0])));
        assertEquals("Cannot load x.tar: truncated", assertThrows(EngineException.class, job::await).getMessage());
    }

    @Test
    void attachTakesFramesApartAndSendsWhatIsTyped() throws Exception {
        canned.answerJson("GET /containers/web/json", 200, WEB);
        canned.answer("POST /containers/web/attach?stream=1&stdin=true&stdout=true&stderr=true",
                ("HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n" + "\1\0\0\0\0\0\0\3out" + "\2\0\0\0\0\0\0\2er")
                        .getBytes(StandardCharsets.ISO_8859_1));
        try (ProcessStream stream = engine.containers().attach("web", AttachOptions.ALL)) {
            assertEquals(new OutputChunk(StreamKind.STDOUT, ByteBuffer.wrap("out".getBytes(StandardCharsets.UTF_8))), stream.read());
            assertEquals(new OutputChunk(StreamKind.STDERR, ByteBuffer.wrap("er".getBytes(StandardCharsets.UTF_8))), stream.read());
            stream.write(ByteBuffer.wrap("typed".getBytes(StandardCharsets.UTF_8)));
            stream.closeInput();
            assertNull(stream.read());
        }
        assertEquals("typed", canned.body());
    }

    @Test
    void logsLoseTheirStamps() throws Exception {
        canned.answerJson("GET /containers/web/json", 200, WEB);
        String line = "2026-01-02T03:04:05.000000006Z hello\n";
        canned.answer("GET /containers/web/logs?timestamps=1&stdout=true&stderr=true&follow=false&tail=5",
                ("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n\1\0\0\0\0\0\0" + (char) line.length() + line)
                        .getBytes(StandardCharsets.ISO_8859_1));
        try (LogReader log = engine.containers().logs("web", LogOptions.tail(5, false))) {
            LogEntry entry = log.read();
            assertEquals(Instant.parse("2026-01-02T03:04:05.000000006Z"), entry.time());
            assertEquals("hello\n", new String(entry.text(), StandardCharsets.UTF_8));
            assertNull(log.read());
        }
    }

    @Test
    void eventsReachTheBusAndTheEndOfTheStreamClosesTheJournal() throws Exception {
        CannedEngine other = new CannedEngine(folder.resolve("o"));
        String event = "{\"Type\":\"container\",\"Action\":\"start\",\"Actor\":{\"ID\":\"4f1c\",\"Attributes\":{\"name\":\"web\"}}}\n";
        other.answer("GET /events", ("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + event).getBytes(StandardCharsets.UTF_8));
        EventLog journal = new EventLog("id", bus::add);
        try (RemoteEngine short1 = new RemoteEngine("id", new ApiClient(folder.resolve("o")), journal);
                var feed = journal.follow(0)) {
            assertNotNull(short1);
            ContainerEvent started = (ContainerEvent) feed.next(java.time.Duration.ofSeconds(20)).orElseThrow();
            assertEquals(ContainerAction.STARTED, started.action());
            assertEquals("web", started.attributes().get("name"));
            List<Boolean> ends = new ArrayList<>();
            while (!feed.isClosed()) {
                ends.add(feed.next(java.time.Duration.ofSeconds(1)).isPresent());
            }
            assertTrue(ends.stream().noneMatch(present -> present));
        }
        other.close();
    }

    @Test
    void computesChainIdsAsTheSpecificationDoes() {
        canned.answerJson("GET /containers/json?all=1", 200, "[]");
        canned.answerJson("GET /images/json", 200, "[{\"Id\":\"sha256:1\",\"RepoTags\":[\"a:1\"],\"Created\":5,\"Size\":7}]");
        canned.answerJson("GET /images/sha256%3A1/json", 200,
                "{\"Os\":\"linux\",\"Architecture\":\"amd64\",\"RootFS\":{\"Layers\":[\"sha256:a\",\"sha256:b\"]}}");
        List<String> layers = engine.images().list().get(0).layers();
        // printf 'sha256:a sha256:b' | sha256sum
        assertEquals(List.of("sha256:a", "sha256:970a948bffa8de94d6e22d747ba8c95030e6e546909f98f54e99a13005e173a8"), layers);
    }
}
