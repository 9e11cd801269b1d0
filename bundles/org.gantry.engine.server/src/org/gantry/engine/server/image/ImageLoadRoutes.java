// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.image;

import java.io.IOException;
import java.util.List;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.image.LoadSource;
import org.gantry.engine.api.image.LoadedImages;
import org.gantry.engine.api.job.Job;
import org.gantry.engine.server.http.ClientOutput;
import org.gantry.engine.server.route.ApiRequest;
import org.gantry.engine.server.route.ApiResponse;
import org.gantry.engine.server.route.Json;
import org.gantry.engine.server.route.Route;
import org.gantry.engine.server.route.Routes;

/**
 * {@code POST /images/load}: the body goes to the engine as it arrives, and the job ends when its client leaves. Beside it Gantry's own
 * {@code POST /gantry/images/starter}, which makes the starter image of this machine and answers the same way.
 */
public final class ImageLoadRoutes implements Routes {
    private final Engine engine;

    public ImageLoadRoutes(Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post("/images/load", this::load), Route.post("/gantry/images/starter", this::makeStarter));
    }

    private void load(ApiRequest request, ApiResponse response) throws IOException, InterruptedException {
        follow(engine.images().load(new LoadSource("an upload", length(request), request.body())), request, response);
    }

    private void makeStarter(ApiRequest request, ApiResponse response) throws IOException, InterruptedException {
        follow(engine.images().makeStarter(), request, response);
    }

    private void follow(Job<LoadedImages> job, ApiRequest request, ApiResponse response) throws IOException, InterruptedException {
        LoadProgress progress = new LoadProgress();
        response.onClientGone(job::cancel);
        Job.Listening listening = job.listen(progress::add);
        try {
            // As dockerd has it, the status is 200 in any case and a failure is the stream's last line.
            ClientOutput output = response.stream(200, Json.TYPE);
            boolean quiet = request.flag("quiet");
            Thread watch = Thread.ofVirtual().name("load").start(() -> awaitEnd(job, progress));
            for (List<LoadProgress.Line> lines = progress.take(); !lines.isEmpty(); lines = progress.take()) {
                for (LoadProgress.Line line : quiet ? List.<LoadProgress.Line>of() : lines) {
                    output.write(Json.line(line));
                }
            }
            watch.join();
            writeOutcome(job, output);
            output.close();
        } catch (IOException e) {
            job.cancel();
            throw e;
        } finally {
            listening.close();
        }
    }

    private void writeOutcome(Job<LoadedImages> job, ClientOutput output) throws IOException, InterruptedException {
        LoadedImages loaded;
        try {
            loaded = job.await();
        } catch (EngineException e) {
            output.write(Json.line(LoadProgress.Line.error(e.getMessage())));
            return;
        }
        for (String tag : loaded.tags()) {
            output.write(Json.line(LoadProgress.Line.text("Loaded image: " + tag + "\n")));
        }
        for (String id : loaded.ids()) {
            if (loaded.tags().isEmpty() || engine.images().inspect(id).summary().tags().isEmpty()) {
                output.write(Json.line(LoadProgress.Line.text("Loaded image ID: " + id + "\n")));
            }
        }
    }

    private static void awaitEnd(Job<LoadedImages> job, LoadProgress progress) {
        try {
            job.await();
        } catch (EngineException e) {
            // The outcome is asked for again, and told, by the thread that writes to the client.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            progress.end();
        }
    }

    private static long length(ApiRequest request) {
        String length = request.request().header("Content-Length");
        return length.matches("[0-9]{1,18}") ? Long.parseLong(length) : -1;
    }
}
