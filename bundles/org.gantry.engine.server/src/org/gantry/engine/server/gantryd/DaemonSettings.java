// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.gantryd;

import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.server.ApiServing;

/**
 * How a gantryd is to run.
 *
 * @param hosts addresses to serve
 * @param dataRoot the store
 * @param execRoot run-time state
 * @param pidFile gets the process id
 * @param group that may use the sockets; empty for the default
 * @param logLevel least level that is logged
 * @param labels {@code key=value}, told by {@code /info}
 * @param warnings about options that have no effect
 */
record DaemonSettings(List<URI> hosts, Path dataRoot, Path execRoot, Path pidFile, String group, Level logLevel, List<String> labels,
        List<String> warnings) {
    private static final Path DEFAULT_FILE = Path.of("/etc/gantry/daemon.json");
    private static final String TRIED = "Cannot start gantryd";

    /**
     * Joins command line and configuration file.
     *
     * @throws EngineException a value is wrong, or given in both
     */
    static DaemonSettings of(Map<DaemonOption, List<String>> flags) {
        Map<DaemonOption, List<String>> values = new TreeMap<>(flags);
        Path file = flags.containsKey(DaemonOption.CONFIG_FILE) ? Path.of(flags.get(DaemonOption.CONFIG_FILE).get(0)) : DEFAULT_FILE;
        if (flags.containsKey(DaemonOption.CONFIG_FILE) || Files.exists(file)) {
            Map<DaemonOption, List<String>> inFile = DaemonFile.read(file);
            refuseConflicts(flags, inFile, file);
            values.putAll(inFile);
        }
        List<String> warnings = new ArrayList<>();
        values.forEach((option, given) -> check(option, given, warnings));
        Path execRoot = path(values, DaemonOption.EXEC_ROOT, "/run/gantry");
        return new DaemonSettings(hosts(values), path(values, DaemonOption.DATA_ROOT, "/var/lib/gantry"), execRoot,
                path(values, DaemonOption.PID_FILE, execRoot.resolve("gantryd.pid").toString()), text(values, DaemonOption.GROUP, ""),
                level(values), labels(values), List.copyOf(warnings));
    }

    private static void refuseConflicts(Map<DaemonOption, List<String>> flags, Map<DaemonOption, List<String>> inFile, Path file) {
        List<String> conflicts = new ArrayList<>();
        inFile.forEach((option, value) -> {
            if (flags.containsKey(option)) {
                conflicts.add(option.key() + ": (from flag: " + flags.get(option) + ", from file: " + value + ")");
            }
        });
        if (!conflicts.isEmpty()) {
            throw new EngineException(ErrorKind.INVALID_PARAMETER, "Cannot use the configuration " + file,
                    "the following directives are specified both as a flag and in the configuration file: " + String.join(", ", conflicts),
                    "take them from one of the two");
        }
    }

    private static void check(DaemonOption option, List<String> values, List<String> warnings) {
        boolean off = option.kind() == DaemonOption.Kind.FLAG && values.equals(List.of("false"));
        switch (option.use()) {
            case CHECKED -> checkValues(option, values);
            case IGNORED -> warnings.add(option.flag() + " has no effect in this release");
            case REFUSED -> {
                if (!off) {
                    throw wrong(option.flag() + " is not supported yet, and running without it would be less safe than asked for",
                            "leave it out");
                }
            }
            case APPLIED, NEEDLESS -> { /* nothing to check */ }
        }
    }

    private static void checkValues(DaemonOption option, List<String> values) {
        List<String> known = switch (option) {
            case EXEC_OPT -> List.of("native.cgroupdriver=cgroupfs");
            case STORAGE_DRIVER -> List.of("overlay2", "overlay");
            case LOG_DRIVER -> List.of("json-file");
            default -> throw new IllegalArgumentException(option.name());
        };
        for (String value : values) {
            if (!known.contains(value)) {
                throw wrong(option.flag() + " " + value + " is not supported", "use " + known.get(0));
            }
        }
    }

    private static List<URI> hosts(Map<DaemonOption, List<String>> values) {
        List<URI> hosts = new ArrayList<>();
        for (String host : values.getOrDefault(DaemonOption.HOST, List.of("unix:///run/gantry/gantry.sock"))) {
            URI address;
            try {
                address = URI.create(host.startsWith("/") ? "unix://" + host : host);
            } catch (IllegalArgumentException e) {
                throw wrong("invalid address \"" + host + "\" for --host: " + e.getMessage(), "use unix:///path");
            }
            ApiServing.path(address);
            hosts.add(address);
        }
        return hosts;
    }

    private static Path path(Map<DaemonOption, List<String>> values, DaemonOption option, String otherwise) {
        String text = text(values, option, otherwise);
        if (text.isEmpty()) {
            throw wrong("the path for " + option.flag() + " is empty", "give one");
        }
        return Path.of(text).toAbsolutePath().normalize();
    }

    private static Level level(Map<DaemonOption, List<String>> values) {
        if (values.containsKey(DaemonOption.DEBUG) && values.get(DaemonOption.DEBUG).equals(List.of("true"))) {
            return Level.DEBUG;
        }
        String level = text(values, DaemonOption.LOG_LEVEL, "info");
        return switch (level) {
            case "trace" -> Level.TRACE;
            case "debug" -> Level.DEBUG;
            case "info" -> Level.INFO;
            case "warn", "warning" -> Level.WARNING;
            case "error", "fatal", "panic" -> Level.ERROR;
            default -> throw wrong("invalid logging level: " + level, "use debug, info, warn, error or fatal");
        };
    }

    private static List<String> labels(Map<DaemonOption, List<String>> values) {
        List<String> labels = values.getOrDefault(DaemonOption.LABEL, List.of());
        for (String label : labels) {
            if (label.indexOf('=') < 1) {
                throw wrong("bad attribute format: " + label, "labels are key=value");
            }
        }
        return List.copyOf(labels);
    }

    private static String text(Map<DaemonOption, List<String>> values, DaemonOption option, String otherwise) {
        return values.containsKey(option) ? values.get(option).get(0) : otherwise;
    }

    private static EngineException wrong(String reason, String remedy) {
        return new EngineException(ErrorKind.INVALID_PARAMETER, TRIED, reason, remedy);
    }
}
