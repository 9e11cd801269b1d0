// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.event;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.event.EngineEvent;
import org.gantry.engine.api.event.EventFeed;
import org.gantry.engine.api.event.EventJournal;
import org.gantry.engine.server.http.ClientOutput;
import org.gantry.engine.server.route.ApiException;
import org.gantry.engine.server.route.ApiRequest;
import org.gantry.engine.server.route.ApiResponse;
import org.gantry.engine.server.route.Json;
import org.gantry.engine.server.route.Route;
import org.gantry.engine.server.route.Routes;
import org.gantry.engine.server.route.Times;

/** {@code /events}: read from the engine's journal, so that nothing but the client itself can hold a follower up. */
public final class EventRoutes implements Routes {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Engine engine;

    public EventRoutes(Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/events", this::follow));
    }

    private void follow(ApiRequest request, ApiResponse response) throws IOException, InterruptedException {
        Instant since = Times.parameter("since", request.text("since"));
        Instant until = Times.parameter("until", request.text("until"));
        if (since != null && until != null && since.isAfter(until)) {
            throw ApiException.badRequest("`since` time (" + request.text("since") + ") cannot be after `until` time ("
                    + request.text("until") + ")");
        }
        EventFilter filter = new EventFilter(request, engine.id());
        EventJournal journal = engine.journal();
        try (EventFeed feed = journal.follow(since == null ? journal.newest() : 0)) {
            response.onClientGone(feed::close);
            // The client may act once it has the headers: the feed's position is taken before.
            ClientOutput output = response.stream(200, Json.TYPE);
            copy(feed, since, until, filter, output);
            output.close();
        }
    }

    private static void copy(EventFeed feed, Instant since, Instant until, EventFilter filter, ClientOutput output)
            throws IOException, InterruptedException {
        while (!feed.isClosed()) {
            Duration patience = until == null ? PATIENCE : Duration.between(Instant.now(), until);
            if (patience.isNegative()) {
                patience = Duration.ZERO;
            }
            Optional<EngineEvent> next = feed.next(patience.compareTo(PATIENCE) > 0 ? PATIENCE : patience);
            if (next.isEmpty()) {
                if (until != null && !Instant.now().isBefore(until)) {
                    return;
                }
                continue;
            }
            Instant time = next.get().header().time();
            if (until != null && time.isAfter(until)) {
                return;
            }
            if (since == null || !time.isBefore(since)) {
                Optional<EventJson> event = EventJson.of(next.get()).filter(filter::passes);
                if (event.isPresent()) {
                    output.write(Json.line(event.get()));
                }
            }
        }
    }
}
