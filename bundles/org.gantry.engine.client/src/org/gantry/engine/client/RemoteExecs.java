// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpMethod;
import java.util.List;
import org.gantry.engine.api.container.AttachOptions;
import org.gantry.engine.api.container.ExecInfo;
import org.gantry.engine.api.container.ExecSpec;
import org.gantry.engine.api.container.Execs;
import org.gantry.engine.api.container.ProcessSpec;
import org.gantry.engine.api.container.ProcessStream;
import org.gantry.engine.api.container.TerminalSize;
import org.gantry.engine.client.http.ApiClient;

/** Execs of an engine that lives elsewhere. Source: Docker Engine API, {@code /exec}. */
final class RemoteExecs implements Execs {
    private final ApiClient api;

    RemoteExecs(ApiClient api) {
        this.api = api;
    }

    @Override
    public String create(String container, ExecSpec spec) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("AttachStdin", spec.attach().stdin()).put("AttachStdout", spec.attach().stdout())
                .put("AttachStderr", spec.attach().stderr()).put("Tty", spec.process().tty()).put("Privileged", spec.privileged())
                .put("User", spec.process().user()).put("WorkingDir", spec.process().workingDir());
        ContainerWriter.texts(body.putArray("Cmd"), spec.process().command());
        ContainerWriter.texts(body.putArray("Env"), spec.process().env());
        return Fields.text(api.call("Cannot run a command in container " + container, HttpMethod.POST,
                Paths.container(container, "/exec"), body), "Id");
    }

    @Override
    public ProcessStream start(String exec, TerminalSize size) {
        boolean tty = inspect(exec).spec().process().tty();
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("Detach", false).put("Tty", tty);
        if (tty && size != null) {
            body.putArray("ConsoleSize").add(size.rows()).add(size.columns());
        }
        return new RemoteStream(api.hijack("Cannot start exec " + exec, "/exec/" + Paths.escape(exec) + "/start", body), !tty);
    }

    @Override
    public ExecInfo inspect(String exec) {
        JsonNode json = api.get("Cannot inspect exec " + exec, "/exec/" + Paths.escape(exec) + "/json");
        JsonNode config = json.path("ProcessConfig");
        java.util.ArrayList<String> command = new java.util.ArrayList<>(List.of(Fields.text(config, "entrypoint")));
        command.addAll(Fields.texts(config.path("arguments")));
        ProcessSpec process = new ProcessSpec(null, command, List.of(), "", Fields.text(config, "user"), config.path("tty").asBoolean());
        AttachOptions attach = new AttachOptions(json.path("OpenStdin").asBoolean(), json.path("OpenStdout").asBoolean(),
                json.path("OpenStderr").asBoolean());
        Integer code = json.path("ExitCode").isNumber() ? json.path("ExitCode").asInt() : null;
        return new ExecInfo(Fields.text(json, "ID"), Fields.text(json, "ContainerID"),
                new ExecSpec(process, attach, config.path("privileged").asBoolean()), json.path("Running").asBoolean(), code,
                json.path("Pid").asLong());
    }

    @Override
    public void kill(String exec, String signal) {
        api.call("Cannot signal exec " + exec, HttpMethod.POST,
                "/gantry/exec/" + Paths.escape(exec) + "/kill?signal=" + Paths.escape(signal), null);
    }

    @Override
    public void resize(String exec, TerminalSize size) {
        api.call("Cannot resize exec " + exec, HttpMethod.POST,
                "/exec/" + Paths.escape(exec) + "/resize?h=" + size.rows() + "&w=" + size.columns(), null);
    }
}
