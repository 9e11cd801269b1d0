// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.gantry.engine.api.container.AttachOptions;
import org.gantry.engine.api.container.ContainerDetails;
import org.gantry.engine.api.container.ContainerFiles;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.container.Containers;
import org.gantry.engine.api.container.CreatedContainer;
import org.gantry.engine.api.container.ExecInfo;
import org.gantry.engine.api.container.ExecSpec;
import org.gantry.engine.api.container.Execs;
import org.gantry.engine.api.container.ExitStatus;
import org.gantry.engine.api.container.FileChange;
import org.gantry.engine.api.container.LogEntry;
import org.gantry.engine.api.container.LogOptions;
import org.gantry.engine.api.container.LogReader;
import org.gantry.engine.api.container.OutputChunk;
import org.gantry.engine.api.container.ProcessStream;
import org.gantry.engine.api.container.StreamKind;
import org.gantry.engine.api.container.TerminalSize;
import org.gantry.engine.api.container.WaitCondition;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.ContainerAction;

/** Containers that are plain processes. */
final class LocalContainers implements Containers {
    final Map<String, ContainerSpec> specs = new ConcurrentSkipListMap<>();
    final Map<String, TerminalSize> sizes = new ConcurrentSkipListMap<>();
    final Map<String, String> signals = new ConcurrentSkipListMap<>();
    private final Map<String, LocalProcess> processes = new ConcurrentSkipListMap<>();
    private final Map<String, ExecSpec> execs = new ConcurrentSkipListMap<>();
    private final Map<String, String> containerOfExec = new ConcurrentSkipListMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final LocalJournal journal;

    LocalContainers(LocalJournal journal) {
        this.journal = journal;
    }

    LocalProcess process(String container) {
        return processes.get(container);
    }

    private String id(String container) {
        for (Map.Entry<String, ContainerSpec> entry : specs.entrySet()) {
            if (entry.getKey().startsWith(container) || entry.getValue().name().equals(container)) {
                return entry.getKey();
            }
        }
        throw LocalEngine.notFound("container " + container);
    }

    private ContainerSummary summary(String id) {
        ContainerSpec spec = specs.get(id);
        LocalProcess process = processes.get(id);
        ContainerState state = !process.isStarted() ? ContainerState.CREATED
                : process.end().isDone() ? ContainerState.EXITED : ContainerState.RUNNING;
        int code = process.end().isDone() ? process.end().join() : 0;
        return new ContainerSummary(id, spec.name(), spec.image(), LocalImages.ID, spec.process().command(), Instant.EPOCH, state, null,
                null, code, false, "", spec.labels(), spec.host().networkMode(), Map.of(), spec.process().tty(), spec.openStdin());
    }

    @Override
    public List<ContainerSummary> list() {
        return specs.keySet().stream().map(this::summary).toList();
    }

    @Override
    public ContainerDetails inspect(String container) {
        String id = id(container);
        return new ContainerDetails(summary(id), specs.get(id), 0, 0, "", "", "", "", List.of(), Map.of(), List.of(), "");
    }

    @Override
    public CreatedContainer create(ContainerSpec spec) {
        String id = String.format("%064x", numbers.incrementAndGet());
        processes.put(id, new LocalProcess(spec.process().command()));
        specs.put(id, spec);
        journal.publish(ContainerAction.CREATED, id, Map.of("name", spec.name(), "image", spec.image()));
        return new CreatedContainer(id, List.of());
    }

    @Override
    public void start(String container) {
        String id = id(container);
        if (processes.get(id).isStarted()) {
            throw new EngineException(ErrorKind.NOT_MODIFIED, "Cannot start", "it runs", "");
        }
        processes.get(id).start();
        journal.publish(ContainerAction.STARTED, id, Map.of("name", specs.get(id).name()));
    }

    @Override
    public void stop(String container, Duration timeout) {
        kill(container, "KILL");
    }

    @Override
    public void restart(String container, Duration timeout) {
        stop(container, timeout);
        processes.put(id(container), new LocalProcess(specs.get(id(container)).process().command()));
        start(container);
    }

    @Override
    public void kill(String container, String signal) {
        processes.get(id(container)).kill();
    }

    @Override
    public void pause(String container) {
        throw new EngineException(ErrorKind.CONFLICT, "Cannot pause container " + container, "it does not run", "start it");
    }

    @Override
    public void unpause(String container) {
        throw new IllegalStateException("broken");
    }

    @Override
    public void rename(String container, String name) {
        id(container);
    }

    @Override
    public void remove(String container, boolean force, boolean volumes) {
        String id = id(container);
        processes.remove(id).kill();
        specs.remove(id);
    }

    @Override
    public CompletableFuture<ExitStatus> wait(String container, WaitCondition condition) {
        return processes.get(id(container)).end().thenApply(code -> new ExitStatus(code, Instant.now(), false, ""));
    }

    @Override
    public ProcessStream attach(String container, AttachOptions options) {
        return processes.get(id(container)).attach(options);
    }

    @Override
    public void resize(String container, TerminalSize size) {
        sizes.put(id(container), size);
    }

    @Override
    public LogReader logs(String container, LogOptions options) {
        List<LogEntry> lines = new ArrayList<>(List.of(entry(StreamKind.STDOUT, "out\n"), entry(StreamKind.STDERR, "err\n")));
        return new LogReader() {
            private volatile boolean closed;

            @Override
            public synchronized LogEntry read() throws InterruptedException {
                while (lines.isEmpty() && options.follow() && !closed) {
                    wait(10);
                }
                return lines.isEmpty() ? null : lines.remove(0);
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }

    private static LogEntry entry(StreamKind stream, String text) {
        return new LogEntry(stream, Instant.ofEpochSecond(1_700_000_000, 120_000_000), text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public ContainerFiles files() {
        return new ContainerFiles() {
            @Override
            public List<FileChange> changes(String container) {
                return List.of(new FileChange("/etc", FileChange.Kind.MODIFIED),
                        new FileChange("/etc/" + id(container).substring(0, 1), FileChange.Kind.DELETED));
            }

            @Override
            public void export(String container, OutputStream tar) {
                try {
                    tar.write(id(container).getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw EngineException.system("Cannot export", e, "");
                }
            }
        };
    }

    @Override
    public Execs execs() {
        return new Execs() {
            @Override
            public String create(String container, ExecSpec spec) {
                id(container);
                String id = String.format("e%063x", numbers.incrementAndGet());
                processes.put(id, new LocalProcess(spec.process().command()));
                execs.put(id, spec);
                containerOfExec.put(id, id(container));
                return id;
            }

            @Override
            public ProcessStream start(String exec, TerminalSize size) {
                inspect(exec);
                ProcessStream stream = processes.get(exec).attach(execs.get(exec).attach());
                processes.get(exec).start();
                return stream;
            }

            @Override
            public ExecInfo inspect(String exec) {
                if (!execs.containsKey(exec)) {
                    throw LocalEngine.notFound("exec " + exec);
                }
                LocalProcess process = processes.get(exec);
                return new ExecInfo(exec, containerOfExec.get(exec), execs.get(exec), process.isStarted() && !process.end().isDone(),
                        process.end().isDone() ? process.end().join() : null, 0);
            }

            @Override
            public void resize(String exec, TerminalSize size) {
                sizes.put(exec, size);
            }

            @Override
            public void kill(String exec, String signal) {
                signals.put(exec, signal);
            }
        };
    }

    /** A process and the one client that is attached to it. */
    static final class LocalProcess {
        private final ProcessBuilder builder;
        private final CompletableFuture<Process> started = new CompletableFuture<>();
        private final CompletableFuture<Integer> end = new CompletableFuture<>();
        final AtomicInteger attached = new AtomicInteger();

        LocalProcess(List<String> command) {
            builder = new ProcessBuilder(command);
        }

        boolean isStarted() {
            return started.isDone();
        }

        CompletableFuture<Integer> end() {
            return end;
        }

        void start() {
            try {
                Process process = builder.start();
                process.onExit().thenAccept(ended -> end.complete(ended.exitValue()));
                started.complete(process);
            } catch (IOException e) {
                end.complete(127);
                throw new EngineException(ErrorKind.INVALID_PARAMETER, "Cannot start", "executable file not found", "");
            }
        }

        void kill() {
            if (isStarted()) {
                started.join().destroyForcibly();
            }
        }

        ProcessStream attach(AttachOptions options) {
            attached.incrementAndGet();
            return new LocalStream(this, options);
        }
    }

    /** Reads standard output to its end, then standard error: enough for tests, where both are short or one is empty. */
    private static final class LocalStream implements ProcessStream {
        private final LocalProcess owner;
        private final CompletableFuture<Void> closed = new CompletableFuture<>();
        private final AttachOptions options;
        private boolean outEnded;

        LocalStream(LocalProcess owner, AttachOptions options) {
            this.owner = owner;
            this.options = options;
        }

        @Override
        public OutputChunk read() {
            CompletableFuture.anyOf(owner.started, closed).join();
            if (closed.isDone()) {
                return null;
            }
            CompletableFuture<OutputChunk> chunk = CompletableFuture.supplyAsync(this::readProcess,
                    task -> Thread.ofVirtual().start(task));
            return (OutputChunk) CompletableFuture.anyOf(chunk, closed).join();
        }

        private OutputChunk readProcess() {
            try {
                byte[] buffer = new byte[32 * 1024];
                if (!outEnded) {
                    int count = owner.started.join().getInputStream().read(buffer);
                    if (count > 0 && options.stdout()) {
                        return new OutputChunk(StreamKind.STDOUT, ByteBuffer.wrap(buffer, 0, count));
                    }
                    outEnded = count < 0;
                    return readProcess();
                }
                int count = owner.started.join().getErrorStream().read(buffer);
                return count < 0 ? null : new OutputChunk(StreamKind.STDERR, ByteBuffer.wrap(buffer, 0, count));
            } catch (IOException e) {
                return null;
            }
        }

        @Override
        public void write(ByteBuffer data) {
            try {
                Process process = owner.started.join();
                process.getOutputStream().write(data.array(), data.arrayOffset() + data.position(), data.remaining());
                process.getOutputStream().flush();
            } catch (IOException e) {
                throw EngineException.system("Cannot write", e, "");
            }
        }

        @Override
        public void closeInput() {
            try {
                owner.started.join().getOutputStream().close();
            } catch (IOException e) {
                throw EngineException.system("Cannot close", e, "");
            }
        }

        @Override
        public void close() {
            if (closed.complete(null)) {
                owner.attached.decrementAndGet();
            }
        }
    }
}
