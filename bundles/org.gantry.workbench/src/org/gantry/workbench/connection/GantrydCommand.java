// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.connection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gantry.engine.api.EngineConfiguration;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;

/** The command line that starts gantryd on a store, apart from this process and its terminal. */
final class GantrydCommand {
    private static final String SETSID = "/usr/bin/setsid";
    private static final String PROGRAM = "gantryd";

    private GantrydCommand() {
    }

    /**
     * @param product folder of a product that has gantryd; empty when none is known
     * @param configuration the store, its run-time state, and the addresses to serve
     * @throws EngineException there is no gantryd
     */
    static List<String> of(Optional<Path> product, EngineConfiguration configuration) {
        Path program = product.map(folder -> folder.resolve(PROGRAM)).orElseThrow(() -> missing("it is not known where it is"));
        if (!Files.isExecutable(program)) {
            throw missing("there is no program " + program);
        }
        List<String> command = new ArrayList<>(List.of(SETSID, program.toString(), "--data-root",
                configuration.dataRoot().toString(), "--exec-root", configuration.execRoot().toString()));
        for (String host : configuration.hosts()) {
            command.add("-H");
            command.add(host);
        }
        return List.copyOf(command);
    }

    private static EngineException missing(String reason) {
        return new EngineException(ErrorKind.NOT_FOUND, "Cannot hand the containers over to gantryd", reason,
                "start the workbench with -gantry.gantryd and the folder of gantryd");
    }
}
