// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.gantry.engine.layer.tar.TarFormatException;

/**
 * Where an entry goes in a layer. Paths are kept as strings of one byte a character (ISO 8859-1), so that any name the file system can
 * have is kept exactly, compares and hashes cheaply.
 *
 * @param parent path of the folder, without slashes at its ends; empty for the layer's root
 * @param name last component; empty for the layer's root itself
 */
record EntryPath(String parent, String name) {
    /** What one call to the kernel takes, less the NUL (PATH_MAX). */
    private static final int MAX_LENGTH = 4095;

    /**
     * Reads a name of a tar: empty and {@code .} components fall away, {@code ..} takes one back.
     *
     * @throws TarFormatException it leads out of the layer, or is too long
     */
    static EntryPath of(byte[] name) throws TarFormatException {
        if (name.length > MAX_LENGTH) {
            throw new TarFormatException("an entry's name is longer than " + MAX_LENGTH + " bytes");
        }
        Deque<String> components = new ArrayDeque<>();
        for (String component : latin1(name).split("/")) {
            if (component.equals("..")) {
                if (components.pollLast() == null) {
                    throw new TarFormatException("the entry " + display(latin1(name)) + " leads out of the layer");
                }
            } else if (!component.isEmpty() && !component.equals(".")) {
                components.addLast(component);
            }
        }
        String last = components.isEmpty() ? "" : components.removeLast();
        return new EntryPath(String.join("/", components), last);
    }

    boolean isRoot() {
        return name.isEmpty();
    }

    /** The name for the kernel. */
    byte[] nameBytes() {
        return bytes(name);
    }

    /** Path from the layer's root. */
    @Override
    public String toString() {
        return join(parent, name);
    }

    /** Where a symbolic link's target is for a process whose root is the layer: {@code ..} at the root stays there. */
    static String inside(String target) {
        Deque<String> components = new ArrayDeque<>();
        for (String component : target.split("/")) {
            if (component.equals("..")) {
                components.pollLast();
            } else if (!component.isEmpty() && !component.equals(".")) {
                components.addLast(component);
            }
        }
        return String.join("/", components);
    }

    static String join(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    static byte[] bytes(String path) {
        return path.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String latin1(byte[] name) {
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    /** For messages: decoded where it is text, control characters escaped, cut when long, in quotes. */
    static String display(String path) {
        String text = new String(bytes(path), StandardCharsets.UTF_8);
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints().limit(200).forEach(c -> {
            if (Character.isISOControl(c) || c == 0xFFFD) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.append(text.length() > 200 ? "…\"" : "\"").toString();
    }
}
