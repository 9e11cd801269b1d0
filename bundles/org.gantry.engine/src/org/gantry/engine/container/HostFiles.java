// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.network.NetworkEndpoint;
import org.gantry.engine.isolation.PlannedMount;
import org.gantry.engine.store.StoreLayout;

/**
 * The files {@code hosts}, {@code hostname} and {@code resolv.conf} of a container: written anew at each start, kept beside its
 * record, mounted over those of the image.
 */
final class HostFiles {
    private static final Path HOST_RESOLV_CONF = Path.of("/etc/resolv.conf");
    /** What systemd-resolved would be asked to ask; its own stub is at an address of the host's loopback. */
    private static final Path RESOLVED_UPSTREAM = Path.of("/run/systemd/resolve/resolv.conf");
    private static final Path HOST_HOSTS = Path.of("/etc/hosts");
    private static final List<String> PUBLIC_SERVERS = List.of("8.8.8.8", "8.8.4.4");
    private static final String LOCAL_NAMES = """
            127.0.0.1\tlocalhost
            ::1\tlocalhost ip6-localhost ip6-loopback
            fe00::\tip6-localnet
            ff00::\tip6-mcastprefix
            ff02::1\tip6-allnodes
            ff02::2\tip6-allrouters
            """;

    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

    private final StoreLayout layout;

    HostFiles(StoreLayout layout) {
        this.layout = layout;
    }

    Path hosts(String id) {
        return layout.container(id).resolve("hosts");
    }

    Path hostname(String id) {
        return layout.container(id).resolve("hostname");
    }

    Path resolvConf(String id) {
        return layout.container(id).resolve("resolv.conf");
    }

    /** Not synced: a start after a crash writes them again. Blocks on the disk: platform threads only. */
    void write(ContainerRecord record, String hostname, boolean hostNetwork, NetworkEndpoint endpoint) throws IOException {
        String id = record.id();
        write(hostname(id), hostname + "\n");
        write(hosts(id), hosts(record.spec(), hostname, hostNetwork, endpoint));
        write(resolvConf(id), resolvConf(hostResolvConf(hostNetwork), record.spec().host().dns(), hostNetwork));
    }

    /** Where a container sees them. */
    List<PlannedMount> mounts(String id) {
        return List.of(PlannedMount.Bind.of(resolvConf(id).toString(), "/etc/resolv.conf", false),
                PlannedMount.Bind.of(hostname(id).toString(), "/etc/hostname", false),
                PlannedMount.Bind.of(hosts(id).toString(), "/etc/hosts", false));
    }

    /** Every user of the container may read them, whatever the engine's umask is. */
    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, READABLE);
    }

    private static String hosts(ContainerSpec spec, String hostname, boolean hostNetwork, NetworkEndpoint endpoint)
            throws IOException {
        StringBuilder text = new StringBuilder(hostNetwork ? readIfThere(HOST_HOSTS) : LOCAL_NAMES);
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        for (String entry : spec.host().hostnames()) {
            int colon = entry.indexOf(':');
            if (colon > 0) {
                String address = entry.substring(colon + 1);
                if (address.equals("host-gateway")) {
                    address = endpoint == null ? "127.0.0.1" : endpoint.gateway();
                }
                text.append(address).append('\t').append(entry, 0, colon).append('\n');
            }
        }
        if (endpoint != null && !endpoint.ipv4().isEmpty()) {
            String domain = spec.domainname().isEmpty() ? "" : hostname + "." + spec.domainname() + " ";
            text.append(endpoint.ipv4(), 0, endpoint.ipv4().indexOf('/')).append('\t').append(domain).append(hostname).append('\n');
        }
        return text.toString();
    }

    private static String hostResolvConf(boolean hostNetwork) throws IOException {
        String text = readIfThere(HOST_RESOLV_CONF);
        boolean stub = text.lines().anyMatch(line -> line.strip().equals("nameserver 127.0.0.53"));
        return stub && !hostNetwork ? readIfThere(RESOLVED_UPSTREAM) : text;
    }

    /** Servers on the host's loopback cannot be reached from another network namespace and are left out. */
    static String resolvConf(String host, List<String> servers, boolean hostNetwork) {
        List<String> kept = new ArrayList<>();
        List<String> chosen = new ArrayList<>(servers);
        for (String line : host.lines().toList()) {
            String[] words = line.strip().split("\\s+");
            if (words[0].equals("nameserver") && words.length > 1) {
                boolean loopback = words[1].startsWith("127.") || words[1].equals("::1");
                if (servers.isEmpty() && (hostNetwork || !loopback)) {
                    chosen.add(words[1]);
                }
            } else if (words[0].equals("search") || words[0].equals("domain") || words[0].equals("options")) {
                kept.add(line.strip());
            }
        }
        if (chosen.isEmpty()) {
            chosen.addAll(PUBLIC_SERVERS);
        }
        StringBuilder text = new StringBuilder();
        chosen.forEach(server -> text.append("nameserver ").append(server).append('\n'));
        kept.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static String readIfThere(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        }
    }
}
