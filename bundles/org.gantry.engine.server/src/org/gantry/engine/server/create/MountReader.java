// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.create;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.container.MountSpec;
import org.gantry.engine.server.route.ApiException;

/** Reads what a request wants mounted, in its four forms: {@code Binds}, {@code Mounts}, {@code Tmpfs} and {@code Volumes}. */
final class MountReader {
    private final List<MountSpec> mounts = new ArrayList<>();

    List<MountSpec> mounts() {
        return mounts;
    }

    /** {@code source:target[:options]}, source a host path or a volume's name; or a target alone, for an anonymous volume. */
    void addBind(String bind) {
        String[] parts = bind.split(":", -1);
        if (parts.length > 3 || parts.length == 0 || bind.isEmpty()) {
            throw invalid(bind, "source:target[:options] is expected");
        }
        if (parts.length == 1) {
            add(MountSpec.Type.VOLUME, "", parts[0], false, "", bind);
            return;
        }
        boolean readOnly = parts.length == 3 && readBindOptions(parts[2], bind);
        if (parts[0].isEmpty()) {
            throw invalid(bind, "the source is empty");
        }
        add(parts[0].startsWith("/") ? MountSpec.Type.BIND : MountSpec.Type.VOLUME, parts[0], parts[1], readOnly, "", bind);
    }

    void addTmpfs(String target, String options) {
        add(MountSpec.Type.TMPFS, "", target, false, options, target);
    }

    /** A path of {@code Config.Volumes}: an anonymous volume, unless something else is mounted there. */
    void addAnonymous(String target) {
        if (mounts.stream().noneMatch(mount -> mount.target().equals(target))) {
            add(MountSpec.Type.VOLUME, "", target, false, "", target);
        }
    }

    void add(HostConfigBody.Mount mount) {
        String text = mount.type() + " at " + mount.target();
        String source = mount.source() == null ? "" : mount.source();
        switch (mount.type() == null ? "" : mount.type()) {
            case "bind" -> {
                if (!source.startsWith("/")) {
                    throw invalid(text, "the source of a bind is an absolute path");
                }
                if (mount.bindOptions() != null) {
                    checkPropagation(mount.bindOptions().propagation() == null ? "" : mount.bindOptions().propagation());
                }
                add(MountSpec.Type.BIND, source, mount.target(), mount.readOnly(), "", text);
            }
            case "volume" -> {
                checkVolumeOptions(mount.volumeOptions());
                add(MountSpec.Type.VOLUME, source, mount.target(), mount.readOnly(), "", text);
            }
            case "tmpfs" -> add(MountSpec.Type.TMPFS, "", mount.target(), mount.readOnly(), tmpfsOptions(mount.tmpfsOptions()), text);
            default -> throw ApiException.notImplemented("Cannot create the container: mounts of type \"" + mount.type()
                    + "\" (HostConfig.Mounts) are not supported by this engine yet; bind, volume and tmpfs are");
        }
    }

    private void add(MountSpec.Type type, String source, String target, boolean readOnly, String options, String text) {
        if (target == null || !target.startsWith("/")) {
            throw invalid(text, "the mount path must be absolute");
        }
        if (mounts.stream().anyMatch(mount -> mount.target().equals(target))) {
            throw ApiException.badRequest("Duplicate mount point: " + target);
        }
        mounts.add(new MountSpec(type, source, target, readOnly, options));
    }

    /** True for read-only. */
    private static boolean readBindOptions(String options, String bind) {
        boolean readOnly = false;
        for (String option : options.split(",", -1)) {
            switch (option) {
                case "ro" -> readOnly = true;
                // Labels are for SELinux and the last three for Docker Desktop: without them there is nothing to do.
                case "rw", "z", "Z", "consistent", "cached", "delegated" -> { /* nothing changes */ }
                case "nocopy" -> throw notYet("nocopy");
                default -> {
                    if (!List.of("shared", "rshared", "slave", "rslave", "private", "rprivate").contains(option)) {
                        throw invalid(bind, "invalid mode: " + option);
                    }
                    checkPropagation(option);
                }
            }
        }
        return readOnly;
    }

    private static void checkPropagation(String propagation) {
        if (!List.of("", "private", "rprivate").contains(propagation)) {
            throw notYet(propagation);
        }
    }

    private static void checkVolumeOptions(HostConfigBody.VolumeOptions options) {
        if (options == null) {
            return;
        }
        if (options.noCopy()) {
            throw notYet("NoCopy");
        }
        if (options.subpath() != null && !options.subpath().isEmpty()) {
            throw notYet("Subpath");
        }
        HostConfigBody.DriverConfig driver = options.driverConfig();
        if (driver != null && (driver.name() != null && !List.of("", "local").contains(driver.name()) || isFilled(driver.options()))) {
            throw notYet("DriverConfig");
        }
    }

    private static boolean isFilled(Map<String, String> map) {
        return map != null && !map.isEmpty();
    }

    private static String tmpfsOptions(HostConfigBody.TmpfsOptions options) {
        if (options == null) {
            return "";
        }
        List<String> texts = new ArrayList<>();
        if (options.size() > 0) {
            texts.add("size=" + options.size());
        }
        if (options.mode() != 0) {
            texts.add("mode=" + Integer.toOctalString(options.mode()));
        }
        return String.join(",", texts);
    }

    private static ApiException notYet(String option) {
        return ApiException.notImplemented("Cannot create the container: the mount option " + option
                + " is not supported by this engine yet");
    }

    private static ApiException invalid(String text, String reason) {
        return ApiException.badRequest("invalid volume specification: '" + text + "': " + reason);
    }
}
