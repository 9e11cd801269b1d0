// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The containers of an engine. A container is named by its name, its id, or an unambiguous beginning of its id. All methods may be
 * called by any thread except the UI thread, and throw {@link org.gantry.engine.api.error.EngineException}: NOT_FOUND for an unknown
 * container, CONFLICT when its state does not allow the call, NOT_MODIFIED when it is in the asked state already.
 */
public interface Containers {
    /** All containers in any state, newest first. */
    List<ContainerSummary> list();

    ContainerDetails inspect(String container);

    /** Creates without starting. */
    CreatedContainer create(ContainerSpec spec);

    /** Starts; answers once the command has been executed, or says why it could not be. */
    void start(String container);

    /**
     * Sends the stop signal, then SIGKILL when the container still runs after the timeout; answers when it has ended.
     *
     * @param timeout null for the container's own; negative to wait without end
     */
    void stop(String container, Duration timeout);

    /** Stops if it runs, then starts. */
    void restart(String container, Duration timeout);

    /** @param signal name with or without {@code SIG}, or number; empty for SIGKILL */
    void kill(String container, String signal);

    void pause(String container);

    void unpause(String container);

    void rename(String container, String name);

    /**
     * Removes a container.
     *
     * @param force kill it first if it runs; else a running container is CONFLICT
     * @param volumes remove its anonymous volumes as well
     */
    void remove(String container, boolean force, boolean volumes);

    /** Completes when the condition holds; cancel the future to stop waiting. */
    CompletableFuture<ExitStatus> wait(String container, WaitCondition condition);

    /**
     * Connects to the first process. A container that was not started yet can be attached: its streams then begin with the first byte.
     */
    ProcessStream attach(String container, AttachOptions options);

    void resize(String container, TerminalSize size);

    LogReader logs(String container, LogOptions options);

    Execs execs();

    ContainerFiles files();
}
