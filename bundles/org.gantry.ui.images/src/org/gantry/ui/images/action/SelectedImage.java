// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.action;

import jakarta.inject.Inject;

import java.util.List;
import java.util.Optional;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.ui.look.live.LiveImages;
import org.gantry.ui.look.selection.ImageSelection;
import org.gantry.ui.look.selection.WindowSelection;

/** The selected image as it is now. */
@Creatable
public final class SelectedImage {
    private final WindowSelection selection;
    private final LiveImages live;

    @Inject
    public SelectedImage(WindowSelection selection, LiveImages live) {
        this.selection = selection;
        this.live = live;
    }

    /** Empty when none, several, or something else is selected, or the image is gone. */
    public Optional<ImageSummary> one() {
        List<ImageSelection> chosen = selection.allOf(ImageSelection.class);
        return chosen.size() == 1 ? live.find(chosen.get(0).imageId()) : Optional.empty();
    }
}
