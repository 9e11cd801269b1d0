// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.image;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.regex.PatternSyntaxException;
import org.gantry.engine.server.route.ApiException;

/** A value of the filter {@code reference}: a shell pattern for a reference with or without its tag, in familiar form. */
record ReferencePattern(PathMatcher matcher) {
    static ReferencePattern of(String pattern) {
        try {
            return new ReferencePattern(FileSystems.getDefault().getPathMatcher("glob:" + escaped(pattern)));
        } catch (PatternSyntaxException e) {
            throw new ApiException(400, "invalid reference filter \"" + pattern + "\": " + e.getDescription(), e);
        }
    }

    boolean matches(String reference) {
        int slash = reference.lastIndexOf('/');
        int colon = reference.indexOf(':', slash + 1);
        return matcher.matches(Path.of(reference)) || colon > 0 && matcher.matches(Path.of(reference.substring(0, colon)));
    }

    /** Go's path.Match has no alternatives in braces, and its star does not cross slashes even when doubled. */
    private static String escaped(String pattern) {
        return pattern.replace("{", "\\{").replace("}", "\\}").replaceAll("\\*+", "*");
    }
}
