// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.gantryd;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;

/** Reads gantryd's arguments as dockerd reads its own: {@code --key=value}, {@code --key value}, {@code -Hvalue}, {@code -DH value}. */
final class CommandLine {
    private final Map<DaemonOption, List<String>> values = new EnumMap<>(DaemonOption.class);
    private final String[] arguments;
    private int next;

    private CommandLine(String[] arguments) {
        this.arguments = arguments;
    }

    /**
     * The values of each option that was given; of a flag {@code true} or {@code false}.
     *
     * @throws EngineException an argument is unknown or has no value
     */
    static Map<DaemonOption, List<String>> parse(String... arguments) {
        CommandLine line = new CommandLine(arguments);
        while (line.next < arguments.length) {
            line.take(arguments[line.next++]);
        }
        return line.values;
    }

    private void take(String argument) {
        if (argument.startsWith("--") && argument.length() > 2) {
            takeLong(argument.substring(2));
        } else if (argument.startsWith("-") && argument.length() > 1 && !argument.equals("--")) {
            takeLetters(argument.substring(1));
        } else {
            throw wrong("\"" + argument + "\" is no option, and gantryd takes no other arguments");
        }
    }

    private void takeLong(String text) {
        int equals = text.indexOf('=');
        String flag = equals < 0 ? text : text.substring(0, equals);
        DaemonOption option = DaemonOption.ofFlag(flag).orElseThrow(() -> wrong("unknown flag: --" + flag));
        if (equals >= 0) {
            add(option, text.substring(equals + 1));
        } else {
            add(option, option.kind() == DaemonOption.Kind.FLAG ? "true" : following("--" + flag));
        }
    }

    private void takeLetters(String letters) {
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            DaemonOption option = DaemonOption.ofLetter(letter).orElseThrow(() -> wrong("unknown shorthand flag: '" + letter + "' in -"
                    + letters));
            if (option.kind() == DaemonOption.Kind.FLAG) {
                add(option, "true");
            } else {
                String rest = letters.substring(i + 1);
                add(option, rest.isEmpty() ? following("-" + letter) : rest.startsWith("=") ? rest.substring(1) : rest);
                return;
            }
        }
    }

    private String following(String flag) {
        if (next == arguments.length) {
            throw wrong("flag needs an argument: " + flag);
        }
        return arguments[next++];
    }

    private void add(DaemonOption option, String value) {
        if (option.kind() == DaemonOption.Kind.FLAG && !List.of("true", "false", "1", "0").contains(value)) {
            throw wrong("invalid argument \"" + value + "\" for " + option.flag() + ": true or false is expected");
        }
        String kept = switch (option.kind()) {
            case FLAG -> Boolean.toString(value.equals("true") || value.equals("1"));
            case TEXT, LIST -> value;
        };
        List<String> all = values.computeIfAbsent(option, key -> new ArrayList<>());
        if (option.kind() != DaemonOption.Kind.LIST) {
            all.clear();
        }
        all.add(kept);
    }

    private static EngineException wrong(String reason) {
        return new EngineException(ErrorKind.INVALID_PARAMETER, "Cannot start gantryd", reason, "see gantryd --help");
    }
}
