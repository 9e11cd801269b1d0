// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.route;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.server.http.Request;
import org.gantry.engine.server.http.RequestHandler;
import org.gantry.engine.server.http.Response;

/** Takes a request to its route and turns whatever goes wrong into Docker's error answers. */
public final class ApiHandler implements RequestHandler {
    private static final Logger LOG = System.getLogger(ApiHandler.class.getName());
    private static final Pattern VERSIONED = Pattern.compile("/v([0-9]{1,4}\\.[0-9]{1,4})(/.*)");
    private static final int MAX_PARAMETERS = 1024;

    private final Router router;
    private final String serverHeader;

    /** @param serverHeader what the Server header of every answer says */
    public ApiHandler(Router router, String serverHeader) {
        this.router = router;
        this.serverHeader = serverHeader;
    }

    /** What an error answer has for a body. */
    private record ErrorBody(@JsonProperty("message") String message) {
    }

    @Override
    public void handle(Request request, Response response) {
        try {
            response.header("Api-Version", ApiVersion.NEWEST.toString());
            response.header("Docker-Experimental", "false");
            response.header("Ostype", "linux");
            response.header("Server", serverHeader);
            route(request, new ApiResponse(response));
            LOG.log(Level.DEBUG, "{0} {1}", request.method(), request.target());
        } catch (ClosedChannelException e) {
            LOG.log(Level.DEBUG, "The client left during {0} {1}", request.method(), request.target());
            response.abort();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            response.abort();
        } catch (IOException | RuntimeException | Error e) {
            fail(request, response, e);
        }
    }

    private void route(Request request, ApiResponse response) throws IOException, InterruptedException {
        QueryStringDecoder target = new QueryStringDecoder(request.target(), StandardCharsets.UTF_8, true, MAX_PARAMETERS, true);
        String path = target.rawPath();
        ApiVersion version = ApiVersion.NEWEST;
        Matcher versioned = VERSIONED.matcher(path);
        if (versioned.matches()) {
            version = ApiVersion.parse(versioned.group(1));
            path = versioned.group(2);
        }
        Optional<Router.Found> found = router.find(request.method(), path);
        if (found.isEmpty()) {
            throw new ApiException(404, "page not found");
        }
        checkVersion(version);
        ApiRequest routed = new ApiRequest(request, version, found.get().names(), parameters(target));
        found.get().route().handler().handle(routed, response);
    }

    private static Map<String, List<String>> parameters(QueryStringDecoder target) {
        try {
            return target.parameters();
        } catch (IllegalArgumentException e) {
            throw new ApiException(400, "the query has a malformed escape: " + target.rawQuery(), e);
        }
    }

    private static void checkVersion(ApiVersion version) {
        if (version.compareTo(ApiVersion.NEWEST) > 0) {
            throw ApiException.badRequest("client version " + version + " is too new. Maximum supported API version is "
                    + ApiVersion.NEWEST);
        }
        if (version.compareTo(ApiVersion.OLDEST) < 0) {
            throw ApiException.badRequest("client version " + version + " is too old. Minimum supported API version is "
                    + ApiVersion.OLDEST + ", please upgrade your client to a newer version");
        }
    }

    private static void fail(Request request, Response response, Throwable failure) {
        int status = ErrorStatus.of(failure);
        boolean expected = failure instanceof ApiException || failure instanceof EngineException;
        if (expected && status != 500) {
            // What was to change and did not is worth a line; that something asked for is not there is everyday business.
            boolean change = status != 304 && !request.method().equals("GET") && !request.method().equals("HEAD");
            LOG.log(change ? Level.WARNING : Level.DEBUG, () -> request.method() + " " + request.target() + " was answered with " + status
                    + ": " + failure.getMessage());
        } else {
            LOG.log(failure instanceof IOException ? Level.DEBUG : Level.ERROR,
                    () -> request.method() + " " + request.target() + " failed: " + failure, failure);
        }
        if (response.hasBegun()) {
            response.abort();
        } else if (status == 304) {
            response.sendEmpty(status);
        } else {
            String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
            response.send(status, Json.TYPE, Json.line(new ErrorBody(message)));
        }
    }
}
