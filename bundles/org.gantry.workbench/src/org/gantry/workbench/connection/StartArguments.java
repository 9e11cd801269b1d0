// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.connection;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gantry.engine.api.EngineConfiguration;

/**
 * What the workbench was told at its start: by arguments {@code -gantry.host unix:///…}, {@code -gantry.data-root PATH},
 * {@code -gantry.exec-root PATH}, {@code -gantry.gantryd FOLDER}, or by system properties of the same names.
 *
 * @param host where an engine is looked for, and where an engine of this window is served
 * @param dataRoot store of an engine of this window
 * @param execRoot its run-time state
 * @param gantryd folder of the gantryd product that takes over when the window closes; empty when unknown
 */
public record StartArguments(URI host, Path dataRoot, Path execRoot, Optional<Path> gantryd) {
    private static final String HOST = "gantry.host";
    private static final String DATA_ROOT = "gantry.data-root";
    private static final String EXEC_ROOT = "gantry.exec-root";
    private static final String GANTRYD = "gantry.gantryd";
    /** Set by the start script of a product; gantryd lies beside it. */
    private static final String HOME = "gantry.home";
    private static final String SOCKET = "gantry.sock";

    /**
     * Reads the arguments; the command line wins over system properties. The address defaults to the socket in the exec root, that is
     * {@code unix:///run/gantry/gantry.sock}.
     *
     * @param arguments the application's arguments
     * @param properties answers a system property or null
     * @throws IllegalArgumentException the address is not one
     */
    public static StartArguments of(String[] arguments, UnaryOperator<String> properties) {
        EngineConfiguration system = EngineConfiguration.system(List.of());
        Path dataRoot = value(DATA_ROOT, arguments, properties).map(Path::of).orElse(system.dataRoot()).toAbsolutePath();
        Path execRoot = value(EXEC_ROOT, arguments, properties).map(Path::of).orElse(system.execRoot()).toAbsolutePath();
        URI host = value(HOST, arguments, properties).map(URI::create)
                .orElseGet(() -> URI.create("unix://" + execRoot.resolve(SOCKET)));
        Optional<String> gantryd = value(GANTRYD, arguments, properties).or(() -> value(HOME, arguments, properties));
        return new StartArguments(host, dataRoot, execRoot, gantryd.map(Path::of));
    }

    /** How an engine of this window is opened. */
    public EngineConfiguration configuration() {
        return new EngineConfiguration(dataRoot, execRoot, List.of(host.toString()));
    }

    private static Optional<String> value(String name, String[] arguments, UnaryOperator<String> properties) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals("-" + name)) {
                return Optional.of(arguments[i + 1]);
            }
        }
        return Optional.ofNullable(properties.apply(name)).filter(value -> !value.isBlank());
    }
}
