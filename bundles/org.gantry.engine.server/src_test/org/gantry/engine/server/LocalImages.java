// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.image.HistoryEntry;
import org.gantry.engine.api.image.ImageConfig;
import org.gantry.engine.api.image.ImageDetails;
import org.gantry.engine.api.image.ImageRemoval;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.engine.api.image.Images;
import org.gantry.engine.api.image.LoadSource;
import org.gantry.engine.api.image.LoadedImages;
import org.gantry.engine.api.image.Platform;
import org.gantry.engine.api.job.Job;
import org.gantry.engine.api.job.JobInfo;
import org.gantry.engine.api.job.JobKind;
import org.gantry.engine.api.job.JobProgress;
import org.gantry.engine.api.job.JobState;
import org.gantry.engine.api.job.ProgressUnit;

/** One image, {@code local/test:1}; loading counts the bytes of what comes and calls the image after their number. */
final class LocalImages implements Images {
    static final String ID = "sha256:" + "ab".repeat(32);

    final List<String> tagged = new CopyOnWriteArrayList<>();

    private ImageSummary summary() {
        return new ImageSummary(ID, List.of("local/test:1"), List.of(), Instant.ofEpochSecond(1_700_000_000), 1234,
                new Platform("linux", "amd64", ""), Map.of("a", "b"), List.of(ID), 0);
    }

    @Override
    public List<ImageSummary> list() {
        return List.of(summary());
    }

    @Override
    public ImageDetails inspect(String image) {
        if (!image.equals("local/test:1") && !image.equals(ID) && !image.startsWith("loaded")) {
            throw LocalEngine.notFound("image " + image);
        }
        ImageConfig config = new ImageConfig("", List.of("PATH=/bin"), List.of(), List.of("sh"), "", Set.of(), Set.of(), Map.of(), "",
                List.of());
        return new ImageDetails(summary(), config, "", "", List.of(new HistoryEntry(null, "one", "", "", "", "", 0),
                new HistoryEntry(null, "two", "", "", ID, ID, 10)), List.of(ID), "{}");
    }

    @Override
    public Job<LoadedImages> load(LoadSource source) {
        return new CountingJob(source);
    }

    @Override
    public Job<LoadedImages> makeStarter() {
        throw LocalEngine.notFound("busybox");
    }

    @Override
    public void tag(String image, String reference) {
        tagged.add(image + " as " + reference);
    }

    @Override
    public ImageRemoval remove(String image, boolean force) {
        return new ImageRemoval(List.of(image), List.of(ID));
    }

    private static final class CountingJob implements Job<LoadedImages> {
        private final List<Consumer<JobProgress>> listeners = new CopyOnWriteArrayList<>();
        private final CompletableFuture<LoadedImages> end = new CompletableFuture<>();
        private volatile boolean cancelled;

        CountingJob(LoadSource source) {
            Thread.ofVirtual().start(() -> count(source));
        }

        private void count(LoadSource source) {
            long count = 0;
            byte[] buffer = new byte[64 * 1024];
            try {
                for (int read = source.content().read(buffer); read >= 0; read = source.content().read(buffer)) {
                    count += read;
                    JobProgress progress = new JobProgress("layer", "Loading layer", ProgressUnit.BYTES, count, source.size());
                    listeners.forEach(listener -> listener.accept(progress));
                    if (cancelled) {
                        throw new EngineException(ErrorKind.CANCELLED, "Loading", "it was cancelled", "");
                    }
                }
                if (count == 0) {
                    throw new EngineException(ErrorKind.INVALID_PARAMETER, "Cannot load an upload", "it is empty", "");
                }
                end.complete(new LoadedImages(List.of("loaded:" + count), List.of("loaded:" + count)));
            } catch (IOException | EngineException e) {
                end.completeExceptionally(e instanceof EngineException ? e : EngineException.system("Loading", e, ""));
            }
        }

        @Override
        public JobInfo info() {
            return new JobInfo("1", JobKind.LOAD_IMAGE, "Loading", end.isDone() ? JobState.DONE : JobState.RUNNING,
                    new JobProgress("", "", ProgressUnit.BYTES, 0, -1), Instant.EPOCH, null, "");
        }

        @Override
        public LoadedImages await() {
            try {
                return end.join();
            } catch (CompletionException e) {
                throw (EngineException) e.getCause();
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public List<String> log() {
            return new ArrayList<>();
        }

        @Override
        public Listening listen(Consumer<JobProgress> listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }
    }
}
