// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.exec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.gantry.engine.api.container.ExecInfo;
import org.gantry.engine.api.container.ExecSpec;
import org.gantry.engine.api.container.ProcessSpec;

/** {@code ExecInspectResponse} of the API. */
record ExecJson(@JsonProperty("ID") String id, boolean running, Integer exitCode, Process processConfig, boolean openStdin,
        boolean openStderr, boolean openStdout, boolean canRemove, @JsonProperty("ContainerID") String containerId,
        String detachKeys, long pid) {

    record Process(@JsonProperty("tty") boolean tty, @JsonProperty("entrypoint") String entrypoint,
            @JsonProperty("arguments") List<String> arguments, @JsonProperty("privileged") boolean privileged,
            @JsonProperty("user") String user) {
    }

    /** What {@code POST /containers/{id}/exec} is asked for; absent parts are null. */
    record Wanted(String user, boolean privileged, boolean tty, boolean attachStdin, boolean attachStdout, boolean attachStderr,
            String detachKeys, List<String> env, String workingDir,
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> cmd) {
    }

    /** What {@code POST /exec/{id}/start} is asked for; the size is height and width. */
    record Start(boolean detach, boolean tty, List<Integer> consoleSize) {
    }

    record Created(String id) {
    }

    static ExecJson of(ExecInfo exec, String detachKeys) {
        ExecSpec spec = exec.spec();
        ProcessSpec process = spec.process();
        List<String> words = process.command();
        return new ExecJson(exec.id(), exec.running(), exec.exitCode(),
                new Process(process.tty(), words.get(0), words.subList(1, words.size()), spec.privileged(), process.user()),
                spec.attach().stdin(), spec.attach().stderr(), spec.attach().stdout(), false, exec.containerId(), detachKeys, exec.pid());
    }
}
