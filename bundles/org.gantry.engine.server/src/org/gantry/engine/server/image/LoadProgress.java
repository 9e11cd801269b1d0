// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.gantry.engine.api.job.JobProgress;

/**
 * A job's progress on its way to a client that may be slower than the job: of each item only the latest is kept, and the job is never
 * held up.
 */
final class LoadProgress {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, JobProgress> latest = new LinkedHashMap<>();
    private boolean over;

    /** {@code JSONMessage} of Docker's progress streams; which fields are set says what it is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(@JsonProperty("stream") String stream, @JsonProperty("status") String status,
            @JsonProperty("progressDetail") Detail progressDetail, @JsonProperty("progress") String progress,
            @JsonProperty("id") String id, @JsonProperty("error") String error,
            @JsonProperty("errorDetail") ErrorDetail errorDetail) {

        static Line text(String text) {
            return new Line(text, null, null, null, null, null, null);
        }

        static Line error(String message) {
            return new Line(null, null, null, null, null, message, new ErrorDetail(message));
        }

        static Line progress(JobProgress progress) {
            return new Line(null, progress.action(), new Detail(progress.done(), Math.max(0, progress.total())), null, progress.item(),
                    null, null);
        }
    }

    /** How far an item is. */
    record Detail(@JsonProperty("current") long current, @JsonProperty("total") long total) {
    }

    /** What went wrong. */
    record ErrorDetail(@JsonProperty("message") String message) {
    }

    /** Called on the job's thread. */
    void add(JobProgress progress) {
        if (progress.item().isEmpty()) {
            return;
        }
        lock.lock();
        try {
            latest.put(progress.item(), progress);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** No more will come. */
    void end() {
        lock.lock();
        try {
            over = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for news; empty at the end. */
    List<Line> take() throws InterruptedException {
        lock.lock();
        try {
            while (latest.isEmpty() && !over) {
                changed.await();
            }
            List<Line> lines = new ArrayList<>();
            latest.values().forEach(progress -> lines.add(Line.progress(progress)));
            latest.clear();
            return lines;
        } finally {
            lock.unlock();
        }
    }
}
