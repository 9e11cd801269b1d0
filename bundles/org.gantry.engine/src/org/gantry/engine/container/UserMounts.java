// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gantry.engine.api.container.MountSpec;
import org.gantry.engine.isolation.PlannedMount;
import org.gantry.engine.volume.VolumeStore;

/** Turns the mounts that users ask for into planned ones, and lays them over the standard ones. */
final class UserMounts {
    private static final long TMPFS = PlannedMount.NO_SUID | PlannedMount.NO_DEV | PlannedMount.NO_EXEC;

    private final VolumeStore volumes;

    UserMounts(VolumeStore volumes) {
        this.volumes = volumes;
    }

    /** Standard mounts without those that the user replaces, then the user's, parents before what lies below them. */
    List<PlannedMount> over(List<PlannedMount> standard, List<MountSpec> asked) {
        Set<String> targets = asked.stream().map(mount -> normal(mount.target())).collect(Collectors.toSet());
        List<PlannedMount> mounts = new ArrayList<>();
        for (PlannedMount mount : standard) {
            if (!targets.contains(mount.target())) {
                mounts.add(mount);
            }
        }
        asked.stream().sorted(Comparator.comparingInt(mount -> Path.of(mount.target()).normalize().getNameCount()))
                .forEach(mount -> mounts.add(planned(mount)));
        return mounts;
    }

    private PlannedMount planned(MountSpec mount) {
        String target = normal(mount.target());
        return switch (mount.type()) {
            case BIND -> PlannedMount.Bind.of(mount.source(), target, mount.readOnly());
            case VOLUME -> PlannedMount.Bind.of(volumes.mountpoint(mount.source()).toString(), target, mount.readOnly());
            case TMPFS -> tmpfs(target, mount);
        };
    }

    /** Options are both flags of the mount and parameters of the filesystem, as mount(8) takes them. */
    private static PlannedMount tmpfs(String target, MountSpec mount) {
        long attributes = mount.readOnly() ? TMPFS | PlannedMount.READ_ONLY : TMPFS;
        List<String> data = new ArrayList<>();
        for (String option : mount.options().isEmpty() ? new String[0] : mount.options().split(",")) {
            switch (option) {
                case "ro" -> attributes |= PlannedMount.READ_ONLY;
                case "rw" -> attributes &= ~PlannedMount.READ_ONLY;
                case "exec" -> attributes &= ~PlannedMount.NO_EXEC;
                case "noexec" -> attributes |= PlannedMount.NO_EXEC;
                case "suid" -> attributes &= ~PlannedMount.NO_SUID;
                case "nosuid" -> attributes |= PlannedMount.NO_SUID;
                case "dev" -> attributes &= ~PlannedMount.NO_DEV;
                case "nodev" -> attributes |= PlannedMount.NO_DEV;
                default -> data.add(option);
            }
        }
        return new PlannedMount.Filesystem(false, false, attributes, "tmpfs", "tmpfs", target, String.join(",", data));
    }

    private static String normal(String path) {
        return Path.of(path).normalize().toString();
    }
}
