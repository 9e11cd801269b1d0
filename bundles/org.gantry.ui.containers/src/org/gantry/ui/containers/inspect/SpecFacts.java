// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.inspect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.container.HostSpec;
import org.gantry.engine.api.container.MountSpec;
import org.gantry.engine.api.container.ResourceLimits;
import org.gantry.engine.api.container.RestartPolicy;
import org.gantry.engine.api.container.SecuritySpec;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.facts.Facts.Row;
import org.gantry.ui.look.facts.Span;
import org.gantry.ui.look.format.Formats;

/** Facts that stand in what a container was created with. */
final class SpecFacts {
    private static final int NANO_DIGITS = 9;

    private final ContainerSpec spec;
    private final HostSpec host;

    SpecFacts(ContainerSpec spec) {
        this.spec = spec;
        this.host = spec.host();
    }

    List<Row> limits() {
        ResourceLimits limits = host.limits();
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of("memory", limits.memory() > 0 ? Span.of(Formats.size(limits.memory()))
                .explained(Formats.exactSize(limits.memory()))
                : Span.muted("no limit")));
        rows.add(Row.of("CPUs", limits.nanoCpus() > 0 ? Span.of(cpus(limits)) : Span.muted("no limit")));
        if (limits.pids() > 0) {
            rows.add(Row.of("processes", Long.toString(limits.pids())));
        }
        if (!limits.cpusetCpus().isEmpty()) {
            rows.add(Row.of("on CPUs", Span.mono(limits.cpusetCpus())));
        }
        return rows;
    }

    List<Row> process(ContainerSummary summary) {
        List<Row> rows = new ArrayList<>();
        String command = String.join(" ", summary.command());
        rows.add(Row.of("command", Span.mono(command).explained(command)));
        if (!spec.process().workingDir().isEmpty()) {
            rows.add(Row.of("folder", Span.mono(spec.process().workingDir())));
        }
        rows.add(Row.of("user", spec.process().user().isEmpty() ? "root" : spec.process().user()));
        rows.add(Row.of("terminal", spec.process().tty() ? "yes" : "no"));
        if (host.restart().mode() != RestartPolicy.Mode.NO) {
            rows.add(Row.of("restart", host.restart().mode().dockerName()));
        }
        if (host.autoRemove()) {
            rows.add(Row.of("at its end", "it is removed"));
        }
        return rows;
    }

    List<Row> mounts() {
        List<Row> rows = new ArrayList<>();
        for (MountSpec mount : host.mounts()) {
            String kind = mount.type().name().toLowerCase(Locale.ROOT) + (mount.readOnly() ? ", ro" : "");
            String source = switch (mount.type()) {
                case TMPFS -> mount.options().isEmpty() ? "memory" : mount.options();
                case VOLUME -> mount.source().isEmpty() ? "anonymous" : mount.source();
                case BIND -> mount.source();
            };
            String text = source + " → " + mount.target();
            rows.add(Row.of(kind, Span.of(text).explained(text)));
        }
        return rows;
    }

    List<Row> security() {
        SecuritySpec security = host.security();
        List<Row> rows = new ArrayList<>();
        if (security.privileged()) {
            rows.add(Row.of("privileged", Span.of("all rights of the host's root").toned(Tone.FAILED)));
        }
        rows.add(Row.of("files", security.readOnlyRoot() ? "read-only" : "writable"));
        if (!security.capAdd().isEmpty()) {
            rows.add(Row.of("added", Span.mono(String.join(" ", security.capAdd())).toned(Tone.ATTENTION)));
        }
        if (!security.capDrop().isEmpty()) {
            rows.add(Row.of("dropped", Span.mono(String.join(" ", security.capDrop()))));
        }
        rows.add(Row.of("system calls", security.seccompUnconfined() || security.privileged()
                ? Span.of("not filtered").toned(Tone.ATTENTION) : Span.of("default filter")));
        if (security.noNewPrivileges()) {
            rows.add(Row.of("setuid", "gains nothing"));
        }
        return rows;
    }

    List<Row> environment() {
        List<Row> rows = new ArrayList<>();
        for (String variable : spec.process().env()) {
            int equals = variable.indexOf('=');
            String name = equals < 0 ? variable : variable.substring(0, equals);
            String value = equals < 0 ? "" : variable.substring(equals + 1);
            rows.add(Row.of("", Span.mono(name + " ").toned(Tone.MUTED), Span.mono(value).explained(variable)));
        }
        return rows;
    }

    private static String cpus(ResourceLimits limits) {
        return BigDecimal.valueOf(limits.nanoCpus(), NANO_DIGITS).stripTrailingZeros().toPlainString();
    }
}
