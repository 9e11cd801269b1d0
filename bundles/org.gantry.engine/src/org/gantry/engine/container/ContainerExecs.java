// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ExecInfo;
import org.gantry.engine.api.container.ExecSpec;
import org.gantry.engine.api.container.Execs;
import org.gantry.engine.api.container.ProcessSpec;
import org.gantry.engine.api.container.ProcessStream;
import org.gantry.engine.api.container.SecuritySpec;
import org.gantry.engine.api.container.TerminalSize;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.ContainerAction;
import org.gantry.engine.container.shim.ExecState;
import org.gantry.engine.container.shim.ExitReport;
import org.gantry.engine.container.shim.ShimClient;
import org.gantry.engine.isolation.CapabilitySet;
import org.gantry.engine.isolation.ExecPlan;
import org.gantry.engine.isolation.ProcessPlan;
import org.gantry.engine.isolation.StandardInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Further processes in running containers. They are known while the engine runs and their container exists. */
final class ContainerExecs implements Execs {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerExecs.class);
    private static final int ID_BYTES = 32;
    /** Ended ones that are remembered for each container; a shim remembers as many. */
    private static final int REMEMBERED = 256;
    private static final int UNKNOWN_CODE = 137;
    private static final TerminalSize USUAL = new TerminalSize(80, 24);

    private final ContainerTable table;
    private final ContainerEvents events;
    private final BlockingWork work;
    private final Isolation isolation;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, ContainerExec> execs = new ConcurrentHashMap<>();

    ContainerExecs(ContainerTable table, ContainerEvents events, BlockingWork work, Isolation isolation) {
        this.table = table;
        this.events = events;
        this.work = work;
        this.isolation = isolation;
    }

    @Override
    public String create(String reference, ExecSpec spec) {
        Container container = table.find(reference);
        String tried = "Cannot execute in container " + container.name();
        ready(container, tried);
        if (spec.process().command() == null || spec.process().command().isEmpty()) {
            throw new EngineException(ErrorKind.INVALID_PARAMETER, tried, "No exec command specified", "name one");
        }
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        forgetOld(container);
        execs.put(id, new ContainerExec(id, container, spec));
        events.publish(ContainerAction.EXEC_CREATED, container.record(), Map.of("execID", id));
        return id;
    }

    @Override
    public ProcessStream start(String id, TerminalSize size) {
        ContainerExec exec = find(id);
        Container container = exec.container();
        String tried = "Cannot execute in container " + container.name();
        ContainerRun run = ready(container, tried);
        if (!exec.begin()) {
            throw new EngineException(ErrorKind.CONFLICT, tried, "Exec " + id + " was started before", "create another one");
        }
        try {
            ExecPlan plan = work.call(() -> plan(exec, size));
            ShimClient.StartedExec started = run.shim().exec(plan);
            exec.running(started.process().process().pid());
            events.publish(ContainerAction.EXEC_STARTED, container.record(), Map.of("execID", id));
            ExecSession session = new ExecSession(started.connection(), exec.spec().attach(), exit -> ended(exec, exit));
            session.begin();
            return session;
        } catch (IOException e) {
            exec.end(StartFailures.exitCode(e));
            throw StartFailures.explain(tried, e);
        }
    }

    @Override
    public ExecInfo inspect(String id) {
        ContainerExec exec = find(id);
        ContainerRun run = exec.container().run();
        if (exec.state() == ContainerExec.State.RUNNING && run != null) {
            askShim(exec, run);
        }
        return exec.info();
    }

    @Override
    public void resize(String id, TerminalSize size) {
        ContainerExec exec = find(id);
        String tried = "Cannot resize the terminal of exec " + id;
        ContainerRun run = ContainerStop.running(exec.container(), tried);
        try {
            run.shim().resize(id, size);
        } catch (IOException e) {
            throw new EngineException(ErrorKind.CONFLICT, tried, e.getMessage(), "it must run and have a terminal", e);
        }
    }

    @Override
    public void kill(String id, String signal) {
        ContainerExec exec = find(id);
        String tried = "Cannot signal exec " + id;
        ContainerRun run = ContainerStop.running(exec.container(), tried);
        try {
            run.shim().signal(id, SpecCheck.signal(signal));
        } catch (IOException e) {
            throw new EngineException(ErrorKind.CONFLICT, tried, e.getMessage(), "it must run", e);
        }
    }

    /** Ids of a container's execs that run. */
    List<String> running(Container container) {
        List<String> running = new ArrayList<>();
        execs.values().forEach(exec -> {
            if (exec.container() == container && exec.state() == ContainerExec.State.RUNNING) {
                running.add(exec.id());
            }
        });
        return running;
    }

    /** Forgets the execs of a container that is gone. */
    void forget(Container container) {
        execs.values().removeIf(exec -> exec.container() == container);
    }

    private void ended(ContainerExec exec, ExitReport report) {
        int code = report == null ? UNKNOWN_CODE : report.code();
        if (exec.end(code)) {
            events.publish(ContainerAction.EXEC_DIED, exec.container().record(),
                    Map.of("execID", exec.id(), "exitCode", Integer.toString(code)));
        }
    }

    /** Its client may not have read all output, behind which the news of its end waits. */
    private void askShim(ContainerExec exec, ContainerRun run) {
        try {
            ExecState state = run.shim().execState(exec.id());
            if (!state.running()) {
                ended(exec, new ExitReport(state.code(), 0, state.finishedAt()));
            }
        } catch (IOException e) {
            LOG.debug("The shim of container {} did not tell about exec {}", exec.container().name(), exec.id(), e);
        }
    }

    private static ContainerRun ready(Container container, String tried) {
        if (container.state() == ContainerState.PAUSED) {
            throw new EngineException(ErrorKind.CONFLICT, tried, "container " + container.name()
                    + " is paused, unpause the container before exec", "");
        }
        return ContainerStop.running(container, tried);
    }

    private ContainerExec find(String id) {
        ContainerExec exec = execs.get(id);
        if (exec == null) {
            throw new EngineException(ErrorKind.NOT_FOUND, "Cannot find the exec", "No such exec instance: " + id, "");
        }
        return exec;
    }

    private ExecPlan plan(ContainerExec exec, TerminalSize size) {
        ProcessSpec asked = exec.spec().process();
        Container container = exec.container();
        ProcessSpec first = container.record().spec().process();
        SecuritySpec security = container.record().spec().host().security();
        SecuritySpec own = exec.spec().privileged() ? privileged(security) : security;
        CapabilitySet sets = isolation.capabilities().decide(own);
        List<String> environment = SpecCompletion.environment(first.env(), asked.env());
        if (asked.tty()) {
            environment = SpecCompletion.environment(List.of("TERM=xterm"), environment);
        }
        return new ExecPlan(exec.id(), isolation.cgroups().joins(container.id()), new ProcessPlan(isolation.host().defaultLimits(), null,
                sets, own.noNewPrivileges(), isolation.filter(own, sets), asked.user().isEmpty() ? first.user() : asked.user(),
                security.groupAdd(), asked.workingDir().isEmpty() ? first.workingDir() : asked.workingDir(), asked.command(),
                environment, asked.tty() ? size == null ? USUAL : size : null,
                exec.spec().attach().stdin() ? StandardInput.OPEN : StandardInput.NONE, null));
    }

    private static SecuritySpec privileged(SecuritySpec security) {
        return new SecuritySpec(true, security.capAdd(), security.capDrop(), security.readOnlyRoot(), security.noNewPrivileges(),
                security.seccompUnconfined(), security.groupAdd());
    }

    private void forgetOld(Container container) {
        List<ContainerExec> ended = execs.values().stream()
                .filter(exec -> exec.container() == container && exec.state() == ContainerExec.State.ENDED).toList();
        for (int i = 0; i < ended.size() - REMEMBERED; i++) {
            execs.remove(ended.get(i).id());
        }
    }
}
