// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.gantry.engine.api.container.ContainerSummary;

/**
 * What is typed in the filter field: words that must all fit. {@code state:running}, {@code image:nginx}, {@code name:}, {@code
 * id:}, {@code project:}, {@code network:} and {@code label:key=value} look in one place, commas give alternatives, a minus sign
 * turns a word round, any other text may stand in name, image, command, project or at the beginning of the id. Case does not
 * matter.
 */
public final class ContainerFilter implements Predicate<ContainerSummary> {
    private final List<Predicate<ContainerSummary>> words = new ArrayList<>();

    private ContainerFilter() {
    }

    public static ContainerFilter parse(String text) {
        ContainerFilter filter = new ContainerFilter();
        for (String word : text.toLowerCase(Locale.ROOT).trim().split("\\s+")) {
            boolean not = word.length() > 1 && word.startsWith("-");
            String plain = not ? word.substring(1) : word;
            if (!plain.isEmpty()) {
                Predicate<ContainerSummary> fits = word(plain);
                filter.words.add(not ? fits.negate() : fits);
            }
        }
        return filter;
    }

    /** True when every container fits. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    @Override
    public boolean test(ContainerSummary container) {
        return words.stream().allMatch(word -> word.test(container));
    }

    private static Predicate<ContainerSummary> word(String word) {
        int colon = word.indexOf(':');
        if (colon > 0) {
            List<String> values = Arrays.stream(word.substring(colon + 1).split(",")).filter(value -> !value.isEmpty()).toList();
            Predicate<ContainerSummary> keyed = keyed(word.substring(0, colon), values);
            if (keyed != null) {
                return keyed;
            }
        }
        return container -> anywhere(container, word);
    }

    /** Null for a word that is no key, such as the name of an image with a tag; a key without value fits everything. */
    private static Predicate<ContainerSummary> keyed(String key, List<String> values) {
        return switch (key) {
            case "state" -> any(values, (container, value) -> container.state().dockerName().startsWith(value));
            case "image" -> any(values, (container, value) -> has(container.image(), value));
            case "name" -> any(values, (container, value) -> has(container.name(), value));
            case "id" -> any(values, (container, value) -> container.id().startsWith(value));
            case "project" -> any(values, (container, value) -> has(Grouping.project(container), value));
            case "network" -> any(values, (container, value) -> ContainerColumns.networks(container).contains(value));
            case "label" -> any(values, ContainerFilter::labelled);
            default -> null;
        };
    }

    /** Does a container fit one value? */
    private interface Fit {
        boolean test(ContainerSummary container, String value);
    }

    private static Predicate<ContainerSummary> any(List<String> values, Fit fit) {
        return container -> values.isEmpty() || values.stream().anyMatch(value -> fit.test(container, value));
    }

    private static boolean labelled(ContainerSummary container, String value) {
        return container.labels().entrySet().stream().anyMatch(label -> has(label.getKey() + "=" + label.getValue(), value));
    }

    private static boolean anywhere(ContainerSummary container, String word) {
        return has(container.name(), word) || has(container.image(), word) || container.id().startsWith(word)
                || has(String.join(" ", container.command()), word) || has(Grouping.project(container), word);
    }

    private static boolean has(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part);
    }
}
