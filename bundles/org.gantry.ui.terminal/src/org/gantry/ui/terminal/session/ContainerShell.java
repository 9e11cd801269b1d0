// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.session;

import java.util.Iterator;
import java.util.List;
import org.gantry.engine.api.container.AttachOptions;
import org.gantry.engine.api.container.Containers;
import org.gantry.engine.api.container.ExecSpec;
import org.gantry.engine.api.container.Execs;
import org.gantry.engine.api.container.ProcessSpec;
import org.gantry.engine.api.container.ProcessStream;
import org.gantry.engine.api.container.TerminalSize;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;

/**
 * A shell of its own in a running container: bash where the image has it, else sh. Source: Docker Engine API,
 * {@code POST /containers/{id}/exec} and {@code POST /exec/{id}/start}.
 */
public record ContainerShell(Containers containers, String containerId, String containerName) implements TerminalTarget {
    private static final List<String> SHELLS = List.of("/bin/bash", "/bin/sh");
    /** What the emulator understands; images seldom set it. */
    private static final List<String> ENVIRONMENT = List.of("TERM=xterm-256color");

    @Override
    public TerminalProcess open(TerminalSize size) {
        return openFirst(SHELLS.iterator(), size);
    }

    /**
     * Opens the first of some shells that is there. Engines tell of a missing one when it is started, or let it end with 126 or
     * 127, as dockerd does; {@link ShellProcess} then asks for the next.
     */
    TerminalProcess openFirst(Iterator<String> shells, TerminalSize size) {
        String shell = shells.next();
        try {
            return open(shell, shells, size);
        } catch (EngineException e) {
            if (!isMissing(shell, e)) {
                throw e;
            }
            if (shells.hasNext()) {
                return openFirst(shells, size);
            }
            throw new EngineException(e.kind(), "Cannot open a shell in " + containerName, "it has neither "
                    + String.join(" nor ", SHELLS), "attach to its first process, or add a shell to its image", e);
        }
    }

    private TerminalProcess open(String shell, Iterator<String> others, TerminalSize size) {
        Execs execs = containers.execs();
        ProcessSpec process = new ProcessSpec(null, List.of(shell), ENVIRONMENT, "", "", true);
        String exec = execs.create(containerId, new ExecSpec(process, AttachOptions.ALL, false));
        ProcessStream stream = execs.start(exec, size);
        return new ShellProcess(this, new ExecProcess(execs, exec, stream), others, size);
    }

    /** Engines call it a wrong parameter, as a wrong user or folder is, and name the program. */
    private static boolean isMissing(String shell, EngineException e) {
        return e.kind() == ErrorKind.INVALID_PARAMETER && e.reason().contains(shell);
    }

    @Override
    public String processName() {
        return "The shell";
    }

    @Override
    public String reopenLabel() {
        return "Restart shell";
    }
}
