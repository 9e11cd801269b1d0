// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.gantry.engine.linux.NfTables;

/**
 * Gantry's own nftables table, {@code inet gantry}: each change replaces it whole in one transaction. No rule outside it is touched.
 * Every rule has a comment and a counter, for people and for path traces. Source: libnftables-json(5).
 */
final class Firewall implements AutoCloseable {
    private static final String FAMILY = "inet";
    private static final String TABLE = "gantry";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final NfTables tables;

    Firewall(NfTables tables) {
        this.tables = tables;
    }

    /**
     * Lets a bridge's containers out under the host's address.
     *
     * @param onlyOwnForwarding true when the host forwarded nothing before Gantry: then nothing else is forwarded now either
     */
    void allowOut(String bridge, Subnet subnet, boolean onlyOwnForwarding) throws IOException {
        ArrayNode commands = JSON.arrayNode();
        commands.add(command("add", table()));
        commands.add(command("delete", table()));
        commands.add(command("add", table()));
        commands.add(command("add", chain("postrouting", "nat", "postrouting", 100)));
        commands.add(command("add", rule("postrouting", "MASQUERADE " + subnet, JSON.objectNode().putNull("masquerade"),
                match(payload("ip", "saddr"), "==", prefix(subnet)), match(meta("oifname"), "!=", JSON.textNode(bridge)))));
        if (onlyOwnForwarding) {
            commands.add(command("add", chain("forward", "filter", "forward", 0)));
            commands.add(command("add", rule("forward", "FORWARD ONLY " + bridge, JSON.objectNode().putNull("drop"),
                    match(meta("iifname"), "!=", JSON.textNode(bridge)), match(meta("oifname"), "!=", JSON.textNode(bridge)))));
        }
        tables.run(JSON.objectNode().set("nftables", commands).toString());
    }

    /** Takes the table away. */
    void remove() throws IOException {
        ArrayNode commands = JSON.arrayNode();
        commands.add(command("add", table()));
        commands.add(command("delete", table()));
        tables.run(JSON.objectNode().set("nftables", commands).toString());
    }

    @Override
    public void close() {
        tables.close();
    }

    private static ObjectNode command(String verb, ObjectNode object) {
        return JSON.objectNode().set(verb, object);
    }

    private static ObjectNode table() {
        return JSON.objectNode().set("table", JSON.objectNode().put("family", FAMILY).put("name", TABLE));
    }

    private static ObjectNode chain(String name, String type, String hook, int priority) {
        return JSON.objectNode().set("chain", JSON.objectNode().put("family", FAMILY).put("table", TABLE).put("name", name)
                .put("type", type).put("hook", hook).put("prio", priority).put("policy", "accept"));
    }

    private static ObjectNode rule(String chain, String comment, ObjectNode verdict, ObjectNode... matches) {
        ArrayNode expressions = JSON.arrayNode();
        for (ObjectNode match : matches) {
            expressions.add(match);
        }
        expressions.add(JSON.objectNode().set("counter", JSON.objectNode().put("packets", 0).put("bytes", 0)));
        expressions.add(verdict);
        return JSON.objectNode().set("rule", JSON.objectNode().put("family", FAMILY).put("table", TABLE).put("chain", chain)
                .put("comment", comment).set("expr", expressions));
    }

    private static ObjectNode match(ObjectNode left, String operator, com.fasterxml.jackson.databind.JsonNode right) {
        ObjectNode match = JSON.objectNode().put("op", operator);
        match.set("left", left);
        match.set("right", right);
        return JSON.objectNode().set("match", match);
    }

    private static ObjectNode payload(String protocol, String field) {
        return JSON.objectNode().set("payload", JSON.objectNode().put("protocol", protocol).put("field", field));
    }

    private static ObjectNode meta(String key) {
        return JSON.objectNode().set("meta", JSON.objectNode().put("key", key));
    }

    private static ObjectNode prefix(Subnet subnet) {
        return JSON.objectNode().set("prefix",
                JSON.objectNode().put("addr", Subnet.text(subnet.base())).put("len", subnet.prefix()));
    }
}
