// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.layer;

import java.util.ArrayList;
import java.util.List;

import org.gantry.engine.api.image.HistoryEntry;
import org.gantry.engine.api.image.ImageDetails;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.ui.images.tree.ImageNames;

/** What an image is made of, topmost first: its own instructions, and below them the image it stands on as one. */
public final class LayerStack {
    private LayerStack() {
    }

    /** A layer, an instruction without files, or the image below. */
    public sealed interface Piece {
    }

    /**
     * An instruction.
     *
     * @param entry of the image's history
     * @param users images of the engine that have its layer; 0 for an instruction without files
     */
    public record Step(HistoryEntry entry, int users) implements Piece {
    }

    /**
     * All that comes from the image below.
     *
     * @param image the image below
     * @param users images of the engine that stand on it, itself included
     */
    public record Base(ImageSummary image, int users) implements Piece {
        /** Its name. */
        public String name() {
            return ImageNames.name(image);
        }
    }

    /**
     * Cuts an image into pieces.
     *
     * @param image the image
     * @param base the image it stands on, with its history; null for none
     * @param images all of the engine
     */
    public static List<Piece> of(ImageDetails image, ImageDetails base, List<ImageSummary> images) {
        List<HistoryEntry> history = image.history();
        List<Piece> pieces = new ArrayList<>();
        int own = base == null ? 0 : firstOwn(history, base);
        for (int at = history.size() - 1; at >= own; at--) {
            HistoryEntry entry = history.get(at);
            pieces.add(new Step(entry, entry.isEmptyLayer() ? 0 : users(entry.chainId(), images)));
        }
        if (base != null) {
            pieces.add(new Base(base.summary(), base.summary().layers().isEmpty() ? 1
                    : users(base.summary().layers().getLast(), images)));
        }
        return pieces;
    }

    private static int users(String chain, List<ImageSummary> images) {
        return (int) images.stream().filter(image -> image.layers().contains(chain)).count();
    }

    /** The base's whole history where it is repeated, else up to the base's last layer. */
    private static int firstOwn(List<HistoryEntry> history, ImageDetails base) {
        List<HistoryEntry> lower = base.history();
        if (history.size() >= lower.size() && sameSteps(history.subList(0, lower.size()), lower)) {
            return lower.size();
        }
        if (base.summary().layers().isEmpty()) {
            return 0;
        }
        String top = base.summary().layers().getLast();
        for (int at = 0; at < history.size(); at++) {
            if (history.get(at).chainId().equals(top)) {
                return at + 1;
            }
        }
        return 0;
    }

    private static boolean sameSteps(List<HistoryEntry> some, List<HistoryEntry> others) {
        for (int at = 0; at < some.size(); at++) {
            if (!some.get(at).createdBy().equals(others.get(at).createdBy())
                    || !some.get(at).chainId().equals(others.get(at).chainId())) {
                return false;
            }
        }
        return true;
    }
}
