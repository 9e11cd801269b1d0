// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.HostSpec;
import org.gantry.engine.api.container.LogSpec;
import org.gantry.engine.api.container.ProcessSpec;
import org.gantry.engine.api.container.ResourceLimits;
import org.gantry.engine.api.container.RestartPolicy;
import org.gantry.engine.api.container.SecuritySpec;

/**
 * A container to run, as the dialog gathered it.
 *
 * @param image reference or id
 * @param name empty for a made-up one
 * @param command words; empty for the image's
 * @param terminal true for a terminal and an open standard input
 * @param network {@code bridge}, {@code host} or {@code none}
 * @param autoRemove remove it when it ends
 * @param readOnly no writing to its own files
 * @param memory bytes; 0 for no limit
 * @param nanoCpus billionths of a CPU; 0 for no limit
 * @param env {@code NAME=value}
 */
record RunRequest(String image, String name, List<String> command, boolean terminal, String network, boolean autoRemove,
        boolean readOnly, long memory, long nanoCpus, List<String> env) {
    RunRequest {
        command = List.copyOf(command);
        env = List.copyOf(env);
    }

    ContainerSpec spec() {
        ProcessSpec process = new ProcessSpec(null, command.isEmpty() ? null : command, env, "", "", terminal);
        SecuritySpec security = new SecuritySpec(false, List.of(), List.of(), readOnly, false, false, List.of());
        ResourceLimits limits = new ResourceLimits(memory, 0, nanoCpus, 0, "", 0);
        HostSpec host = new HostSpec(network, List.of(), List.of(), limits, security, List.of(), LogSpec.DEFAULT,
                RestartPolicy.NO, autoRemove, false, 0);
        return new ContainerSpec(image, name, process, terminal, false, "", "", Map.of(), "", null, host);
    }

    /** The same in a shell: {@code docker run -d --name web nginx:1.27}. */
    String dockerLine() {
        List<String> words = new ArrayList<>(List.of("docker", "run", terminal ? "-it" : "-d"));
        if (autoRemove) {
            words.add("--rm");
        }
        option(words, "--name", name);
        option(words, "--network", network.equals("bridge") ? "" : network);
        option(words, "--memory", memory == 0 ? "" : memoryText(memory));
        option(words, "--cpus", nanoCpus == 0 ? "" : cpusText(nanoCpus));
        if (readOnly) {
            words.add("--read-only");
        }
        env.forEach(variable -> option(words, "-e", variable));
        words.add(image);
        words.addAll(command);
        return ShellWords.join(words);
    }

    private static void option(List<String> words, String option, String value) {
        if (!value.isEmpty()) {
            words.add(option);
            words.add(value);
        }
    }

    private static String memoryText(long bytes) {
        String[] units = {"b", "k", "m", "g"};
        long amount = bytes;
        int unit = 0;
        while (unit < units.length - 1 && amount % 1024 == 0) {
            amount /= 1024;
            unit++;
        }
        return amount + units[unit];
    }

    private static String cpusText(long nanoCpus) {
        return java.math.BigDecimal.valueOf(nanoCpus, 9).stripTrailingZeros().toPlainString();
    }
}
