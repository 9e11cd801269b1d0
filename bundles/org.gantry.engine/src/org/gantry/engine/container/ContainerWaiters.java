// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.gantry.engine.api.container.ExitStatus;
import org.gantry.engine.api.container.WaitCondition;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;

/** Who waits for a container's end or removal. Any thread may call. */
final class ContainerWaiters {
    private final Map<WaitCondition, Set<CompletableFuture<ExitStatus>>> waiting = new EnumMap<>(WaitCondition.class);

    ContainerWaiters() {
        for (WaitCondition condition : WaitCondition.values()) {
            waiting.put(condition, ConcurrentHashMap.newKeySet());
        }
    }

    CompletableFuture<ExitStatus> add(WaitCondition condition) {
        CompletableFuture<ExitStatus> future = new CompletableFuture<>();
        Set<CompletableFuture<ExitStatus>> others = waiting.get(condition);
        others.add(future);
        future.whenComplete((status, failure) -> others.remove(future));
        return future;
    }

    void ended(ExitStatus status) {
        complete(WaitCondition.NOT_RUNNING, status);
        complete(WaitCondition.NEXT_EXIT, status);
    }

    void removed(ExitStatus status) {
        complete(WaitCondition.NOT_RUNNING, status);
        complete(WaitCondition.NEXT_EXIT, status);
        complete(WaitCondition.REMOVED, status);
    }

    /** Nobody will ever tell them: the engine closes. */
    void giveUp() {
        for (Set<CompletableFuture<ExitStatus>> futures : waiting.values()) {
            for (CompletableFuture<ExitStatus> future : new ArrayList<>(futures)) {
                future.completeExceptionally(new EngineException(ErrorKind.UNAVAILABLE, "Cannot wait for the container",
                        "the engine is closing", "ask again once it is back"));
            }
        }
    }

    private void complete(WaitCondition condition, ExitStatus status) {
        List<CompletableFuture<ExitStatus>> futures = new ArrayList<>(waiting.get(condition));
        for (CompletableFuture<ExitStatus> future : futures) {
            future.complete(status);
        }
    }
}
