// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.container;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** {@code ContainerInspectResponse} of the API. */
record ContainerJson(String id, String created, String path, List<String> args, State state, String image, String resolvConfPath,
        String hostnamePath, String hostsPath, String logPath, String name, int restartCount, String driver, String platform,
        String mountLabel, String processLabel, String appArmorProfile, @JsonProperty("ExecIDs") List<String> execIds,
        HostConfigJson hostConfig, GraphDriver graphDriver, List<Mount> mounts, Config config, NetworkSettings networkSettings) {

    record State(String status, boolean running, boolean paused, boolean restarting, @JsonProperty("OOMKilled") boolean oomKilled,
            boolean dead, long pid, int exitCode, String error, String startedAt, String finishedAt) {
    }

    record GraphDriver(@JsonInclude(JsonInclude.Include.ALWAYS) Map<String, String> data, String name) {
    }

    record Mount(String type, @JsonInclude(JsonInclude.Include.NON_NULL) String name, String source, String destination,
            @JsonInclude(JsonInclude.Include.NON_NULL) String driver, String mode, @JsonProperty("RW") boolean writable,
            String propagation) {
    }

    record Config(String hostname, String domainname, String user, boolean attachStdin, boolean attachStdout, boolean attachStderr,
            boolean tty, boolean openStdin, boolean stdinOnce, List<String> env, List<String> cmd, String image,
            Map<String, Object> volumes, String workingDir, List<String> entrypoint, List<String> onBuild,
            Map<String, String> labels, @JsonInclude(JsonInclude.Include.NON_EMPTY) String stopSignal,
            @JsonInclude(JsonInclude.Include.NON_NULL) Integer stopTimeout) {
    }

    /** Beside the networks, it has the fields of the default bridge twice: from before there were networks. */
    record NetworkSettings(String bridge, @JsonProperty("SandboxID") String sandboxId, String sandboxKey, Map<String, Object> ports,
            boolean hairpinMode, @JsonProperty("LinkLocalIPv6Address") String linkLocalIpv6Address,
            @JsonProperty("LinkLocalIPv6PrefixLen") int linkLocalIpv6PrefixLength,
            @JsonProperty("SecondaryIPAddresses") List<Object> secondaryIpAddresses,
            @JsonProperty("SecondaryIPv6Addresses") List<Object> secondaryIpv6Addresses,
            @JsonProperty("EndpointID") String endpointId, String gateway,
            @JsonProperty("GlobalIPv6Address") String ipv6Address, @JsonProperty("GlobalIPv6PrefixLen") int ipv6PrefixLength,
            @JsonProperty("IPAddress") String ipAddress, @JsonProperty("IPPrefixLen") int prefixLength,
            @JsonProperty("IPv6Gateway") String ipv6Gateway, String macAddress, Map<String, EndpointJson> networks) {
    }
}
