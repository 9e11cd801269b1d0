// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.handler.codec.http.HttpMethod;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gantry.engine.api.image.HistoryEntry;
import org.gantry.engine.api.image.ImageDetails;
import org.gantry.engine.api.image.ImageRemoval;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.engine.api.image.Images;
import org.gantry.engine.api.image.LoadSource;
import org.gantry.engine.api.image.LoadedImages;
import org.gantry.engine.api.job.Job;
import org.gantry.engine.api.job.JobKind;
import org.gantry.engine.api.job.JobRunner;
import org.gantry.engine.client.http.Answer;
import org.gantry.engine.client.http.ApiClient;

/** Images of an engine that lives elsewhere. Source: Docker Engine API, {@code /images}. */
final class RemoteImages implements Images {
    private final ApiClient api;
    private final JobRunner jobs;
    /** Layers and platform of an image never change, so each image is asked once. */
    private final Map<String, JsonNode> inspected = new ConcurrentHashMap<>();

    RemoteImages(ApiClient api, JobRunner jobs) {
        this.api = api;
        this.jobs = jobs;
    }

    @Override
    public List<ImageSummary> list() {
        JsonNode containers = api.get("Cannot list images", "/containers/json?all=1");
        List<ImageSummary> images = new ArrayList<>();
        for (JsonNode item : api.get("Cannot list images", "/images/json")) {
            String id = Fields.text(item, "Id");
            int users = 0;
            for (JsonNode container : containers) {
                users += Fields.text(container, "ImageID").equals(id) ? 1 : 0;
            }
            images.add(ImageReader.summary(item, inspectJson(id), users));
        }
        inspected.keySet().retainAll(images.stream().map(ImageSummary::id).toList());
        images.sort(Comparator.comparing(ImageSummary::created, Comparator.nullsFirst(Comparator.naturalOrder())).reversed());
        return images;
    }

    @Override
    public ImageDetails inspect(String image) {
        JsonNode json = api.get("Cannot inspect image " + image, Paths.image(image, "/json"));
        JsonNode history = api.get("Cannot read the history of image " + image, Paths.image(image, "/history"));
        String id = Fields.text(json, "Id");
        ImageSummary summary = list().stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseGet(() -> ImageReader.summary(json, json, 0));
        List<String> diffIds = Fields.texts(json.path("RootFS").path("Layers"));
        List<HistoryEntry> entries = ImageReader.history(history, diffIds);
        return new ImageDetails(summary, ImageReader.config(json.path("Config")), Fields.text(json, "Author"),
                Fields.text(json, "Comment"), entries, diffIds, json.toPrettyString());
    }

    @Override
    public Job<LoadedImages> load(LoadSource source) {
        return jobs.start(JobKind.LOAD_IMAGE, "Loading " + source.name(), context -> {
            try (InputStream content = source.content();
                    Answer answer = api.upload("Cannot load " + source.name(), "/images/load?quiet=0", "application/x-tar", content)) {
                return new LoadAnswer(api.mapper(), "Cannot load " + source.name()).read(answer, context);
            }
        });
    }

    /** Gantry's own addition to the API, since what is made comes from the engine's machine. */
    @Override
    public Job<LoadedImages> makeStarter() {
        return jobs.start(JobKind.STARTER_IMAGE, "Making the starter image", context -> {
            try (Answer answer = api.stream("Cannot make the starter image", HttpMethod.POST, "/gantry/images/starter", null)) {
                return new LoadAnswer(api.mapper(), "Cannot make the starter image").read(answer, context);
            }
        });
    }

    @Override
    public void tag(String image, String reference) {
        int slash = reference.lastIndexOf('/');
        int colon = reference.indexOf(':', slash + 1);
        String repository = colon < 0 ? reference : reference.substring(0, colon);
        String tag = colon < 0 ? "latest" : reference.substring(colon + 1);
        api.call("Cannot tag image " + image, HttpMethod.POST,
                Paths.image(image, "/tag?repo=" + Paths.escape(repository) + "&tag=" + Paths.escape(tag)), null);
    }

    @Override
    public ImageRemoval remove(String image, boolean force) {
        List<String> untagged = new ArrayList<>();
        List<String> deleted = new ArrayList<>();
        for (JsonNode each : api.call("Cannot remove image " + image, HttpMethod.DELETE, Paths.image(image, "?force=" + force), null)) {
            if (each.has("Untagged")) {
                untagged.add(Fields.text(each, "Untagged"));
            }
            if (each.has("Deleted")) {
                deleted.add(Fields.text(each, "Deleted"));
            }
        }
        return new ImageRemoval(untagged, deleted);
    }

    private JsonNode inspectJson(String id) {
        return inspected.computeIfAbsent(id, missing -> api.get("Cannot inspect image " + missing, Paths.image(missing, "/json")));
    }
}
