// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.gantryd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gantry.engine.api.error.EngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaemonSettingsTest {
    @TempDir
    Path folder;

    private DaemonSettings settings(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--config-file";
        all[arguments.length + 1] = folder.resolve("daemon.json").toString();
        return DaemonSettings.of(CommandLine.parse(all));
    }

    private String refusal(String... arguments) {
        return assertThrows(EngineException.class, () -> settings(arguments)).getMessage();
    }

    private void file(String json) throws IOException {
        Files.writeString(folder.resolve("daemon.json"), json);
    }

    @Test
    void whatStartsDockerdStartsGantryd() throws IOException {
        file("{}");
        DaemonSettings settings = settings("-H", "unix:///tmp/a.sock", "--host=unix:///tmp/b.sock", "-H/tmp/c.sock", "--data-root", "/d",
                "--exec-root=/e", "-p", "/p.pid", "-D", "-G", "wheel", "--exec-opt", "native.cgroupdriver=cgroupfs",
                "--insecure-registry", "127.0.0.1:5000", "--label", "a=b", "--live-restore", "-s", "overlay2", "--iptables=false");
        assertEquals(List.of(URI.create("unix:///tmp/a.sock"), URI.create("unix:///tmp/b.sock"), URI.create("unix:///tmp/c.sock")),
                settings.hosts());
        assertEquals(Path.of("/d"), settings.dataRoot());
        assertEquals(Path.of("/e"), settings.execRoot());
        assertEquals(Path.of("/p.pid"), settings.pidFile());
        assertEquals(Level.DEBUG, settings.logLevel());
        assertEquals("wheel", settings.group());
        assertEquals(List.of("a=b"), settings.labels());
        assertEquals(List.of("--insecure-registry has no effect in this release", "--iptables has no effect in this release"),
                settings.warnings());
    }

    @Test
    void withoutArgumentsItIsTheSystemsEngine() throws IOException {
        file("");
        DaemonSettings settings = settings();
        assertEquals(List.of(URI.create("unix:///run/gantry/gantry.sock")), settings.hosts());
        assertEquals(Path.of("/var/lib/gantry"), settings.dataRoot());
        assertEquals(Path.of("/run/gantry/gantryd.pid"), settings.pidFile());
        assertEquals(Level.INFO, settings.logLevel());
        assertTrue(settings.warnings().isEmpty());
    }

    @Test
    void theFileSaysTheSameInItsOwnNames() throws IOException {
        file("""
                {"hosts":["unix:///tmp/f.sock"],"data-root":"/fd","exec-root":"/fe","pidfile":"/fp","group":"staff","debug":true,
                 "labels":["x=y"],"log-opts":{"max-size":"1m"},"features":{"buildkit":false},"tls":false}""");
        DaemonSettings settings = settings();
        assertEquals(List.of(URI.create("unix:///tmp/f.sock")), settings.hosts());
        assertEquals(Path.of("/fd"), settings.dataRoot());
        assertEquals(Path.of("/fe"), settings.execRoot());
        assertEquals(Path.of("/fp"), settings.pidFile());
        assertEquals("staff", settings.group());
        assertEquals(Level.DEBUG, settings.logLevel());
        assertEquals(List.of("x=y"), settings.labels());
        assertEquals(2, settings.warnings().size(), settings.warnings().toString());
    }

    @Test
    void unknownKeysAreNamed() throws IOException {
        file("{\"debug\":true,\"colour\":\"red\",\"Bride\":1}");
        String message = refusal();
        assertTrue(message.contains("the following directives don't match any configuration option: Bride, colour"), message);
        file("{\"debug\":\"yes\"}");
        assertTrue(refusal().contains("debug must be true or false"));
        file("{\"hosts\":\"unix:///x\"}");
        assertTrue(refusal().contains("hosts must be a list of texts"));
        file("{\"debug\":true,\n oops}");
        assertTrue(refusal().contains("it is no valid JSON") && refusal().contains("line 2"), refusal());
        file("[]");
        assertTrue(refusal().contains("a JSON object is expected"));
        Files.delete(folder.resolve("daemon.json"));
        assertTrue(refusal().startsWith("Cannot read the configuration "));
    }

    @Test
    void whatIsSaidTwiceIsAnError() throws IOException {
        file("{\"data-root\":\"/a\",\"group\":\"g\"}");
        String message = refusal("--data-root", "/b");
        assertTrue(message.contains("specified both as a flag and in the configuration file: "
                + "data-root: (from flag: [/b], from file: [/a])"), message);
        assertFalse(message.contains("group"));
    }

    @ParameterizedTest
    @CsvSource({"--colour, unknown flag: --colour", "-Z, unknown shorthand flag: 'Z'", "-H, is no option", "extra, is no option",
        "--debug=maybe, true or false is expected", "--tlsverify, less safe than asked for", "--userns-remap=default, less safe",
        "--log-level=loud, invalid logging level: loud", "-H=tcp://0.0.0.0:2375, only unix sockets are served",
        "--host=unix://relative, only unix sockets are served", "--exec-opt=native.cgroupdriver=systemd, is not supported",
        "--storage-driver=btrfs, use overlay2", "--label=nothing, bad attribute format: nothing", "--data-root=, is empty"})
    void wrongArgumentsAreToldWhy(String argument, String reason) throws IOException {
        file("{}");
        String message = refusal(argument);
        assertTrue(message.contains(reason), message);
    }

    @Test
    void lettersMayShareADash() {
        var values = CommandLine.parse("-DH", "unix:///x", "-l=debug", "--icc=0");
        assertEquals(List.of("true"), values.get(DaemonOption.DEBUG));
        assertEquals(List.of("unix:///x"), values.get(DaemonOption.HOST));
        assertEquals(List.of("debug"), values.get(DaemonOption.LOG_LEVEL));
        assertEquals(List.of("false"), values.get(DaemonOption.ICC));
        assertTrue(assertThrows(EngineException.class, () -> CommandLine.parse("--pidfile")).getMessage()
                .contains("flag needs an argument: --pidfile"));
    }

    @Test
    void aPidfileOfALivingProcessIsRespected() throws IOException {
        Path file = folder.resolve("run").resolve("d.pid");
        PidFile own = PidFile.write(file);
        assertEquals(ProcessHandle.current().pid() + "\n", Files.readString(file));
        own.remove();
        assertFalse(Files.exists(file));
        Files.writeString(file, "1\n");
        assertTrue(assertThrows(EngineException.class, () -> PidFile.write(file)).getMessage().contains("process 1"));
        Files.writeString(file, "999999999");
        PidFile.write(file).remove();
    }
}
