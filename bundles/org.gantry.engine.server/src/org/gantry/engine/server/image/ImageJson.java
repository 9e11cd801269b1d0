// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gantry.engine.api.image.ImageConfig;
import org.gantry.engine.api.image.ImageDetails;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.engine.server.route.ApiVersion;
import org.gantry.engine.server.route.Times;

/** {@code ImageInspect} of the API. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImageJson(String id, List<String> repoTags, List<String> repoDigests, String parent, String comment, String created,
        String dockerVersion, String author, Config config, String architecture, String variant, String os, long size,
        Long virtualSize, GraphDriver graphDriver, @JsonProperty("RootFS") RootFs rootFs, Metadata metadata) {

    /** Docker's image configuration; what concerns only containers is empty. */
    record Config(String hostname, String domainname, String user, boolean attachStdin, boolean attachStdout, boolean attachStderr,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> exposedPorts, boolean tty, boolean openStdin,
            boolean stdinOnce, List<String> env, List<String> cmd, String image, Map<String, Object> volumes, String workingDir,
            List<String> entrypoint, List<String> onBuild, Map<String, String> labels,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String stopSignal,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> shell) {
    }

    record GraphDriver(Map<String, String> data, String name) {
    }

    record RootFs(String type, List<String> layers) {
    }

    record Metadata(String lastTagTime) {
    }

    static ImageJson of(ImageDetails image, ApiVersion version) {
        ImageSummary summary = image.summary();
        return new ImageJson(summary.id(), summary.tags(), summary.digests(), "", image.comment(), Times.text(summary.created()), "",
                image.author(), config(image.config()), summary.platform().architecture(),
                summary.platform().variant().isEmpty() ? null : summary.platform().variant(), summary.platform().os(), summary.size(),
                version.isAtLeast(1, 44) ? null : summary.size(), new GraphDriver(null, "overlay2"),
                new RootFs("layers", image.diffIds()), new Metadata(Times.NEVER));
    }

    private static Config config(ImageConfig config) {
        return new Config("", "", config.user(), false, false, false, set(config.exposedPorts()), false, false, false, config.env(),
                orNull(config.command()), "", config.volumes().isEmpty() ? null : set(config.volumes()), config.workingDir(),
                orNull(config.entrypoint()), null, config.labels().isEmpty() ? null : config.labels(), config.stopSignal(),
                config.shell());
    }

    /** Go's way to write a set: an object of empty objects. */
    private static Map<String, Object> set(Iterable<String> values) {
        Map<String, Object> set = new TreeMap<>();
        values.forEach(value -> set.put(value, Map.of()));
        return set;
    }

    private static List<String> orNull(List<String> words) {
        return words.isEmpty() ? null : words;
    }
}
