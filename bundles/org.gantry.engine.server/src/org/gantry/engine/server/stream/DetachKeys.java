// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.stream;

import java.io.ByteArrayOutputStream;
import org.gantry.engine.server.route.ApiException;

/**
 * The keys that leave a terminal without ending what runs in it. Used by one thread: it remembers how much of the sequence was typed,
 * and holds that back until the next key decides.
 */
public final class DetachKeys {
    private static final String DEFAULT = "ctrl-p,ctrl-q";
    private static final String CONTROL = "@abcdefghijklmnopqrstuvwxyz[\\]^_";

    private final byte[] keys;
    private int typed;
    private boolean detached;

    private DetachKeys(byte[] keys) {
        this.keys = keys;
    }

    /**
     * Reads what clients send: keys separated by commas, each a character or {@code ctrl-} and one of {@code a} to {@code z},
     * {@code @ [ \ ] ^ _}.
     *
     * @param text empty for {@code ctrl-p,ctrl-q}
     */
    public static DetachKeys parse(String text) {
        ByteArrayOutputStream keys = new ByteArrayOutputStream();
        for (String key : (text.isEmpty() ? DEFAULT : text).split(",", -1)) {
            if (key.length() == 1 && key.charAt(0) < 128) {
                keys.write(key.charAt(0));
            } else if (key.equals("DEL")) {
                keys.write(127);
            } else if (key.length() == 6 && key.startsWith("ctrl-") && CONTROL.indexOf(key.charAt(5)) >= 0) {
                keys.write(CONTROL.indexOf(key.charAt(5)));
            } else {
                throw ApiException.badRequest("Invalid detach keys (" + text + ") provided: Unknown character: '" + key + "'");
            }
        }
        return new DetachKeys(keys.toByteArray());
    }

    /**
     * Takes typed bytes.
     *
     * @return what of them, and of those held back before, goes to the process
     */
    public byte[] take(byte[] bytes, int length) {
        ByteArrayOutputStream passed = new ByteArrayOutputStream(length + keys.length);
        for (int i = 0; i < length && !detached; i++) {
            if (typed > 0 && bytes[i] != keys[typed]) {
                passed.write(keys, 0, typed);
                typed = 0;
            }
            if (bytes[i] == keys[typed]) {
                typed++;
                detached = typed == keys.length;
            } else {
                passed.write(bytes[i]);
            }
        }
        return passed.toByteArray();
    }

    /** True once the whole sequence was typed. */
    public boolean isDetached() {
        return detached;
    }
}
