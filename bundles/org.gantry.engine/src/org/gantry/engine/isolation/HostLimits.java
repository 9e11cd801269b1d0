// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the engine's own process may do, which bounds what containers may do.
 *
 * @param boundingCapabilities mask of its bounding set
 * @param hardOpenFiles its hard limit of open files; {@link ResourceLimit#UNLIMITED} for none
 * @param kernel release such as {@code 6.18.1}
 * @param bootId changes with each start of the machine
 * @param timeNamespaces true when the kernel has them
 * @param cpusWithThrottle paths of thermal_throttle folders that exist, which containers must not read
 */
public record HostLimits(long boundingCapabilities, long hardOpenFiles, String kernel, String bootId, boolean timeNamespaces,
        List<String> cpusWithThrottle) {
    private static final Pattern OPEN_FILES = Pattern.compile("Max open files\\s+(\\S+)\\s+(\\S+)");

    public HostLimits {
        cpusWithThrottle = List.copyOf(cpusWithThrottle);
    }

    /** Reads them from {@code /proc} and {@code /sys}. */
    public static HostLimits read() throws IOException {
        long bounding = 0;
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("CapBnd:")) {
                bounding = Long.parseUnsignedLong(line.substring(7).trim(), 16);
            }
        }
        return new HostLimits(bounding, hardOpenFiles(Files.readString(Path.of("/proc/self/limits"))),
                Files.readString(Path.of("/proc/sys/kernel/osrelease")).trim(),
                Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).trim(),
                Files.exists(Path.of("/proc/self/ns/time")), throttles());
    }

    static long hardOpenFiles(String limits) {
        Matcher matcher = OPEN_FILES.matcher(limits);
        if (!matcher.find() || matcher.group(2).equals("unlimited")) {
            return ResourceLimit.UNLIMITED;
        }
        return Long.parseLong(matcher.group(2));
    }

    private static List<String> throttles() throws IOException {
        Path cpus = Path.of("/sys/devices/system/cpu");
        try (var folders = Files.newDirectoryStream(cpus, "cpu[0-9]*")) {
            List<String> found = new ArrayList<>();
            for (Path cpu : folders) {
                Path throttle = cpu.resolve("thermal_throttle");
                if (Files.isDirectory(throttle)) {
                    found.add(throttle.toString());
                }
            }
            found.sort(null);
            return found;
        }
    }

    /** True when the running kernel is at least the given one. */
    public boolean kernelAtLeast(int major, int minor) {
        String[] parts = kernel.split("[^0-9]+", 3);
        int ownMajor = Integer.parseInt(parts[0]);
        int ownMinor = parts.length > 1 && !parts[1].isEmpty() ? Integer.parseInt(parts[1]) : 0;
        return ownMajor > major || ownMajor == major && ownMinor >= minor;
    }

    /** Limits of a container's processes unless told otherwise: Docker's for open files, as far as the engine may go itself. */
    public List<ResourceLimit> defaultLimits() {
        long hard = hardOpenFiles == ResourceLimit.UNLIMITED ? 524_288 : Math.min(524_288, hardOpenFiles);
        return List.of(new ResourceLimit(ResourceLimit.NOFILE, Math.min(1024, hard), hard));
    }
}
