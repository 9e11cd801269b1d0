// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gantry.engine.store.Json;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SeccompProfileTest {
    /** Every combination of a call with what happens to it under which conditions, as one line of text. */
    private static Set<String> flatten(List<SeccompRule> rules) {
        Set<String> lines = new TreeSet<>();
        for (SeccompRule rule : rules) {
            for (String call : rule.calls()) {
                lines.add(call + " errno=" + rule.errno() + " " + rule.arguments() + " cap=" + rule.capability() + " !cap="
                        + rule.withoutCapability() + " arch=" + new TreeSet<>(rule.architectures()) + " !arch="
                        + new TreeSet<>(rule.otherArchitectures()) + " kernel=" + rule.kernel());
            }
        }
        return lines;
    }

    private static List<SeccompRule> reference(Path file) throws IOException {
        List<SeccompRule> rules = new ArrayList<>();
        for (JsonNode node : Json.mapper().readTree(file.toFile()).get("syscalls")) {
            List<SeccompRule.Argument> arguments = new ArrayList<>();
            for (JsonNode argument : node.path("args")) {
                SeccompRule.Comparison comparison = switch (argument.get("op").asText()) {
                    case "SCMP_CMP_LT" -> SeccompRule.Comparison.LESS;
                    case "SCMP_CMP_EQ" -> SeccompRule.Comparison.EQUAL;
                    case "SCMP_CMP_GT" -> SeccompRule.Comparison.GREATER;
                    case "SCMP_CMP_MASKED_EQ" -> SeccompRule.Comparison.MASKED_EQUAL;
                    default -> throw new IOException("unknown comparison in " + argument);
                };
                arguments.add(new SeccompRule.Argument(argument.get("index").asInt(), comparison, argument.get("value").asLong(),
                        argument.path("valueTwo").asLong()));
            }
            rules.add(new SeccompRule(node.get("action").asText().equals("SCMP_ACT_ALLOW") ? 0 : node.get("errnoRet").asInt(),
                    texts(node.path("names")), arguments, capability(node.path("includes")), capability(node.path("excludes")),
                    Set.copyOf(texts(node.path("includes").path("arches"))), Set.copyOf(texts(node.path("excludes").path("arches"))),
                    node.path("includes").path("minKernel").asText("")));
        }
        return rules;
    }

    private static Capability capability(JsonNode conditions) {
        List<String> names = texts(conditions.path("caps"));
        return names.isEmpty() ? null : Capability.named(names.get(0)).orElseThrow();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    @Test
    void allowsExactlyWhatTheReferenceAllows() throws Exception {
        Path file = reference();
        Assumptions.assumeTrue(file != null, "no shared/data/seccomp-default.json beside the checkout to compare with");
        assertEquals(String.join("\n", flatten(reference(file))), String.join("\n", flatten(SeccompProfile.standard().rules())));
    }

    private static Path reference() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared/data/seccomp-default.json");
            if (Files.exists(file)) {
                return file;
            }
        }
        return null;
    }

    @Test
    void readsConditions() throws Exception {
        SeccompRule rule = SeccompProfile.parse("# why\n\nerrno 38 [!cap=SYS_ADMIN !arch=s390,s390x arg1&0xf0=0x10] a b\n").rules().get(0);
        assertEquals(38, rule.errno());
        assertEquals(List.of("a", "b"), rule.calls());
        assertEquals(new SeccompRule.Argument(1, SeccompRule.Comparison.MASKED_EQUAL, 0xf0, 0x10), rule.arguments().get(0));
        HostLimits host = new HostLimits(0, 0, "5.10.0-9", "", true, List.of());
        assertTrue(rule.applies(0, "amd64", host));
        assertTrue(!rule.applies(Capability.SYS_ADMIN.bit(), "amd64", host));
        assertTrue(!rule.applies(0, "s390x", host));
        SeccompRule recent = SeccompProfile.parse("allow [kernel=5.11] a").rules().get(0);
        assertTrue(!recent.applies(0, "amd64", host));
        assertThrows(IOException.class, () -> SeccompProfile.parse("allow [arg9=1] x"));
        assertThrows(IOException.class, () -> SeccompProfile.parse("permit x"));
    }
}
