// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.list;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.ui.look.format.Formats;
import org.gantry.ui.look.format.StateText;
import org.gantry.ui.look.table.Cell;
import org.gantry.ui.look.table.Column;
import org.gantry.ui.look.table.Run;

/** The columns of the containers table. */
final class ContainerColumns {
    private ContainerColumns() {
    }

    /** @param state a container's state with what is being done to it now */
    static List<Column<ContainerSummary>> all(Function<ContainerSummary, StateText> state) {
        return List.of(
                new Column<>("", 40, 0, container -> mark(state.apply(container)), Comparator.comparing(ContainerSummary::state)),
                new Column<>("Name", 130, 4, ContainerColumns::name, by(ContainerSummary::name)),
                new Column<>("Image", 110, 3, ContainerColumns::image, by(ContainerSummary::image)),
                new Column<>("State", 210, 3, container -> state(state.apply(container)),
                        Comparator.comparing(ContainerSummary::state).thenComparing(ContainerColumns::since)),
                new Column<>("Command", 100, 4, ContainerColumns::command, by(ContainerColumns::commandLine)),
                new Column<>("Networks", 140, 2, ContainerColumns::networksCell, by(ContainerColumns::networks)));
    }

    /** Names of networks a container is in, or its mode while it is in none. */
    static String networks(ContainerSummary container) {
        if (container.addresses().isEmpty()) {
            String mode = container.networkMode();
            return mode.isEmpty() || mode.equals("default") ? "bridge" : mode;
        }
        return String.join(", ", new TreeMap<>(container.addresses()).keySet());
    }

    private static Cell mark(StateText state) {
        return Cell.icon(state.icon(), state.tone(), state.text());
    }

    private static Cell name(ContainerSummary container) {
        return Cell.of(new Run(container.name(), Tone.TEXT, Type.BODY_STRONG))
                .explained(container.name() + "\n" + Formats.shortId(container.id()));
    }

    private static Cell image(ContainerSummary container) {
        return Cell.of(container.image(), Tone.MUTED).explained(container.image() + "\n" + container.imageId());
    }

    private static Cell state(StateText state) {
        return Cell.of(state.text(), state.textTone()).explained(state.exact());
    }

    private static Cell command(ContainerSummary container) {
        String line = commandLine(container);
        return Cell.of(new Run(line, Tone.MUTED, Type.MONO)).explained(line);
    }

    /** Control characters of a command stay visible and do no harm. */
    private static String commandLine(ContainerSummary container) {
        return String.join(" ", container.command()).replaceAll("\\p{Cntrl}+", " ");
    }

    private static Cell networksCell(ContainerSummary container) {
        String addresses = new TreeMap<>(container.addresses()).entrySet().stream()
                .map(entry -> entry.getKey() + "  " + entry.getValue()).collect(Collectors.joining("\n"));
        if (container.addresses().size() == 1) {
            String address = container.addresses().values().iterator().next();
            return Cell.of(Run.muted(networks(container)), new Run(address, Tone.MUTED, Type.MONO)).explained(addresses);
        }
        return Cell.of(networks(container), Tone.MUTED).explained(addresses);
    }

    private static Instant since(ContainerSummary container) {
        if (container.startedAt() != null && container.state().isAlive()) {
            return container.startedAt();
        }
        return container.finishedAt() == null ? container.created() : container.finishedAt();
    }

    private static Comparator<ContainerSummary> by(Function<ContainerSummary, String> text) {
        return Comparator.comparing(container -> text.apply(container).toLowerCase(Locale.ROOT));
    }
}
