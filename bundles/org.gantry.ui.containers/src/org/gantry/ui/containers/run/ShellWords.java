// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Splits a line into words as a POSIX shell does without any expansion, and quotes words for one. Source: sh(1p) "2.2 Quoting".
 */
final class ShellWords {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
    private static final String ESCAPED_IN_DOUBLE_QUOTES = "$`\"\\\n";

    private final String line;
    private final List<String> words = new ArrayList<>();
    private StringBuilder word;

    private ShellWords(String line) {
        this.line = line;
    }

    /** @throws IllegalArgumentException a quote is not closed, or a backslash stands at the end; the message says so */
    static List<String> split(String line) {
        return new ShellWords(line).parse();
    }

    /** One line a shell would split into the same words. */
    static String join(List<String> words) {
        return words.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
    }

    static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private List<String> parse() {
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            switch (c) {
                case ' ', '\t', '\n' -> {
                    finishWord();
                    at++;
                }
                case '\'' -> at = single(at + 1);
                case '"' -> at = twice(at + 1);
                case '\\' -> {
                    if (at + 1 >= line.length()) {
                        throw new IllegalArgumentException("a backslash stands at the end");
                    }
                    current().append(line.charAt(at + 1));
                    at += 2;
                }
                default -> {
                    current().append(c);
                    at++;
                }
            }
        }
        finishWord();
        return words;
    }

    private int single(int from) {
        int end = line.indexOf('\'', from);
        if (end < 0) {
            throw new IllegalArgumentException("a ' is not closed");
        }
        current().append(line, from, end);
        return end + 1;
    }

    private int twice(int from) {
        int at = from;
        current();
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == '"') {
                return at + 1;
            }
            if (c == '\\' && at + 1 < line.length() && ESCAPED_IN_DOUBLE_QUOTES.indexOf(line.charAt(at + 1)) >= 0) {
                at++;
            }
            current().append(line.charAt(at));
            at++;
        }
        throw new IllegalArgumentException("a \" is not closed");
    }

    private StringBuilder current() {
        if (word == null) {
            word = new StringBuilder();
        }
        return word;
    }

    private void finishWord() {
        if (word != null) {
            words.add(word.toString());
            word = null;
        }
    }
}
