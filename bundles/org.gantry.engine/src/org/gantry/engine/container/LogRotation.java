// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gantry.engine.api.container.LogSpec;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;

/**
 * How a container's log is kept.
 *
 * @param kept false when output is not logged at all
 * @param maxSize bytes of one file; 0 for no bound
 * @param maxFiles how many files
 */
record LogRotation(boolean kept, long maxSize, int maxFiles) {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,15})([kmgKMG]?)[bB]?");

    /** @throws EngineException INVALID_PARAMETER for an unknown driver, option or size */
    static LogRotation of(LogSpec log) {
        switch (log.driver()) {
            case "none":
                return new LogRotation(false, 0, 1);
            case "", "json-file":
                break;
            default:
                throw wrong("logger: no log driver named '" + log.driver() + "' is registered", "use json-file or none");
        }
        long size = 0;
        int files = 1;
        for (Map.Entry<String, String> option : log.options().entrySet()) {
            switch (option.getKey()) {
                case "max-size" -> size = size(option.getValue());
                case "max-file" -> files = count(option.getValue());
                default -> throw wrong("unknown log opt '" + option.getKey() + "' for json-file log driver", "use max-size, max-file");
            }
        }
        if (files > 1 && size == 0) {
            throw wrong("max-file (" + files + ") cannot be set without max-size", "add max-size");
        }
        return new LogRotation(true, size, files);
    }

    private static long size(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (text.equals("-1")) {
            return 0;
        }
        if (!matcher.matches()) {
            throw wrong("invalid size: '" + text + "'", "write a number with k, m or g");
        }
        int shift = switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
            case "k" -> 10;
            case "m" -> 20;
            case "g" -> 30;
            default -> 0;
        };
        return Long.parseLong(matcher.group(1)) << shift;
    }

    private static int count(String text) {
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw wrong("max-file must be a number from 1 to 9999, not '" + text + "'", "");
        }
        return Integer.parseInt(text);
    }

    private static EngineException wrong(String reason, String remedy) {
        return new EngineException(ErrorKind.INVALID_PARAMETER, "Cannot create the container", reason, remedy);
    }
}
