// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.junit.jupiter.api.Test;

class RouteTest {
    private static final Handler NOTHING = (request, response) -> { /* only found, never called */ };

    private final Router router = new Router(List.of(() -> List.of(Route.get("/images/json", NOTHING),
            Route.get("/images/{name...}/json", NOTHING), Route.get("/images/{name...}/history", NOTHING),
            Route.delete("/images/{name...}", NOTHING), Route.get("/containers/{id}/json", NOTHING), Route.get("/info", NOTHING))));

    private Map<String, String> names(String method, String path) {
        return router.find(method, path).orElseThrow().names();
    }

    @Test
    void namesOfImagesMayHaveSlashes() {
        assertEquals("/images/json", router.find("GET", "/images/json").orElseThrow().route().path());
        assertEquals(Map.of("name", "quay.io/a/b:1"), names("GET", "/images/quay.io/a/b:1/json"));
        assertEquals(Map.of("name", "quay.io/a"), names("GET", "/images/quay.io%2Fa/history"));
        assertEquals(Map.of("name", "a+b c"), names("DELETE", "/images/a+b%20c"));
        assertEquals(Map.of("id", "web"), names("GET", "/containers/web/json"));
        assertTrue(router.find("GET", "/containers/a/b/json").isEmpty());
        assertTrue(router.find("POST", "/info").isEmpty());
        assertTrue(router.find("GET", "/info/more").isEmpty());
        assertTrue(router.find("GET", "").isEmpty());
        assertThrows(ApiException.class, () -> router.find("GET", "/containers/%q/json"));
    }

    @Test
    void filtersComeInTwoForms() {
        for (String form : List.of("{\"label\":{\"a\":true,\"b=c\":true},\"name\":{\"^w\":true,\"x\":false}}",
                "{\"label\":[\"a\",\"b=c\"],\"name\":[\"^w\"]}")) {
            Filters filters = Filters.parse(form, "label", "name", "status");
            assertTrue(filters.matchesLabels("label", Map.of("a", "", "b", "c")));
            assertFalse(filters.matchesLabels("label", Map.of("a", "", "b", "d")));
            assertFalse(filters.matchesLabels("label", Map.of("b", "c")));
            assertTrue(filters.matchesPattern("name", "web"));
            assertFalse(filters.matchesPattern("name", "xw"));
            assertTrue(filters.matchesExactly("status", "anything"), "a filter that is not given lets everything pass");
        }
        assertEquals("invalid filter 'colour'",
                assertThrows(ApiException.class, () -> Filters.parse("{\"colour\":[\"red\"]}", "label")).getMessage());
        for (String wrong : List.of("[]", "{", "{\"label\":3}", "label=a")) {
            assertEquals(400, ErrorStatus.of(assertThrows(ApiException.class, () -> Filters.parse(wrong, "label"))), wrong);
        }
        assertTrue(Filters.parse("{\"dangling\":[\"true\"]}", "dangling").flag("dangling", false));
        assertThrows(ApiException.class, () -> Filters.parse("{\"dangling\":[\"perhaps\"]}", "dangling").flag("dangling", false));
    }

    @Test
    void timesAreGosRfc3339() {
        assertEquals("0001-01-01T00:00:00Z", Times.text(null));
        assertEquals("2023-11-14T22:13:20Z", Times.text(Instant.ofEpochSecond(1_700_000_000)));
        assertEquals("2023-11-14T22:13:20.0120304Z", Times.text(Instant.ofEpochSecond(1_700_000_000, 12_030_400)));
        assertEquals("2023-11-14T22:13:20.000000001Z", Times.text(Instant.ofEpochSecond(1_700_000_000, 1)));
        assertEquals("2023-11-14T22:13:20.500000000Z", Times.fixed(Instant.ofEpochSecond(1_700_000_000, 500_000_000)));
    }

    @Test
    void timesAreReadAsSecondsOrText() {
        assertEquals(Instant.ofEpochSecond(1_700_000_000, 123_000_000), Times.parameter("since", "1700000000.123"));
        assertEquals(Instant.ofEpochSecond(1_700_000_000), Times.parameter("since", "2023-11-14T22:13:20Z"));
        assertEquals(Instant.ofEpochSecond(-1, 500_000_000), Times.parameter("since", "-0.5"));
        for (String wrong : List.of("yesterday", "1e999999999", "12345678901234", "1.0000000001", "T")) {
            assertThrows(ApiException.class, () -> Times.parameter("since", wrong), wrong);
        }
    }

    @Test
    void everyKindOfFailureHasAStatus() {
        for (ErrorKind kind : ErrorKind.values()) {
            assertEquals(ErrorStatus.of(kind), ErrorStatus.of(new EngineException(kind, "a", "b", "")));
        }
        assertEquals(404, ErrorStatus.of(ErrorKind.NOT_FOUND));
        assertEquals(304, ErrorStatus.of(ErrorKind.NOT_MODIFIED));
        assertEquals(501, ErrorStatus.of(ErrorKind.NOT_IMPLEMENTED));
        assertEquals(500, ErrorStatus.of(new IllegalStateException()));
        assertEquals(418, ErrorStatus.of(new ApiException(418, "teapot")));
    }

    @Test
    void versionsAreComparedByNumber() {
        assertTrue(ApiVersion.parse("1.9").compareTo(ApiVersion.parse("1.10")) < 0);
        assertTrue(ApiVersion.parse("1.47").isAtLeast(1, 47));
        assertFalse(ApiVersion.parse("1.46").isAtLeast(1, 47));
        assertEquals("1.47", ApiVersion.NEWEST.toString());
    }
}
