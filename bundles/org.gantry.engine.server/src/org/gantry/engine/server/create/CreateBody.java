// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.create;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** {@code ContainerConfig} as it is sent to {@code POST /containers/create}; absent parts are null. */
record CreateBody(String hostname, String domainname, String user, boolean tty, boolean openStdin, boolean stdinOnce,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> env,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> cmd,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> entrypoint, String image,
        Map<String, JsonNode> volumes, String workingDir, Map<String, String> labels, String stopSignal, Integer stopTimeout,
        boolean networkDisabled, Healthcheck healthcheck, JsonNode hostConfig, JsonNode networkingConfig) {

    record Healthcheck(List<String> test) {
        /** True when it asks for a check, rather than for none or for the image's. */
        boolean isWanted() {
            return test != null && !test.isEmpty() && !test.get(0).equals("NONE");
        }
    }
}
