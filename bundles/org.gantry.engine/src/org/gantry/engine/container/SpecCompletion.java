// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.HostSpec;
import org.gantry.engine.api.container.MountSpec;
import org.gantry.engine.api.container.ProcessSpec;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.image.ImageConfig;

/** Completes what a client asked for by what the image says, in Docker's order of precedence. */
final class SpecCompletion {
    private static final String DEFAULT_PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private SpecCompletion() {
    }

    /** @throws EngineException INVALID_PARAMETER when there is no command at all */
    static ContainerSpec complete(ContainerSpec asked, ImageConfig image, String shortId) {
        ProcessSpec process = asked.process();
        List<String> entrypoint = process.entrypoint();
        List<String> command = process.command() == null ? List.of() : process.command();
        if (entrypoint == null) {
            // an entrypoint of one's own also replaces the image's command
            if (command.isEmpty()) {
                command = image.command();
            }
            entrypoint = image.entrypoint();
        }
        if (entrypoint.isEmpty() && command.isEmpty()) {
            throw new EngineException(ErrorKind.INVALID_PARAMETER, "Cannot create the container", "no command specified",
                    "the image has none, so name one");
        }
        ProcessSpec completed = new ProcessSpec(entrypoint, command, environment(image.env(), process.env()),
                process.workingDir().isEmpty() ? image.workingDir() : process.workingDir(),
                process.user().isEmpty() ? image.user() : process.user(), process.tty());
        Map<String, String> labels = new HashMap<>(image.labels());
        labels.putAll(asked.labels());
        return new ContainerSpec(asked.image(), asked.name(), completed, asked.openStdin(), asked.stdinOnce(),
                asked.hostname().isEmpty() ? shortId : asked.hostname(), asked.domainname(), labels,
                asked.stopSignal().isEmpty() ? image.stopSignal() : asked.stopSignal(), asked.stopTimeoutSeconds(),
                withVolumes(asked.host(), image));
    }

    /** The command line as it is executed. */
    static List<String> arguments(ProcessSpec process) {
        List<String> arguments = new ArrayList<>(process.entrypoint() == null ? List.of() : process.entrypoint());
        arguments.addAll(process.command() == null ? List.of() : process.command());
        return arguments;
    }

    /**
     * Lays variables over others.
     *
     * @param base {@code NAME=value}
     * @param changes the same, or {@code NAME} to take one away
     */
    static List<String> environment(List<String> base, List<String> changes) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PATH", DEFAULT_PATH);
        for (String variable : base) {
            variables.put(nameOf(variable), variable);
        }
        for (String variable : changes) {
            if (variable.indexOf('=') < 0) {
                variables.remove(variable);
            } else {
                variables.put(nameOf(variable), variable);
            }
        }
        return List.copyOf(variables.values());
    }

    private static String nameOf(String variable) {
        int equals = variable.indexOf('=');
        return equals < 0 ? variable : variable.substring(0, equals);
    }

    /** Every volume of the image that nothing is mounted over becomes an anonymous one. */
    private static HostSpec withVolumes(HostSpec host, ImageConfig image) {
        List<MountSpec> mounts = new ArrayList<>(host.mounts());
        for (String path : image.volumes().stream().sorted().toList()) {
            if (mounts.stream().noneMatch(mount -> mount.target().equals(path))) {
                mounts.add(new MountSpec(MountSpec.Type.VOLUME, "", path, false, ""));
            }
        }
        return withMounts(host, mounts);
    }

    private static HostSpec withMounts(HostSpec host, List<MountSpec> mounts) {
        return with(host, host.networkMode(), mounts);
    }

    static HostSpec with(HostSpec host, String networkMode, List<MountSpec> mounts) {
        return new HostSpec(networkMode, host.hostnames(), host.dns(), host.limits(), host.security(), mounts, host.log(),
                host.restart(), host.autoRemove(), host.init(), host.shmSize());
    }

    static ContainerSpec withHost(ContainerSpec spec, HostSpec host) {
        return new ContainerSpec(spec.image(), spec.name(), spec.process(), spec.openStdin(), spec.stdinOnce(), spec.hostname(),
                spec.domainname(), spec.labels(), spec.stopSignal(), spec.stopTimeoutSeconds(), host);
    }
}
