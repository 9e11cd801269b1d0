// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an engine tells of the machine it runs on.
 *
 * @param hostName its name
 * @param operatingSystem for people
 * @param kernel release
 * @param memory bytes
 * @param architecture Go's name of the CPU
 */
record HostFacts(String hostName, String operatingSystem, String kernel, long memory, String architecture) {
    private static final Path OS_RELEASE = Path.of("/etc/os-release");
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
    private static final Path KERNEL = Path.of("/proc/sys/kernel/osrelease");

    /** Reads proc(5) and os-release(5). */
    static HostFacts read() throws IOException {
        return new HostFacts(Files.readString(HOST_NAME).strip(), readOperatingSystem(), Files.readString(KERNEL).strip(), readMemory(),
                goName(System.getProperty("os.arch")));
    }

    private static String readOperatingSystem() throws IOException {
        List<String> lines = Files.exists(OS_RELEASE) ? Files.readAllLines(OS_RELEASE) : List.of();
        return lines.stream().filter(line -> line.startsWith("PRETTY_NAME=")).findFirst()
                .map(line -> line.substring("PRETTY_NAME=".length()).replace("\"", "")).orElse("Linux");
    }

    private static long readMemory() throws IOException {
        try (Stream<String> lines = Files.lines(MEMORY)) {
            return lines.filter(line -> line.startsWith("MemTotal:")).findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024).orElse(0L);
        }
    }

    private static String goName(String javaName) {
        return switch (javaName) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> javaName;
        };
    }
}
