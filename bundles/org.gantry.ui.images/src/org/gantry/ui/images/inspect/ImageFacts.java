// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.inspect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.event.ContainerEvent;
import org.gantry.engine.api.event.EngineEvent;
import org.gantry.engine.api.event.ImageEvent;
import org.gantry.engine.api.image.ImageConfig;
import org.gantry.engine.api.image.ImageDetails;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.ui.images.action.RemovalPlan;
import org.gantry.ui.images.tree.ImageNames;
import org.gantry.ui.images.tree.SharingTree;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.facts.FactAction;
import org.gantry.ui.look.facts.Facts;
import org.gantry.ui.look.facts.Facts.Row;
import org.gantry.ui.look.facts.Facts.Section;
import org.gantry.ui.look.facts.FactsProvider;
import org.gantry.ui.look.facts.RecordJson;
import org.gantry.ui.look.facts.Span;
import org.gantry.ui.look.format.Formats;
import org.gantry.ui.look.selection.ContainerSelection;
import org.gantry.ui.look.selection.ImageSelection;
import org.gantry.ui.look.selection.ObjectSelection;
import org.osgi.service.component.annotations.Component;

/** What the inspector shows of an image. */
@Component
public final class ImageFacts implements FactsProvider {
    private static final int HEAD = 4;
    private static final int TAIL = 4;

    @Override
    public boolean knows(ObjectSelection selection) {
        return selection instanceof ImageSelection;
    }

    @Override
    public Facts facts(Engine engine, ObjectSelection selection) {
        ImageDetails details = inspect(engine, selection);
        ImageSummary image = details.summary();
        List<ImageSummary> images = engine.images().list();
        List<ContainerSummary> containers = engine.containers().list();
        return new Facts(ImageNames.name(image),
                List.of(Span.mono(abbreviate(image.id())).toned(Tone.MUTED).explained(image.id())
                        .doing(new FactAction.CopyText("Copy the full id", image.id()))),
                List.of(size(details, images, containers), names(image), new Section("Runs", runs(details.config())),
                        made(details), users(image, containers, engine.id()), environment(details.config()), labels(image)));
    }

    @Override
    public String json(Engine engine, ObjectSelection selection) {
        return RecordJson.of(inspect(engine, selection));
    }

    @Override
    public boolean concerns(ObjectSelection selection, EngineEvent event) {
        return selection instanceof ImageSelection chosen && event.header().engineId().equals(chosen.engineId())
                && (event instanceof ImageEvent || event instanceof ContainerEvent container && changesUsers(container));
    }

    private static boolean changesUsers(ContainerEvent event) {
        return switch (event.action()) {
            case CREATED, REMOVED, RENAMED, STARTED, DIED -> true;
            default -> false;
        };
    }

    private static ImageDetails inspect(Engine engine, ObjectSelection selection) {
        return engine.images().inspect(((ImageSelection) selection).imageId());
    }

    private static Section size(ImageDetails details, List<ImageSummary> images, List<ContainerSummary> containers) {
        ImageSummary image = details.summary();
        RemovalPlan removal = RemovalPlan.of(details, images, containers);
        List<Row> rows = new ArrayList<>();
        rows.add(bytes("all layers", image.size()));
        SharingTree.parent(image, images).ifPresent(parent -> rows.add(bytes("its own", image.size() - parent.size())));
        int users = removal.alive().size() + removal.stopped().size();
        Span freed = Span.of(Formats.size(removal.freedBytes())).explained(Formats.exactSize(removal.freedBytes()));
        rows.add(users == 0 ? Row.of("deleting frees", freed)
                : Row.of("deleting frees", freed, Span.muted(" (" + Formats.count(users, "container") + " use"
                + (users == 1 ? "s" : "")
                        + " it)")));
        rows.add(Row.of("layers", Integer.toString(image.layers().size())));
        return new Section("Size", rows);
    }

    private static Section names(ImageSummary image) {
        List<Row> rows = new ArrayList<>();
        if (image.tags().size() > 1) {
            image.tags().forEach(tag -> rows.add(Row.of("", Span.of(tag).doing(new FactAction.CopyText("Copy the name", tag)))));
        }
        return new Section("Names", rows);
    }

    private static List<Row> runs(ImageConfig config) {
        List<Row> rows = new ArrayList<>();
        rows.add(words("entrypoint", config.entrypoint()));
        rows.add(words("command", config.command()));
        if (!config.exposedPorts().isEmpty()) {
            rows.add(Row.of("ports", joined(config.exposedPorts())));
        }
        rows.add(Row.of("user", config.user().isEmpty() ? "root" : config.user()));
        if (!config.workingDir().isEmpty()) {
            rows.add(Row.of("folder", Span.mono(config.workingDir())));
        }
        if (!config.volumes().isEmpty()) {
            rows.add(Row.of("volumes", Span.mono(joined(config.volumes()))));
        }
        if (!config.stopSignal().isEmpty()) {
            rows.add(Row.of("stop signal", config.stopSignal()));
        }
        return rows;
    }

    private static Section made(ImageDetails details) {
        ImageSummary image = details.summary();
        List<Row> rows = new ArrayList<>();
        if (image.created() != null) {
            rows.add(Row.of("created", Span.of(Formats.ago(image.created(), Instant.now()))
                    .explained(Formats.exact(image.created()))));
        }
        rows.add(Row.of("for", image.platform().toString()));
        if (!details.author().isEmpty()) {
            rows.add(Row.of("author", details.author()));
        }
        image.digests().forEach(digest -> rows.add(Row.of("digest", Span.mono(digest).explained(digest)
                .doing(new FactAction.CopyText("Copy the digest", digest)))));
        return new Section("Made", rows);
    }

    private static Section users(ImageSummary image, List<ContainerSummary> containers, String engineId) {
        return new Section("Containers", containers.stream().filter(each -> each.imageId().equals(image.id()))
                .map(each -> Row.of(each.state().dockerName(), Span.link(each.name(),
                        new FactAction.Select("Show the container", new ContainerSelection(engineId, each.id(), each.name())))))
                .toList());
    }

    private static Section environment(ImageConfig config) {
        List<Row> rows = new ArrayList<>();
        for (String variable : config.env()) {
            int equals = variable.indexOf('=');
            String name = equals < 0 ? variable : variable.substring(0, equals);
            String value = equals < 0 ? "" : variable.substring(equals + 1);
            rows.add(Row.of("", Span.mono(name + " ").toned(Tone.MUTED), Span.mono(value).explained(variable)));
        }
        return new Section("Environment", rows);
    }

    private static Section labels(ImageSummary image) {
        return new Section("Labels", new TreeMap<>(image.labels()).entrySet().stream()
                .map(label -> Row.of("", Span.mono(label.getKey() + " ").toned(Tone.MUTED),
                        Span.mono(label.getValue())))
                .toList());
    }

    private static Row bytes(String key, long bytes) {
        return Row.of(key, Span.of(Formats.size(bytes)).explained(Formats.exactSize(bytes)));
    }

    private static Row words(String key, List<String> words) {
        return words.isEmpty() ? Row.of(key, Span.muted("–")) : Row.of(key, Span.mono(String.join(" ", words)));
    }

    private static String joined(Collection<String> values) {
        return String.join(", ", new TreeSet<>(values));
    }

    /** {@code sha256:9be1…c07a}. */
    private static String abbreviate(String id) {
        int colon = id.indexOf(':') + 1;
        return id.length() < colon + HEAD + TAIL + 1 ? id : id.substring(0, colon + HEAD) + "…"
                + id.substring(id.length() - TAIL);
    }
}
