// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellWordsTest {
    @Test
    void splitsLikeAShell() {
        assertEquals(List.of(), ShellWords.split("   "));
        assertEquals(List.of("sh", "-c", "echo a  b"), ShellWords.split("sh -c 'echo a  b'"));
        assertEquals(List.of("a\"b", "$HOME", ""), ShellWords.split("\"a\\\"b\" '$HOME' ''"));
        assertEquals(List.of("a b", "c"), ShellWords.split("a\\ b\tc"));
        assertEquals(List.of("ab", "\\n"), ShellWords.split("'a'\"b\" \"\\n\""));
    }

    @Test
    void refusesWhatAShellWouldContinue() {
        assertThrows(IllegalArgumentException.class, () -> ShellWords.split("sh -c 'echo"));
        assertThrows(IllegalArgumentException.class, () -> ShellWords.split("sh \"echo"));
        assertThrows(IllegalArgumentException.class, () -> ShellWords.split("echo \\"));
    }

    @Test
    void quotesSoThatSplittingGivesTheSame() {
        for (List<String> words : List.of(List.of("sh", "-c", "echo it's; rm *"), List.of("", "a b", "$x"), List.of("a\\b"))) {
            assertEquals(words, ShellWords.split(ShellWords.join(words)));
        }
        assertEquals("nginx:1.27 -g 'daemon off;'", ShellWords.join(List.of("nginx:1.27", "-g", "daemon off;")));
    }
}
