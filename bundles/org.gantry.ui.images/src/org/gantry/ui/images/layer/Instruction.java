// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.layer;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line of a Dockerfile that made a layer, freed from what builders put around it. Formats: docker's classic builder
 * ({@code /bin/sh -c #(nop)  CMD ["sh"]}), BuildKit ({@code RUN /bin/sh -c make # buildkit}).
 *
 * @param keyword {@code RUN}; empty when the text is no instruction
 * @param rest what follows it, on one line
 */
public record Instruction(String keyword, String rest) {
    private static final Set<String> KEYWORDS = Set.of("FROM", "RUN", "CMD", "LABEL", "EXPOSE", "ENV", "ADD", "COPY",
            "ENTRYPOINT", "VOLUME", "USER", "WORKDIR", "ARG", "ONBUILD", "STOPSIGNAL", "HEALTHCHECK", "SHELL", "MAINTAINER");
    private static final String NO_OPERATION = "#(nop)";
    private static final String BUILDKIT = "# buildkit";
    private static final String SHELL = "/bin/sh -c ";
    /** Build arguments of the classic builder: {@code |2 A=1 B=2 /bin/sh -c make}. */
    private static final Pattern ARGUMENTS = Pattern.compile("^\\|\\d+ .*?(?=/bin/sh -c )");
    private static final Pattern PORTS = Pattern.compile("map\\[(.*)]");
    private static final Pattern DIGEST = Pattern.compile("\\b((?:file|dir|multi):)?([0-9a-f]{8})[0-9a-f]{24,}\\b");

    /** Reads {@code createdBy} of a history entry; nothing in it is trusted. */
    public static Instruction of(String createdBy) {
        String line = createdBy.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (line.endsWith(BUILDKIT)) {
            line = line.substring(0, line.length() - BUILDKIT.length()).strip();
        }
        line = ARGUMENTS.matcher(line).replaceFirst("");
        boolean shell = line.startsWith(SHELL.strip());
        if (shell) {
            line = line.substring(SHELL.strip().length()).strip();
        }
        if (line.startsWith(NO_OPERATION)) {
            return instruction(line.substring(NO_OPERATION.length()).strip());
        }
        return shell ? new Instruction("RUN", line) : instruction(line);
    }

    /** Keyword and rest as one line. */
    public String text() {
        return keyword.isEmpty() ? rest : rest.isEmpty() ? keyword : keyword + " " + rest;
    }

    private static Instruction instruction(String line) {
        int space = line.indexOf(' ');
        String first = space < 0 ? line : line.substring(0, space);
        if (!KEYWORDS.contains(first.toUpperCase(Locale.ROOT))) {
            return new Instruction("", line);
        }
        String rest = space < 0 ? "" : line.substring(space + 1).strip();
        return new Instruction(first.toUpperCase(Locale.ROOT), clean(first.toUpperCase(Locale.ROOT), rest));
    }

    private static String clean(String keyword, String rest) {
        return switch (keyword) {
            case "RUN" -> withoutShell(ARGUMENTS.matcher(rest).replaceFirst(""));
            case "EXPOSE" -> ports(rest);
            case "ADD", "COPY" -> DIGEST.matcher(rest).replaceAll("$1$2…").replace(" in ", " → ");
            default -> rest;
        };
    }

    private static String withoutShell(String command) {
        return command.startsWith(SHELL) ? command.substring(SHELL.length()).strip() : command;
    }

    /** BuildKit writes {@code map[80/tcp:{} 443/tcp:{}]}. */
    private static String ports(String rest) {
        Matcher map = PORTS.matcher(rest);
        return map.matches() ? map.group(1).replace(":{}", "") : rest;
    }
}
