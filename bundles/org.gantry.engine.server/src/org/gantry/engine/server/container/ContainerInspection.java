// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.container;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.ContainerDetails;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.container.MountSpec;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.network.NetworkEndpoint;
import org.gantry.engine.server.route.Times;

/** Puts together what the API tells about one container. */
final class ContainerInspection {
    private static final EndpointJson NO_ENDPOINT = EndpointJson.ofAddress("");

    private final Engine engine;

    ContainerInspection(Engine engine) {
        this.engine = engine;
    }

    ContainerJson inspect(String container) {
        ContainerDetails details = engine.containers().inspect(container);
        ContainerSummary summary = details.summary();
        List<String> words = summary.command();
        return new ContainerJson(summary.id(), Times.text(summary.created()), words.isEmpty() ? "" : words.get(0),
                words.isEmpty() ? List.of() : words.subList(1, words.size()), state(details), summary.imageId(),
                details.resolvConfPath(), details.hostnamePath(), details.hostsPath(), details.logPath(), "/" + summary.name(),
                details.restartCount(), "overlay2", "linux", "", "", "", details.execs().isEmpty() ? null : details.execs(),
                HostConfigJson.of(details.spec().host()), layers(details), mounts(details.spec().host().mounts()), config(details),
                network(details));
    }

    private static ContainerJson.State state(ContainerDetails details) {
        ContainerSummary summary = details.summary();
        ContainerState state = summary.state();
        return new ContainerJson.State(state.dockerName(), state.isAlive() || state == ContainerState.RESTARTING,
                state == ContainerState.PAUSED, state == ContainerState.RESTARTING, summary.outOfMemory(), state == ContainerState.DEAD,
                details.pid(), summary.exitCode(), summary.error(), Times.text(summary.startedAt()), Times.text(summary.finishedAt()));
    }

    private static ContainerJson.GraphDriver layers(ContainerDetails details) {
        Map<String, String> data = new HashMap<>();
        if (!details.layers().isEmpty()) {
            data.put("LowerDir", String.join(":", details.layers()));
        }
        if (!details.upperDir().isEmpty()) {
            data.put("UpperDir", details.upperDir());
        }
        return new ContainerJson.GraphDriver(data, "overlay2");
    }

    private List<ContainerJson.Mount> mounts(List<MountSpec> specs) {
        List<ContainerJson.Mount> mounts = new ArrayList<>();
        for (MountSpec spec : specs) {
            boolean writable = !spec.readOnly();
            mounts.add(switch (spec.type()) {
                case BIND -> new ContainerJson.Mount("bind", null, spec.source(), spec.target(), null, writable ? "" : "ro", writable,
                        "rprivate");
                case VOLUME -> new ContainerJson.Mount("volume", spec.source(), mountpoint(spec.source()), spec.target(), "local",
                        writable ? "z" : "ro", writable, "");
                case TMPFS -> new ContainerJson.Mount("tmpfs", null, "", spec.target(), null, "", writable, "");
            });
        }
        return mounts;
    }

    private String mountpoint(String volume) {
        if (volume.isEmpty()) {
            return "";
        }
        try {
            return engine.volumes().inspect(volume).mountpoint();
        } catch (EngineException e) {
            // A container outlives a volume that was made away with behind the engine's back; its inspection does too.
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return "";
            }
            throw e;
        }
    }

    private static ContainerJson.Config config(ContainerDetails details) {
        ContainerSpec spec = details.spec();
        List<String> entrypoint = spec.process().entrypoint();
        return new ContainerJson.Config(spec.hostname().isEmpty() ? details.summary().id().substring(0, 12) : spec.hostname(),
                spec.domainname(), spec.process().user(), spec.openStdin(), true, true, spec.process().tty(), spec.openStdin(),
                spec.stdinOnce(), spec.process().env(), spec.process().command(), spec.image(), volumes(spec),
                spec.process().workingDir(), entrypoint == null || entrypoint.isEmpty() ? null : entrypoint, null,
                details.summary().labels(), spec.stopSignal(), spec.stopTimeoutSeconds());
    }

    private static Map<String, Object> volumes(ContainerSpec spec) {
        Map<String, Object> volumes = new TreeMap<>();
        spec.host().mounts().stream().filter(mount -> mount.type() == MountSpec.Type.VOLUME && isAnonymous(mount.source()))
                .forEach(mount -> volumes.put(mount.target(), Map.of()));
        return volumes.isEmpty() ? null : volumes;
    }

    private static boolean isAnonymous(String volume) {
        return volume.isEmpty() || volume.matches("[0-9a-f]{64}");
    }

    private ContainerJson.NetworkSettings network(ContainerDetails details) {
        Map<String, EndpointJson> networks = new TreeMap<>();
        networks.put(details.spec().host().networkMode(), NO_ENDPOINT);
        if (!details.endpoints().isEmpty()) {
            Map<String, String> ids = new HashMap<>();
            engine.networks().list().forEach(network -> ids.put(network.name(), network.id()));
            for (Map.Entry<String, NetworkEndpoint> end : details.endpoints().entrySet()) {
                networks.put(end.getKey(), EndpointJson.of(end.getValue(), ids.getOrDefault(end.getKey(), "")));
            }
        }
        EndpointJson bridge = networks.getOrDefault("bridge", NO_ENDPOINT);
        // A named file of the namespace, as Docker has one, does not exist; the kernel's own name of it serves the same readers.
        String sandbox = details.pid() == 0 ? "" : "/proc/" + details.pid() + "/ns/net";
        return new ContainerJson.NetworkSettings("", "", sandbox, Map.of(), false, "", 0, null, null, bridge.endpointId(),
                bridge.gateway(), bridge.ipv6Address(), bridge.ipv6PrefixLength(), bridge.ipAddress(), bridge.prefixLength(),
                bridge.ipv6Gateway(), bridge.macAddress(), networks);
    }
}
