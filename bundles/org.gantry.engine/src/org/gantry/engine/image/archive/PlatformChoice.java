// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image.archive;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gantry.engine.api.image.Platform;

/** Which of several images a machine runs best. */
public final class PlatformChoice {
    /** Java's names of CPUs, and Go's, which images use. */
    private static final Map<String, String> ARCHITECTURES = Map.of("x86_64", "amd64", "aarch64", "arm64", "x86", "386");

    private PlatformChoice() {
    }

    /** What this machine is. */
    public static Platform machine() {
        String architecture = System.getProperty("os.arch");
        return new Platform("linux", ARCHITECTURES.getOrDefault(architecture, architecture), "");
    }

    /** Null when none is for the machine. Among CPU variants the plainest wins, since it runs everywhere. */
    static Descriptor best(List<Descriptor> candidates, Platform machine) {
        Descriptor best = null;
        for (Descriptor each : candidates) {
            Platform platform = each.platform();
            boolean fits = platform != null && platform.os().equals(machine.os())
                    && platform.architecture().equals(machine.architecture());
            if (fits && (best == null || platform.variant().compareTo(best.platform().variant()) < 0)) {
                best = each;
            }
        }
        return best;
    }

    static String names(List<Descriptor> candidates) {
        return candidates.stream().map(each -> each.platform().toString()).distinct().limit(10).collect(Collectors.joining(", "));
    }
}
