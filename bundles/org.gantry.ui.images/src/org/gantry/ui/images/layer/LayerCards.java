// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.layer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.image.HistoryEntry;
import org.gantry.engine.api.image.ImageDetails;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.ui.images.CommandIds;
import org.gantry.ui.images.tree.ImageNames;
import org.gantry.ui.images.tree.SharingTree;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.ui.look.call.Commands;
import org.gantry.ui.look.call.EngineCalls;
import org.gantry.ui.look.control.Bar;
import org.gantry.ui.look.format.Formats;
import org.gantry.ui.look.live.LiveImages;
import org.gantry.ui.look.selection.ImageSelection;
import org.gantry.ui.look.selection.WindowSelection;
import org.gantry.ui.look.table.Card;
import org.gantry.ui.look.table.CardList;
import org.gantry.ui.look.table.Run;

/** The layers of the chosen image as cards, topmost first, and what can be done to it. */
public final class LayerCards {
    private final LiveImages live;
    private final WindowSelection selection;
    private final EngineCalls calls;
    private final Commands commands;
    private final Label title;
    private final Label size;
    private final List<Button> buttons;
    private final CardList<LayerStack.Piece> cards;
    private String shown = "";

    /** @param parent has a FillLayout */
    public LayerCards(Composite parent, Look look, LiveImages live, WindowSelection selection, EngineCalls calls,
            Commands commands) {
        this.live = live;
        this.selection = selection;
        this.calls = calls;
        this.commands = commands;
        Composite root = look.paint(new Composite(parent, SWT.NONE), Tone.BACKGROUND, Tone.TEXT);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(root);
        Bar bar = new Bar(root, look);
        title = bar.text("");
        size = bar.text("");
        bar.space();
        buttons = List.of(
                bar.button("Run…", "Run a container of this image", this::run),
                bar.button("Tag…", "Give this image one more name", () -> runOnShown(CommandIds.TAG)),
                bar.button("Remove…", "Remove this image; shows first what goes (Del)", () -> runOnShown(CommandIds.REMOVE)));
        cards = new CardList<>(root, look, LayerCards::card);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.verticalIndent = 10;
        cards.control().setLayoutData(data);
        cards.whenOpened(this::open);
        show(null);
    }

    /** Shows another image; null for none. */
    public void show(ImageSummary image) {
        String id = image == null ? "" : image.id();
        title.setText(image == null ? "No image is chosen" : "Layers of " + ImageNames.name(image) + ", top first");
        size.setText(image == null ? "" : "· " + Formats.size(image.size()));
        title.getParent().layout();
        if (!id.equals(shown)) {
            cards.show(List.of());
        }
        shown = id;
        buttons.forEach(button -> button.setEnabled(image != null));
        if (image != null) {
            ask(image);
        }
    }

    private void ask(ImageSummary image) {
        Engine engine = live.engine().orElse(null);
        if (engine == null) {
            return;
        }
        List<ImageSummary> all = live.items();
        Optional<ImageSummary> base = SharingTree.parent(image, all);
        calls.call("Cannot look into " + ImageNames.name(image), () -> {
            ImageDetails upper = engine.images().inspect(image.id());
            return LayerStack.of(upper, base.isEmpty() ? null : engine.images().inspect(base.get().id()), all);
        }, pieces -> {
            if (image.id().equals(shown)) {
                cards.show(pieces);
            }
        });
    }

    /** The shown image need not be the selected object: a container on it may be. */
    private void runOnShown(String command) {
        live.find(shown).ifPresent(image -> {
            select(image);
            commands.run(command);
        });
    }

    private void select(ImageSummary image) {
        selection.select(new ImageSelection(live.engine().map(Engine::id).orElse(""), image.id(), ImageNames.reference(image)));
    }

    private void run() {
        live.find(shown).ifPresent(image -> commands.run(CommandIds.RUN,
                Map.of(CommandIds.RUN_IMAGE, ImageNames.reference(image))));
    }

    /** The card of the image below leads to that image. */
    private void open(LayerStack.Piece piece) {
        if (piece instanceof LayerStack.Base base) {
            select(base.image());
        }
    }

    private static Card card(LayerStack.Piece piece) {
        return switch (piece) {
            case LayerStack.Step step -> card(step);
            case LayerStack.Base base -> new Card(List.of(new Run("FROM", Tone.TEXT, Type.BODY_STRONG), Run.of(base.name())),
                    Formats.size(base.image().size()),
                    List.of(new Run(Formats.count(base.image().layers().size(), "layer") + shared(base.users())
                    + " · open with Enter",
                            Tone.MUTED, Type.SMALL)),
                    "");
        };
    }

    private static Card card(LayerStack.Step step) {
        HistoryEntry entry = step.entry();
        Instruction instruction = Instruction.of(entry.createdBy());
        List<Run> title = new ArrayList<>();
        if (!instruction.keyword().isEmpty()) {
            title.add(new Run(instruction.keyword(), Tone.TEXT, Type.BODY_STRONG));
        }
        title.add(Run.of(instruction.text().isEmpty() ? "unknown instruction" : instruction.rest()));
        String age = entry.created() == null ? "" : Formats.ago(entry.created(), Instant.now());
        String users = entry.isEmptyLayer() ? "no files" : step.users() > 1 ? "shared by " + step.users() + " images"
                : "this image only";
        String detail = age.isEmpty() ? users : age + " · " + users;
        return new Card(title, Formats.size(entry.size()), List.of(new Run(detail, Tone.MUTED, Type.SMALL)),
                exact(entry, instruction));
    }

    private static String shared(int users) {
        return users > 1 ? " · shared by " + users + " images" : "";
    }

    private static String exact(HistoryEntry entry, Instruction instruction) {
        StringBuilder text = new StringBuilder(instruction.text());
        if (!entry.isEmptyLayer()) {
            text.append('\n').append(Formats.exactSize(entry.size())).append('\n').append(entry.diffId());
        }
        if (entry.created() != null) {
            text.append('\n').append(Formats.exact(entry.created()));
        }
        if (!entry.comment().isEmpty()) {
            text.append('\n').append(entry.comment().replaceAll("\\p{Cntrl}+", " "));
        }
        return text.toString();
    }
}
