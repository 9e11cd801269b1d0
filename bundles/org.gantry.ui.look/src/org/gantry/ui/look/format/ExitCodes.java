// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.format;

import java.util.Map;

/** What exit codes mean by convention. Sources: bash(1) "EXIT STATUS", docker-run(1) "EXIT STATUS", signal(7). */
final class ExitCodes {
    private static final int SIGNALS = 128;
    private static final Map<Integer, String> SIGNAL_NAMES = Map.ofEntries(Map.entry(1, "SIGHUP"), Map.entry(2, "SIGINT"),
            Map.entry(3, "SIGQUIT"), Map.entry(4, "SIGILL"), Map.entry(6, "SIGABRT"), Map.entry(7, "SIGBUS"),
            Map.entry(8, "SIGFPE"),
            Map.entry(9, "SIGKILL"), Map.entry(10, "SIGUSR1"), Map.entry(11, "SIGSEGV"), Map.entry(12, "SIGUSR2"),
            Map.entry(13, "SIGPIPE"), Map.entry(14, "SIGALRM"), Map.entry(15, "SIGTERM"), Map.entry(31, "SIGSYS"));

    private ExitCodes() {
    }

    /** A few words, or empty when the code has no common meaning. */
    static String meaning(int code) {
        return switch (code) {
            case 126 -> "command cannot be executed";
            case 127 -> "command not found";
            default -> SIGNAL_NAMES.getOrDefault(code - SIGNALS, "");
        };
    }
}
