// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.action;

import java.util.regex.Pattern;

/** What may be typed as the name of an image. Source: distribution/reference, "Grammar". */
final class Reference {
    private static final String COMPONENT = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
    private static final String HOST = "(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?|\\[[0-9a-fA-F:]+])(?::[0-9]+)?";
    private static final Pattern NAME = Pattern.compile("(?:" + HOST + "/)?" + COMPONENT + "(?:/" + COMPONENT + ")*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final int LONGEST_NAME = 255;

    private Reference() {
    }

    /** Why a text is no reference that an image can be given, in a sentence; empty when it is one. */
    static String problem(String text) {
        if (text.isEmpty()) {
            return "Type a name, such as shop/api:dev";
        }
        int slash = text.lastIndexOf('/');
        int colon = text.indexOf(':', slash + 1);
        String name = colon < 0 ? text : text.substring(0, colon);
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            return "A name has small letters, digits, and . _ - / between them";
        }
        if (colon >= 0 && !TAG.matcher(text.substring(colon + 1)).matches()) {
            return "After the colon stand letters, digits, and . _ -, at most 128";
        }
        return "";
    }

    /** With the tag that is meant where none is written. */
    static String complete(String text) {
        return text.indexOf(':', text.lastIndexOf('/') + 1) < 0 ? text + ":latest" : text;
    }
}
