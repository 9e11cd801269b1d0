// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.palette;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.format.Formats;
import org.gantry.ui.look.live.LiveContainers;
import org.gantry.ui.look.live.LiveImages;
import org.gantry.ui.look.selection.ContainerSelection;
import org.gantry.ui.look.selection.ImageSelection;
import org.gantry.ui.look.selection.ObjectSelection;
import org.gantry.ui.look.selection.WindowSelection;
import org.gantry.workbench.Elements;
import org.gantry.workbench.activity.Activities;

/** Every object of the engine; choosing one goes to its activity and selects it. UI thread. */
@Creatable
final class ObjectEntries {
    private final LiveContainers containers;
    private final LiveImages images;
    private final Activities activities;
    private final EPartService parts;
    private final WindowSelection selection;

    @Inject
    ObjectEntries(LiveContainers containers, LiveImages images, Activities activities, EPartService parts,
            WindowSelection selection) {
        this.containers = containers;
        this.images = images;
        this.activities = activities;
        this.parts = parts;
        this.selection = selection;
    }

    List<PaletteEntry> all() {
        List<PaletteEntry> entries = new ArrayList<>();
        containers.engine().ifPresent(engine -> containers.items().forEach(container -> entries.add(entry(engine, container))));
        images.engine().ifPresent(engine -> images.items().forEach(image -> entries.add(entry(engine, image))));
        return entries;
    }

    private PaletteEntry entry(Engine engine, ContainerSummary container) {
        ContainerSelection object = new ContainerSelection(engine.id(), container.id(), container.name());
        Tone tone = container.state().isAlive() ? Tone.RUNNING : Tone.MUTED;
        return new PaletteEntry("container " + container.id(), container.name(), "container of " + container.image(),
                "", Icon.CONTAINERS, tone, () -> go(Elements.ACTIVITY_CONTAINERS, object));
    }

    private PaletteEntry entry(Engine engine, ImageSummary image) {
        String name = image.tags().isEmpty() ? Formats.shortId(image.id()) : image.tags().get(0);
        ImageSelection object = new ImageSelection(engine.id(), image.id(), name);
        return new PaletteEntry("image " + image.id(), name, "image", "", Icon.IMAGES, Tone.MUTED,
                () -> go(Elements.ACTIVITY_IMAGES, object));
    }

    private void go(String activity, ObjectSelection object) {
        activities.find(activity).ifPresent(found -> activities.show(found, parts));
        selection.select(object);
    }
}
