// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests.window;

import java.util.Set;

/**
 * Something that shows in a window, as AT-SPI tells it.
 *
 * @param role such as {@code push button}
 * @param name may be empty
 * @param x of its left edge on the screen
 * @param y of its upper edge on the screen
 * @param width in pixels
 * @param height in pixels
 * @param states among {@code focused sensitive selected checked active}
 * @param text what stands in it; may be empty
 */
public record Element(String role, String name, int x, int y, int width, int height, Set<String> states, String text) {
    static Element read(String line) {
        String[] fields = line.split("\t", -1);
        return new Element(fields[0], plain(fields[1]), Integer.parseInt(fields[2]), Integer.parseInt(fields[3]),
                Integer.parseInt(fields[4]), Integer.parseInt(fields[5]), Set.of(fields[6].split(" ")), plain(fields[7]));
    }

    /** Its middle from the left. */
    public int centreX() {
        return x + width / 2;
    }

    /** Its middle from above. */
    public int centreY() {
        return y + height / 2;
    }

    public boolean is(String state) {
        return states.contains(state);
    }

    private static String plain(String escaped) {
        return escaped.replace("\\\\", "\0").replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r").replace('\0', '\\');
    }

    @Override
    public String toString() {
        return role + " \"" + name + "\" " + x + "," + y + " " + width + "x" + height + " " + states
                + (text.isEmpty() || text.equals(name) ? "" : " \"" + text.replace("\n", "\\n") + "\"");
    }
}
