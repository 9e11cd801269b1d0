// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.gantry.engine.api.container.LogOptions;
import org.gantry.engine.api.container.LogReader;
import org.gantry.engine.api.error.EngineException;

/** Opens readers in the logs of containers. Any thread may call. */
public final class LogFiles implements AutoCloseable {
    private final DiskAccess disk;
    private final LogWatch watch = new LogWatch();
    private final Set<JsonLogReader> open = ConcurrentHashMap.newKeySet();

    public LogFiles(DiskAccess disk) {
        this.disk = disk;
    }

    /**
     * @param path of the log; it need not exist yet, its folder must
     * @param ended completes when nothing more will be written to it
     */
    public LogReader open(Path path, LogOptions options, CompletableFuture<?> ended) {
        Semaphore news = new Semaphore(0);
        AutoCloseable listening = () -> {
        };
        if (options.follow()) {
            try {
                listening = watch.listen(path.getParent(), news::release);
            } catch (IOException e) {
                throw EngineException.system("Cannot follow the log " + path, e, "raise fs.inotify.max_user_watches");
            }
            ended.whenComplete((status, failure) -> news.release());
        }
        JsonLogReader reader = new JsonLogReader(path, options, disk, ended, news, listening, open::remove);
        open.add(reader);
        return reader;
    }

    /** Ends all readers. */
    @Override
    public void close() throws IOException {
        for (JsonLogReader reader : new ArrayList<>(open)) {
            reader.close();
        }
        watch.close();
    }
}
