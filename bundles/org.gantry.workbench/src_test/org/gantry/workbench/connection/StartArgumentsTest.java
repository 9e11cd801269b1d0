// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartArgumentsTest {
    @Test
    void nothingSaidMeansTheSystemsEngine() {
        StartArguments arguments = StartArguments.of(new String[0], name -> null);
        assertEquals(URI.create("unix:///run/gantry/gantry.sock"), arguments.host());
        assertEquals(Path.of("/var/lib/gantry"), arguments.dataRoot());
        assertEquals(Path.of("/run/gantry"), arguments.execRoot());
        assertTrue(arguments.gantryd().isEmpty());
    }

    @Test
    void theCommandLineWinsOverProperties() {
        Map<String, String> properties = Map.of("gantry.data-root", "/property", "gantry.exec-root", "/exec");
        StartArguments arguments = StartArguments.of(new String[] {"-other", "x", "-gantry.data-root", "/argument"}, properties::get);
        assertEquals(Path.of("/argument"), arguments.dataRoot());
        assertEquals(Path.of("/exec"), arguments.execRoot());
        assertEquals(URI.create("unix:///exec/gantry.sock"), arguments.host());
    }

    @Test
    void theHostIsNotedInTheConfiguration() {
        StartArguments arguments = StartArguments.of(new String[] {"-gantry.host", "unix:///tmp/g.sock"}, name -> null);
        assertEquals(List.of("unix:///tmp/g.sock"), arguments.configuration().hosts());
        assertEquals(Path.of("/var/lib/gantry"), arguments.configuration().dataRoot());
    }

    @Test
    void gantrydIsLookedForInTheProductUnlessSaid() {
        Map<String, String> product = Map.of("gantry.home", "/opt/gantry");
        assertEquals(Optional.of(Path.of("/opt/gantry")), StartArguments.of(new String[0], product::get).gantryd());
        assertEquals(Optional.of(Path.of("/other")),
                StartArguments.of(new String[] {"-gantry.gantryd", "/other"}, product::get).gantryd());
    }

    @Test
    void anArgumentWithoutItsValueIsIgnored() {
        assertEquals(Path.of("/run/gantry"), StartArguments.of(new String[] {"-gantry.exec-root"}, name -> null).execRoot());
    }

    @Test
    void whatIsNoAddressIsSaidAtOnce() {
        assertThrows(IllegalArgumentException.class,
                () -> StartArguments.of(new String[] {"-gantry.host", "not an address"}, name -> null));
    }
}
