// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;

/** Finds the image that a name, an id or the beginning of an id means, in the order Docker looks. */
final class ImageLookup {
    private static final String ALGORITHM = "sha256:";
    private static final Pattern HEX = Pattern.compile("[0-9a-f]+");
    private static final int ID_DIGITS = 64;

    private ImageLookup() {
    }

    /**
     * An image that was found.
     *
     * @param image what
     * @param tag the name by which it was found; null when by id
     */
    record Found(ImageRecord image, TagRecord tag) {
    }

    /** @throws EngineException kind NOT_FOUND, or INVALID_PARAMETER for what is no name and no id */
    static Found find(ImageTable table, String name) {
        String digits = name.startsWith(ALGORITHM) ? name.substring(ALGORITHM.length()) : name;
        boolean isHex = HEX.matcher(digits).matches();
        if (isHex && digits.length() == ID_DIGITS) {
            return table.image(ALGORITHM + digits).map(image -> new Found(image, null)).orElseThrow(() -> notFound(name));
        }
        Optional<ImageReference> reference = ImageReference.tryParse(name);
        Optional<Found> named = reference.flatMap(each -> byReference(table, each));
        if (named.isPresent()) {
            return named.get();
        }
        if (isHex && digits.length() < ID_DIGITS) {
            Optional<Found> beginning = byBeginning(table, name, ALGORITHM + digits);
            if (beginning.isPresent()) {
                return beginning.get();
            }
        }
        throw notFound(reference.isPresent() || isHex ? reference.map(ImageReference::familiar).orElse(name)
                : ImageReference.parse(name).familiar());
    }

    static EngineException notFound(String name) {
        return new EngineException(ErrorKind.NOT_FOUND, "Cannot find an image", "No such image: " + name,
                "load it, or choose one of the list");
    }

    private static Optional<Found> byReference(ImageTable table, ImageReference reference) {
        if (reference.digest() == null) {
            return table.tag(reference.toString()).flatMap(tag -> found(table, tag));
        }
        String repository = reference.domain() + "/" + reference.path();
        for (TagRecord tag : table.tags()) {
            ImageReference other = ImageReference.parse(tag.reference());
            if (tag.manifest().equals(reference.digest().toString())
                    && repository.equals(other.domain() + "/" + other.path())) {
                return found(table, tag);
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> found(ImageTable table, TagRecord tag) {
        return table.image(tag.imageId()).map(image -> new Found(image, tag));
    }

    private static Optional<Found> byBeginning(ImageTable table, String name, String beginning) {
        List<ImageRecord> matches = table.images().stream().filter(image -> image.id().startsWith(beginning)).limit(2).toList();
        if (matches.size() > 1) {
            throw new EngineException(ErrorKind.INVALID_PARAMETER, "Cannot find the image " + name, "several ids begin so",
                    "give more digits");
        }
        return matches.stream().findFirst().map(image -> new Found(image, null));
    }
}
