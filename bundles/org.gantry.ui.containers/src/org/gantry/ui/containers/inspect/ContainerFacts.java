// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.inspect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.ContainerDetails;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.event.ContainerEvent;
import org.gantry.engine.api.event.EngineEvent;
import org.gantry.engine.api.network.NetworkEndpoint;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.facts.FactAction;
import org.gantry.ui.look.facts.Facts;
import org.gantry.ui.look.facts.Facts.Row;
import org.gantry.ui.look.facts.Facts.Section;
import org.gantry.ui.look.facts.FactsProvider;
import org.gantry.ui.look.facts.RecordJson;
import org.gantry.ui.look.facts.Span;
import org.gantry.ui.look.format.Formats;
import org.gantry.ui.look.format.StateText;
import org.gantry.ui.look.selection.ContainerSelection;
import org.gantry.ui.look.selection.ImageSelection;
import org.gantry.ui.look.selection.ObjectSelection;
import org.osgi.service.component.annotations.Component;

/** What the inspector shows of a container. */
@Component
public final class ContainerFacts implements FactsProvider {
    @Override
    public boolean knows(ObjectSelection selection) {
        return selection instanceof ContainerSelection;
    }

    @Override
    public Facts facts(Engine engine, ObjectSelection selection) {
        ContainerDetails details = inspect(engine, selection);
        ContainerSummary summary = details.summary();
        SpecFacts spec = new SpecFacts(details.spec());
        return new Facts(summary.name(), subtitle(summary, engine.id()),
                List.of(state(details, Instant.now()), new Section("Limits", spec.limits()),
                new Section("Process", spec.process(summary)),
                        new Section("Networks", networks(details)), new Section("Mounts", spec.mounts()),
                        new Section("Security", spec.security()), new Section("Environment", spec.environment()),
                        new Section("Labels", labels(summary)), new Section("On the host", host(details))));
    }

    @Override
    public String json(Engine engine, ObjectSelection selection) {
        return RecordJson.of(inspect(engine, selection));
    }

    @Override
    public boolean concerns(ObjectSelection selection, EngineEvent event) {
        return event instanceof ContainerEvent container && selection instanceof ContainerSelection chosen
                && container.containerId().equals(chosen.containerId())
                && container.header().engineId().equals(chosen.engineId());
    }

    private static ContainerDetails inspect(Engine engine, ObjectSelection selection) {
        return engine.containers().inspect(((ContainerSelection) selection).containerId());
    }

    private static List<Span> subtitle(ContainerSummary summary, String engineId) {
        return List.of(
                Span.muted(summary.image())
                        .doing(new FactAction.Select("Show the image",
                        new ImageSelection(engineId, summary.imageId(), summary.image()))),
                Span.muted(" · "),
                Span.mono(Formats.shortId(summary.id())).toned(Tone.MUTED).explained(summary.id())
                        .doing(new FactAction.CopyText("Copy the full id", summary.id())));
    }

    private static Section state(ContainerDetails details, Instant now) {
        ContainerSummary summary = details.summary();
        StateText state = StateText.of(summary, now);
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of("state", Span.of(summary.state().dockerName()).toned(state.isFailure() ? Tone.FAILED : Tone.TEXT)
                .explained(state.exact())));
        if (summary.state().isAlive()) {
            rows.add(since(details, now));
            rows.add(Row.of("process", Span.mono(Long.toString(details.pid())).explained("process id on the host"),
                    Span.muted(" on the host")));
        } else {
            rows.add(ended(summary, state, now));
            if (details.restartCount() > 0) {
                rows.add(Row.of("restarts", Integer.toString(details.restartCount())));
            }
        }
        if (!summary.error().isEmpty()) {
            rows.add(Row.of("error", Span.of(summary.error()).toned(Tone.FAILED)));
        }
        rows.add(Row.of("created", Span.of(Formats.moment(summary.created(), now)).explained(Formats.exact(summary.created()))));
        return new Section("State", rows);
    }

    private static Row ended(ContainerSummary summary, StateText state, Instant now) {
        if (summary.finishedAt() == null) {
            return Row.of("started", Span.muted("never"));
        }
        return Row.of("ended", Span.of(StateText.ending(summary)).toned(state.isFailure() ? Tone.FAILED : Tone.TEXT),
                Span.muted(" · " + Formats.moment(summary.finishedAt(), now)).explained(Formats.exact(summary.finishedAt())));
    }

    private static Row since(ContainerDetails details, Instant now) {
        Instant started = details.summary().startedAt();
        if (started == null) {
            return Row.of("restarts", Integer.toString(details.restartCount()));
        }
        return Row.of("since", Span.of(Formats.moment(started, now) + ", "
                + Formats.count(details.restartCount(), "restart")).explained(Formats.exact(started)));
    }

    private static List<Row> networks(ContainerDetails details) {
        List<Row> rows = new ArrayList<>();
        String mode = details.summary().networkMode();
        if (mode.equals("host")) {
            rows.add(Row.of("host", "shares the host's own network"));
        } else if (mode.equals("none")) {
            rows.add(Row.of("none", "no network at all"));
        }
        new TreeMap<>(details.endpoints()).forEach((name, endpoint) -> rows.add(endpoint(name, endpoint)));
        if (rows.isEmpty()) {
            rows.add(Row.of(mode.isEmpty() ? "bridge" : mode, Span.muted("an address while it runs")));
        }
        return rows;
    }

    private static Row endpoint(String name, NetworkEndpoint endpoint) {
        String address = endpoint.ipv4().isEmpty() ? endpoint.ipv6() : endpoint.ipv4();
        if (address.isEmpty()) {
            return Row.of(name, Span.muted("no address"));
        }
        String plain = address.contains("/") ? address.substring(0, address.indexOf('/')) : address;
        String exact = address + (endpoint.gateway().isEmpty() ? "" : "\ngateway " + endpoint.gateway())
                + (endpoint.mac().isEmpty() ? "" : "\n" + endpoint.mac());
        return Row.of(name, Span.mono(plain).explained(exact).doing(new FactAction.CopyText("Copy the address", plain)));
    }

    private static List<Row> labels(ContainerSummary summary) {
        return new TreeMap<>(summary.labels()).entrySet().stream()
                .map(label -> Row.of("", Span.mono(label.getKey() + " ").toned(Tone.MUTED),
                        Span.mono(label.getValue())))
                .toList();
    }

    private static List<Row> host(ContainerDetails details) {
        List<Row> rows = new ArrayList<>();
        path(rows, "log", details.logPath());
        path(rows, "written to", details.upperDir());
        path(rows, "hosts", details.hostsPath());
        path(rows, "resolv.conf", details.resolvConfPath());
        return rows;
    }

    private static void path(List<Row> rows, String key, String path) {
        if (!path.isEmpty()) {
            rows.add(Row.of(key, Span.mono(path).explained(path).doing(new FactAction.CopyText("Copy the path", path))));
        }
    }
}
