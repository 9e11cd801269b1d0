// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rules about system calls, read from the text form that {@code seccomp-default.profile} explains.
 *
 * @param rules in no particular order: they do not overlap
 */
record SeccompProfile(List<SeccompRule> rules) {
    private static final Pattern LINE = Pattern.compile("(?:(allow)|errno (\\d+)) (?:\\[([^\\]]*)] )?(.+)");
    private static final Pattern ARGUMENT = Pattern.compile("arg([0-5])(?:([<=>])(\\w+)|&(\\w+)=(\\w+))");

    SeccompProfile {
        rules = List.copyOf(rules);
    }

    /** What containers have unless told otherwise. */
    static SeccompProfile standard() throws IOException {
        try (InputStream in = SeccompProfile.class.getResourceAsStream("seccomp-default.profile")) {
            if (in == null) {
                throw new IOException("seccomp-default.profile is missing beside " + SeccompProfile.class.getName());
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static SeccompProfile parse(String text) throws IOException {
        List<SeccompRule> rules = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                rules.add(rule(line, number));
            }
        }
        return new SeccompProfile(rules);
    }

    private static SeccompRule rule(String line, int number) throws IOException {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw malformed(line, number);
        }
        int errno = matcher.group(1) != null ? 0 : Integer.parseInt(matcher.group(2));
        List<SeccompRule.Argument> arguments = new ArrayList<>();
        Capability with = null;
        Capability without = null;
        Set<String> architectures = Set.of();
        Set<String> others = Set.of();
        String kernel = "";
        for (String condition : matcher.group(3) == null ? new String[0] : matcher.group(3).split(" ")) {
            String value = condition.substring(condition.indexOf('=') + 1);
            if (condition.startsWith("cap=")) {
                with = Capability.valueOf(value);
            } else if (condition.startsWith("!cap=")) {
                without = Capability.valueOf(value);
            } else if (condition.startsWith("arch=")) {
                architectures = Set.of(value.split(","));
            } else if (condition.startsWith("!arch=")) {
                others = Set.of(value.split(","));
            } else if (condition.startsWith("kernel=")) {
                kernel = value;
            } else {
                arguments.add(argument(condition, line, number));
            }
        }
        return new SeccompRule(errno, List.of(matcher.group(4).split(" ")), arguments, with, without, architectures, others, kernel);
    }

    private static SeccompRule.Argument argument(String condition, String line, int number) throws IOException {
        Matcher matcher = ARGUMENT.matcher(condition);
        if (!matcher.matches()) {
            throw malformed(line, number);
        }
        int index = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) == null) {
            return new SeccompRule.Argument(index, SeccompRule.Comparison.MASKED_EQUAL, Long.decode(matcher.group(4)),
                    Long.decode(matcher.group(5)));
        }
        SeccompRule.Comparison comparison = switch (matcher.group(2)) {
            case "<" -> SeccompRule.Comparison.LESS;
            case ">" -> SeccompRule.Comparison.GREATER;
            default -> SeccompRule.Comparison.EQUAL;
        };
        return new SeccompRule.Argument(index, comparison, Long.decode(matcher.group(3)), 0);
    }

    private static IOException malformed(String line, int number) {
        return new IOException("line " + number + " of a seccomp profile is no rule: " + line);
    }
}
