// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assertions;

/** A {@link LocalEngine} behind a real socket. */
final class ServedEngine implements AutoCloseable {
    final LocalEngine engine = new LocalEngine();
    final Path socket;
    private final ApiServing serving;

    ServedEngine(Path folder) {
        socket = folder.resolve("api.sock");
        serving = ApiServing.start(engine, List.of(URI.create("unix://" + socket)), "", List.of("shelf=top"));
    }

    RawClient connect() throws IOException {
        return new RawClient(socket);
    }

    int connections() {
        return serving.connections();
    }

    /** Creates and, if asked, starts a container that runs a command; answers its id. */
    String run(boolean start, String extra, String... command) throws IOException {
        String words = "\"" + String.join("\",\"", command) + "\"";
        try (RawClient client = connect()) {
            String body = client.ask("POST", "/containers/create",
                    "{\"Image\":\"local/test:1\",\"Cmd\":[" + words + "]" + extra + "}").body();
            String id = body.replaceAll(".*\"Id\":\"([^\"]*)\".*\\n", "$1");
            if (start) {
                Assertions.assertEquals(204, client.ask("POST", "/containers/" + id + "/start").status());
            }
            return id;
        }
    }

    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            Assertions.assertTrue(System.nanoTime() < end, what);
            Thread.sleep(10);
        }
    }

    @Override
    public void close() {
        serving.close();
        engine.close();
    }
}
