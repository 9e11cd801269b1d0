// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.gantry.engine.server.route.ApiException;
import org.junit.jupiter.api.Test;

class DetachKeysTest {
    private static String type(DetachKeys keys, String... pieces) {
        StringBuilder passed = new StringBuilder();
        for (String piece : pieces) {
            byte[] bytes = piece.getBytes(StandardCharsets.ISO_8859_1);
            passed.append(new String(keys.take(bytes, bytes.length), StandardCharsets.ISO_8859_1));
        }
        return passed.toString();
    }

    @Test
    void theSequenceLeavesWhereverItsPiecesAreCut() {
        DetachKeys keys = DetachKeys.parse("");
        assertEquals("ab", type(keys, "a", "b\20", "\21rest"));
        assertTrue(keys.isDetached());
    }

    @Test
    void aBrokenSequencePassesWhole() {
        DetachKeys keys = DetachKeys.parse("");
        assertEquals("\20x\20", type(keys, "\20", "x\20", "\20"));
        assertEquals("", type(keys, "\21"));
        assertTrue(keys.isDetached(), "the second ctrl-p begins anew");
    }

    @Test
    void keysCanBeChosen() {
        DetachKeys keys = DetachKeys.parse("ctrl-@,DEL,ctrl-_,a");
        assertEquals("z", type(keys, "z\0\177\37a"));
        assertTrue(keys.isDetached());
        assertFalse(DetachKeys.parse("a").isDetached());
        for (String wrong : new String[] {"ctrl-", "ctrl-1", "ctrl-P", "ab", ",", "ä"}) {
            assertThrows(ApiException.class, () -> DetachKeys.parse(wrong), wrong);
        }
    }
}
