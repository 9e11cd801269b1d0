// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.CreatedContainer;
import org.gantry.engine.api.container.MountSpec;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.ContainerAction;
import org.gantry.engine.api.image.Platform;
import org.gantry.engine.image.ImageResolver;
import org.gantry.engine.image.ResolvedImage;
import org.gantry.engine.network.ContainerNetworks;
import org.gantry.engine.volume.VolumeStore;

/** Makes containers. */
final class ContainerCreation {
    private static final String TRIED = "Cannot create the container";
    private static final int ID_BYTES = 32;
    private static final int SHORT = 12;

    private final ContainerTable table;
    private final ContainerStore store;
    private final BlockingWork work;
    private final ContainerEvents events;
    private final ImageResolver images;
    private final ContainerNetworks networks;
    private final VolumeStore volumes;
    private final SpecCheck check;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> beginning = new ConcurrentHashMap<>();

    ContainerCreation(ContainerTable table, ContainerStore store, BlockingWork work, ContainerEvents events, ImageResolver images,
            ContainerNetworks networks, VolumeStore volumes, SpecCheck check) {
        this.table = table;
        this.store = store;
        this.work = work;
        this.events = events;
        this.images = images;
        this.networks = networks;
        this.volumes = volumes;
        this.check = check;
    }

    CreatedContainer create(ContainerSpec asked) {
        String id = newId();
        ResolvedImage named = images.resolve(asked.image());
        beginning.put(id, named.id());
        try {
            // once more, now that its removal would be refused
            return create(asked, id, images.resolve(named.id()));
        } finally {
            beginning.remove(id);
        }
    }

    /** Images of containers that are being made, by the containers' ids. */
    Map<String, String> beginning() {
        return Map.copyOf(beginning);
    }

    private CreatedContainer create(ContainerSpec asked, String id, ResolvedImage image) {
        refuseForeign(asked.image(), image.platform());
        ContainerSpec spec = SpecCompletion.complete(asked, image.config(), id.substring(0, SHORT));
        String network = networks.check(spec.host().networkMode());
        List<String> warnings = check(spec);
        String name = reserveName(asked.name(), id);
        List<String> anonymous = new ArrayList<>();
        try {
            ContainerSpec mounted = withVolumes(spec, network, anonymous);
            ContainerRecord record = new ContainerRecord(id, name, Instant.now(), image.id(), mounted,
                    image.layersTopFirst().stream().map(Object::toString).toList(), anonymous);
            work(() -> {
                store.create(record);
                return null;
            });
            table.add(new Container(record, ContainerStatus.CREATED));
            events.publish(ContainerAction.CREATED, record);
            return new CreatedContainer(id, warnings);
        } catch (RuntimeException e) {
            table.release(name, id);
            anonymous.forEach(volumes::remove);
            throw e;
        }
    }

    /** Only sources of binds are looked for on the disk. */
    private List<String> check(ContainerSpec spec) {
        boolean binds = spec.host().mounts().stream().anyMatch(mount -> mount.type() == MountSpec.Type.BIND);
        return binds ? work(() -> check.check(spec)) : check.check(spec);
    }

    private String reserveName(String asked, String id) {
        if (!asked.isEmpty()) {
            String name = ContainerNames.check(asked, TRIED);
            table.reserve(name, id, TRIED);
            return name;
        }
        String name = ContainerNames.random(random);
        for (int number = 1; !table.isFree(name); number++) {
            name = ContainerNames.random(random) + number;
        }
        table.reserve(name, id, TRIED);
        return name;
    }

    private ContainerSpec withVolumes(ContainerSpec spec, String network, List<String> anonymous) {
        List<MountSpec> mounts = new ArrayList<>();
        for (MountSpec mount : spec.host().mounts()) {
            if (mount.type() == MountSpec.Type.VOLUME) {
                String volume = volumes.create(mount.source(), Map.of()).name();
                if (mount.source().isEmpty()) {
                    anonymous.add(volume);
                }
                mounts.add(new MountSpec(mount.type(), volume, mount.target(), mount.readOnly(), mount.options()));
            } else {
                mounts.add(mount);
            }
        }
        return SpecCompletion.withHost(spec, SpecCompletion.with(spec.host(), network, mounts));
    }

    /** Programs of another CPU would fail with no more than "exec format error". */
    private static void refuseForeign(String reference, Platform platform) {
        String machine = machine();
        boolean fits = platform.architecture().isEmpty() || platform.architecture().equals(machine)
                || machine.equals("amd64") && platform.architecture().equals("386")
                || machine.equals("arm64") && platform.architecture().equals("arm");
        if (!fits || !platform.os().isEmpty() && !platform.os().equals("linux")) {
            throw new EngineException(ErrorKind.INVALID_PARAMETER, TRIED, "the image " + reference + " is for " + platform
                    + ", this machine is linux/" + machine, "use an image for linux/" + machine);
        }
    }

    private static String machine() {
        String name = System.getProperty("os.arch");
        return switch (name) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> name;
        };
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        String id;
        do {
            random.nextBytes(bytes);
            id = HexFormat.of().formatHex(bytes);
            // a short id of digits alone would be a host name that reads as a number
        } while (id.substring(0, SHORT).chars().allMatch(Character::isDigit));
        return id;
    }

    private <T> T work(Callable<T> action) {
        try {
            return work.call(action);
        } catch (IOException e) {
            throw EngineException.system(TRIED, e, "check the disk of the store");
        }
    }
}
