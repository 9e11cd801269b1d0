// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.linux.SeccompFilter;

/**
 * Makes filters of the standard profile by libseccomp and keeps them: containers with the same capabilities share one. May be called
 * by any platform thread.
 */
public final class SeccompCompiler {
    private static final int EPERM = 1;
    private static final int ARGUMENT_SIZE = 24;
    private static final byte[] NO_ARGUMENTS = {};

    /** 32-bit (and x32) programs that the machine runs as well, by Go's name of the machine; numbers are libseccomp's. */
    private static final Map<String, int[]> SECONDARY = Map.of("amd64", new int[] {0x40000003, 0x4000003e}, "arm64",
            new int[] {0x40000028});

    private final SeccompProfile profile;
    private final HostLimits host;
    private final String architecture;
    private final Map<Long, SeccompProgram> programs = new ConcurrentHashMap<>();

    /**
     * @param host whose kernel counts
     * @throws IOException the profile is missing from the bundle or malformed
     */
    public SeccompCompiler(HostLimits host) throws IOException {
        this(SeccompProfile.standard(), host, goArchitecture());
    }

    SeccompCompiler(SeccompProfile profile, HostLimits host, String architecture) {
        this.profile = profile;
        this.host = host;
        this.architecture = architecture;
    }

    /** The filter for a container whose capabilities are bounded by a mask. */
    public SeccompProgram program(long capabilities) {
        return programs.computeIfAbsent(capabilities, this::compile);
    }

    private SeccompProgram compile(long capabilities) {
        List<SeccompRule> rules = profile.rules().stream().filter(rule -> rule.applies(capabilities, architecture, host)).toList();
        // a call that is allowed whatever its arguments needs no rule about them
        Set<String> plain = new HashSet<>();
        SortedMap<Integer, Integer> recent = new TreeMap<>();
        try (SeccompFilter filter = new SeccompFilter(SeccompFilter.errno(EPERM))) {
            for (int secondary : SECONDARY.getOrDefault(architecture, new int[0])) {
                filter.addArchitecture(secondary);
            }
            for (SeccompRule rule : rules) {
                if (rule.arguments().isEmpty()) {
                    plain.addAll(rule.calls());
                    addPlain(filter, rule, recent);
                }
            }
            for (SeccompRule rule : rules) {
                if (!rule.arguments().isEmpty()) {
                    for (String call : rule.calls()) {
                        if (!plain.contains(call)) {
                            filter.add(action(rule), call, arguments(rule));
                        }
                    }
                }
            }
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.writeBytes(SeccompPrologue.instructions(recent, architecture.equals("amd64"),
                    plain.contains(RecentSystemCalls.URETPROBE)));
            whole.writeBytes(filter.instructions());
            return new SeccompProgram(0, whole.toByteArray());
        } catch (IOException e) {
            throw EngineException.system("Cannot make the seccomp filter", e, "check that libseccomp2 2.5 or newer is installed");
        }
    }

    private static void addPlain(SeccompFilter filter, SeccompRule rule, SortedMap<Integer, Integer> recent) throws IOException {
        for (String call : rule.calls()) {
            OptionalInt number = RecentSystemCalls.number(call);
            if (number.isPresent()) {
                recent.put(number.getAsInt(), rule.errno());
            } else {
                filter.add(action(rule), call, NO_ARGUMENTS);
            }
        }
    }

    private static int action(SeccompRule rule) {
        return rule.errno() == 0 ? SeccompFilter.ALLOW : SeccompFilter.errno(rule.errno());
    }

    private static byte[] arguments(SeccompRule rule) {
        ByteBuffer buffer = ByteBuffer.allocate(rule.arguments().size() * ARGUMENT_SIZE).order(ByteOrder.nativeOrder());
        for (SeccompRule.Argument argument : rule.arguments()) {
            buffer.putInt(argument.index()).putInt(argument.comparison().number()).putLong(argument.value())
                    .putLong(argument.masked());
        }
        return buffer.array();
    }

    private static String goArchitecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> System.getProperty("os.arch");
        };
    }
}
