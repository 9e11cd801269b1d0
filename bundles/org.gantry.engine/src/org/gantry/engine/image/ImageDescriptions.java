// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.image.HistoryEntry;
import org.gantry.engine.api.image.ImageDetails;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.engine.api.image.Platform;
import org.gantry.engine.layer.Digest;
import org.gantry.engine.layer.LayerStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what the store knows of images in the words of the API. Platform threads only. */
final class ImageDescriptions {
    private static final Logger LOG = LoggerFactory.getLogger(ImageDescriptions.class);

    private final Configurations configurations;
    private final LayerStore layers;

    ImageDescriptions(Configurations configurations, LayerStore layers) {
        this.configurations = configurations;
        this.layers = layers;
    }

    /** Newest first; those that say no time last. */
    List<ImageSummary> list(ImageTable table, List<ImageUse> uses) throws IOException {
        List<ImageSummary> summaries = new ArrayList<>();
        for (ImageRecord image : table.images()) {
            try {
                summaries.add(summary(image, table, uses));
            } catch (IOException e) {
                LOG.warn("The image {} is damaged in the store; remove it and load it again", image.id(), e);
                summaries.add(damaged(image, table, uses));
            }
        }
        summaries.sort(Comparator.comparing(ImageSummary::created, Comparator.nullsFirst(Comparator.naturalOrder())).reversed());
        return summaries;
    }

    ImageSummary summary(ImageRecord image, ImageTable table, List<ImageUse> uses) throws IOException {
        Configuration configuration = configurations.of(image.id());
        List<String> digests = new ArrayList<>();
        for (TagRecord tag : table.tagsOf(image.id())) {
            ImageReference reference = ImageReference.parse(tag.reference());
            String digest = reference.familiarName() + "@" + tag.manifest();
            if (!tag.manifest().isEmpty() && !digests.contains(digest)) {
                digests.add(digest);
            }
        }
        long size = 0;
        List<String> chain = new ArrayList<>();
        for (Digest chainId : configuration.chain()) {
            size += layers.record(chainId).size();
            chain.add(chainId.toString());
        }
        return new ImageSummary(image.id(), tags(image, table), digests, configuration.created(), size, configuration.platform(),
                configuration.run().labels(), chain, containers(image, uses));
    }

    /** As much as can be told of an image whose files are not what they were; it is listed so that it can be removed. */
    private static ImageSummary damaged(ImageRecord image, ImageTable table, List<ImageUse> uses) throws IOException {
        List<String> chain = image.chain().stream().map(Digest::toString).toList();
        return new ImageSummary(image.id(), tags(image, table), List.of(), null, 0, new Platform("unknown", "unknown", ""), Map.of(),
                chain, containers(image, uses));
    }

    private static List<String> tags(ImageRecord image, ImageTable table) {
        return table.tagsOf(image.id()).stream().map(tag -> ImageReference.parse(tag.reference()).familiar()).toList();
    }

    private static int containers(ImageRecord image, List<ImageUse> uses) {
        return (int) uses.stream().filter(use -> use.imageId().equals(image.id())).count();
    }

    ImageDetails details(ImageRecord image, ImageTable table, List<ImageUse> uses) throws IOException {
        Configuration configuration = configurations.of(image.id());
        List<String> diffIds = configuration.diffIds().stream().map(Digest::toString).toList();
        return new ImageDetails(summary(image, table, uses), configuration.run(), configuration.author(), configuration.comment(),
                history(configuration), diffIds, configuration.json());
    }

    /** The image's own history with its layers put to it; layers it does not speak of come last, without a text. */
    private List<HistoryEntry> history(Configuration configuration) throws IOException {
        List<Digest> chain = configuration.chain();
        List<HistoryEntry> history = new ArrayList<>();
        int layer = 0;
        for (Configuration.Step step : configuration.history()) {
            if (step.emptyLayer() || layer == chain.size()) {
                history.add(new HistoryEntry(step.created(), step.createdBy(), step.comment(), step.author(), "", "", 0));
            } else {
                history.add(new HistoryEntry(step.created(), step.createdBy(), step.comment(), step.author(),
                        configuration.diffIds().get(layer).toString(), chain.get(layer).toString(),
                        layers.record(chain.get(layer)).size()));
                layer++;
            }
        }
        for (; layer < chain.size(); layer++) {
            history.add(new HistoryEntry(null, "", "", "", configuration.diffIds().get(layer).toString(),
                    chain.get(layer).toString(), layers.record(chain.get(layer)).size()));
        }
        return history;
    }
}
