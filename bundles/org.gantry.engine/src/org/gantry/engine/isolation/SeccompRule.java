// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.util.List;
import java.util.Set;

/**
 * One rule of a seccomp profile.
 *
 * @param errno 0 to allow, else what the calls are answered with
 * @param calls names of system calls
 * @param arguments conditions on their arguments, all of which must hold
 * @param capability the container must have it; null for none
 * @param withoutCapability the container must not have it; null for none
 * @param architectures the machine must be one of them, in Go's names; empty for any
 * @param otherArchitectures the machine must be none of them
 * @param kernel oldest kernel, such as {@code 4.8}; empty for any
 */
record SeccompRule(int errno, List<String> calls, List<Argument> arguments, Capability capability, Capability withoutCapability,
        Set<String> architectures, Set<String> otherArchitectures, String kernel) {

    SeccompRule {
        calls = List.copyOf(calls);
        arguments = List.copyOf(arguments);
        architectures = Set.copyOf(architectures);
        otherArchitectures = Set.copyOf(otherArchitectures);
    }

    /** How an argument is compared; the number is libseccomp's {@code enum scmp_compare}. */
    enum Comparison {
        LESS(2), EQUAL(4), GREATER(6), MASKED_EQUAL(7);

        private final int number;

        Comparison(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    /**
     * A condition on an argument.
     *
     * @param index which, from 0
     * @param comparison how
     * @param value with what; for MASKED_EQUAL the mask
     * @param masked for MASKED_EQUAL what the masked argument must be
     */
    record Argument(int index, Comparison comparison, long value, long masked) {
    }

    /** True when the rule concerns a container with these capabilities on this machine. */
    boolean applies(long capabilities, String architecture, HostLimits host) {
        return (capability == null || capability.in(capabilities))
                && (withoutCapability == null || !withoutCapability.in(capabilities))
                && (architectures.isEmpty() || architectures.contains(architecture)) && !otherArchitectures.contains(architecture)
                && (kernel.isEmpty() || kernelSuffices(host));
    }

    private boolean kernelSuffices(HostLimits host) {
        String[] parts = kernel.split("\\.");
        return host.kernelAtLeast(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
}
