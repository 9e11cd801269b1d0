// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.session;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gantry.engine.api.container.Containers;
import org.gantry.engine.api.container.ExecInfo;
import org.gantry.engine.api.container.ExecSpec;
import org.gantry.engine.api.container.Execs;
import org.gantry.engine.api.container.OutputChunk;
import org.gantry.engine.api.container.ProcessStream;
import org.gantry.engine.api.container.StreamKind;
import org.gantry.engine.api.container.TerminalSize;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;

/** Execs of a container that is this machine, without some of its programs. */
final class LocalExecs implements Execs {
    private final List<String> missing;
    private final boolean endsLikeDockerd;
    private final Map<String, ExecSpec> specs = new ConcurrentHashMap<>();
    private final Map<String, LocalPty> running = new ConcurrentHashMap<>();
    /** Programs that were asked for, in order. */
    final List<String> asked = new ArrayList<>();

    /** @param endsLikeDockerd true to start a missing program all the same, which prints why it fails and ends with 127 */
    LocalExecs(List<String> missing, boolean endsLikeDockerd) {
        this.missing = missing;
        this.endsLikeDockerd = endsLikeDockerd;
    }

    Containers containers() {
        return (Containers) Proxy.newProxyInstance(LocalExecs.class.getClassLoader(), new Class<?>[] {Containers.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("execs")) {
                        return this;
                    }
                    throw new AssertionError("a shell needs no " + method.getName());
                });
    }

    @Override
    public String create(String container, ExecSpec spec) {
        String id = "exec" + specs.size();
        specs.put(id, spec);
        return id;
    }

    @Override
    public ProcessStream start(String exec, TerminalSize size) {
        String program = specs.get(exec).process().command().getFirst();
        asked.add(program);
        boolean there = !missing.contains(program) && Files.isExecutable(Path.of(program));
        if (!there && !endsLikeDockerd) {
            throw new EngineException(ErrorKind.INVALID_PARAMETER, "Cannot execute", "exec: \"" + program
                    + "\": stat " + program + ": no such file or directory", "");
        }
        LocalPty pty = there ? new LocalPty(size, program) : new LocalPty(size, "sh", "-c", "echo exec failed; exit 127");
        running.put(exec, pty);
        return new Stream(pty);
    }

    @Override
    public ExecInfo inspect(String exec) {
        LocalPty pty = running.get(exec);
        return new ExecInfo(exec, "", specs.get(exec), pty.isAlive(), pty.isAlive() ? null : pty.exitCode(), 0);
    }

    @Override
    public void resize(String exec, TerminalSize size) {
        running.get(exec).resize(size);
    }

    @Override
    public void kill(String exec, String signal) {
        running.get(exec).close();
    }

    private record Stream(LocalPty pty) implements ProcessStream {
        @Override
        public OutputChunk read() throws InterruptedException {
            ByteBuffer data = pty.read();
            return data == null ? null : new OutputChunk(StreamKind.STDOUT, data);
        }

        @Override
        public void write(ByteBuffer data) {
            pty.write(data);
        }

        @Override
        public void closeInput() {
            // Nothing happens to a terminal.
        }

        /** The process runs on, as in an engine. */
        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
