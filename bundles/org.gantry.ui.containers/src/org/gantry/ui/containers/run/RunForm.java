// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.run;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.gantry.engine.api.image.ImageSummary;

/**
 * What stands in the fields of the run dialog, as typed.
 *
 * @param image reference or id
 * @param name may be empty
 * @param command one line as for a shell; empty for the image's
 * @param env a variable a line
 * @param memory such as {@code 512m}; may be empty
 * @param cpus such as {@code 1.5}; may be empty
 * @param network {@code bridge}, {@code host} or {@code none}
 * @param terminal true for a terminal
 * @param autoRemove true to remove it when it ends
 * @param readOnly true for read-only files
 */
record RunForm(String image, String name, String command, String env, String memory, String cpus, String network,
        boolean terminal,
        boolean autoRemove, boolean readOnly) {
    /** Docker's rule for names of containers. */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]+");
    private static final Pattern VARIABLE = Pattern.compile("[^=\\s\\x00]+(=[^\\x00]*)?");
    private static final int LEAST_ID = 4;

    /** Why it cannot be run like this, in a sentence; empty when it can. */
    String problem(List<ImageSummary> images, Set<String> names) {
        if (image.isBlank()) {
            return images.isEmpty() ? "There is no image yet: load one first" : "Choose an image";
        }
        if (images.stream().noneMatch(each -> isNamed(each, image.trim()))) {
            return "There is no image " + image.trim() + " here";
        }
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            return "A name has at least two characters: letters, digits, and _ . - after the first";
        }
        if (names.contains(name)) {
            return "There is a container " + name + " already";
        }
        for (String variable : variables(env)) {
            if (!VARIABLE.matcher(variable).matches()) {
                return "A variable is written NAME=value: " + variable;
            }
        }
        return amountProblem();
    }

    /** What to run; only without a problem. */
    RunRequest request() {
        return new RunRequest(image.trim(), name, ShellWords.split(command), terminal, network, autoRemove, readOnly,
                Amounts.memory(memory), Amounts.nanoCpus(cpus), variables(env));
    }

    /** True when a reference or the beginning of an id means an image. */
    static boolean isNamed(ImageSummary image, String text) {
        String hex = text.startsWith("sha256:") ? text.substring("sha256:".length()) : text;
        return image.tags().contains(text) || image.tags().contains(text + ":latest") || image.digests().contains(text)
                || hex.length() >= LEAST_ID && image.id().startsWith("sha256:" + hex);
    }

    private String amountProblem() {
        try {
            Amounts.memory(memory);
            Amounts.nanoCpus(cpus);
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
        try {
            ShellWords.split(command);
        } catch (IllegalArgumentException e) {
            return "In the command " + e.getMessage();
        }
        return "";
    }

    private static List<String> variables(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
