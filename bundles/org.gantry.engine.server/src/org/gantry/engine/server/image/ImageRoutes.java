// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.image;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.engine.server.route.ApiException;
import org.gantry.engine.server.route.ApiRequest;
import org.gantry.engine.server.route.ApiResponse;
import org.gantry.engine.server.route.Filters;
import org.gantry.engine.server.route.Route;
import org.gantry.engine.server.route.Routes;
import org.gantry.engine.server.route.Times;

/** {@code /images}: what reads and names them. */
public final class ImageRoutes implements Routes {
    private final Engine engine;

    public ImageRoutes(Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/images/json", this::list), Route.get("/images/{name...}/json", this::inspect),
                Route.get("/images/{name...}/history", this::history), Route.post("/images/create", this::pull),
                Route.post("/images/{name...}/tag", this::tag), Route.delete("/images/{name...}", this::remove));
    }

    private void list(ApiRequest request, ApiResponse response) {
        Filters filters = request.filters("before", "dangling", "label", "reference", "since", "until");
        List<ReferencePattern> references = filters.values("reference").stream().map(ReferencePattern::of).toList();
        Instant before = limit(filters, "before");
        Instant since = limit(filters, "since");
        List<ImageListing> images = new ArrayList<>();
        for (ImageSummary image : engine.images().list()) {
            List<String> tags = references.isEmpty() ? image.tags()
                    : image.tags().stream().filter(tag -> references.stream().anyMatch(wanted -> wanted.matches(tag))).toList();
            boolean dangling = image.tags().isEmpty();
            if (filters.flag("dangling", dangling) == dangling && filters.matchesLabels("label", image.labels())
                    && (references.isEmpty() || !tags.isEmpty()) && isBetween(image.created(), since, before)
                    && isBetween(image.created(), null, until(filters))) {
                images.add(ImageListing.of(image, tags, request.version()));
            }
        }
        response.json(200, images);
    }

    private void inspect(ApiRequest request, ApiResponse response) {
        response.json(200, ImageJson.of(engine.images().inspect(request.name("name")), request.version()));
    }

    private void history(ApiRequest request, ApiResponse response) {
        response.json(200, ImageListing.history(engine.images().inspect(request.name("name"))));
    }

    /** Here so that a client is told why, and does not take the engine for one that speaks another API. */
    private void pull(ApiRequest request, ApiResponse response) {
        String name = request.text("fromImage");
        throw ApiException.notImplemented("Cannot " + (name.isEmpty() ? "import an image" : "pull " + name)
                + ": this engine does not talk to registries yet; load an archive of docker save with docker load");
    }

    private void tag(ApiRequest request, ApiResponse response) {
        String repository = request.text("repo");
        if (repository.isEmpty()) {
            throw ApiException.badRequest("invalid reference format: the parameter repo is missing");
        }
        String tag = request.text("tag");
        engine.images().tag(request.name("name"), tag.isEmpty() ? repository : repository + ":" + tag);
        response.empty(201);
    }

    private void remove(ApiRequest request, ApiResponse response) {
        response.json(200, ImageListing.removed(engine.images().remove(request.name("name"), request.flag("force"))));
    }

    private Instant limit(Filters filters, String name) {
        return filters.has(name) ? engine.images().inspect(filters.values(name).iterator().next()).summary().created() : null;
    }

    private static Instant until(Filters filters) {
        return filters.has("until") ? Times.parameter("until", filters.values("until").iterator().next()) : null;
    }

    private static boolean isBetween(Instant created, Instant after, Instant before) {
        Instant time = created == null ? Instant.EPOCH : created;
        return (after == null || time.isAfter(after)) && (before == null || time.isBefore(before));
    }
}
