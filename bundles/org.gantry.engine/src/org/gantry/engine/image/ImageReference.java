// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.layer.Digest;

/**
 * A name for an image in Docker's terms: registry, repository, and tag or digest (distribution/reference grammar).
 *
 * @param domain registry with its port: {@code docker.io}
 * @param path repository in it: {@code library/debian}
 * @param tag empty when there is none
 * @param digest of a manifest; null when there is none
 */
public record ImageReference(String domain, String path, String tag, Digest digest) {
    private static final String DEFAULT_DOMAIN = "docker.io";
    private static final String OFFICIAL = "library/";
    private static final String DEFAULT_TAG = "latest";
    private static final int MAX_NAME = 255;

    private static final String DOMAIN_COMPONENT = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:" + DOMAIN_COMPONENT + "(?:\\." + DOMAIN_COMPONENT + ")*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?");
    private static final String PATH_COMPONENT = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*+";
    private static final Pattern PATH = Pattern.compile(PATH_COMPONENT + "(?:/" + PATH_COMPONENT + ")*+");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");

    /**
     * Reads a reference in full or familiar form; without tag and digest the tag is {@code latest}.
     *
     * @throws EngineException kind INVALID_PARAMETER: it is none
     */
    public static ImageReference parse(String text) {
        return tryParse(text).orElseThrow(() -> invalid(text));
    }

    /** As {@link #parse}, empty where that throws. */
    public static Optional<ImageReference> tryParse(String text) {
        String rest = text;
        Digest digest = null;
        int at = rest.indexOf('@');
        if (at >= 0) {
            digest = Digest.parse(rest.substring(at + 1)).orElse(null);
            if (digest == null) {
                return Optional.empty();
            }
            rest = rest.substring(0, at);
        }
        String tag = digest == null ? DEFAULT_TAG : "";
        int colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
        if (colon >= 0) {
            tag = rest.substring(colon + 1);
            rest = rest.substring(0, colon);
            if (!TAG.matcher(tag).matches()) {
                return Optional.empty();
            }
        }
        return ofName(rest, tag, digest);
    }

    private static Optional<ImageReference> ofName(String name, String tag, Digest digest) {
        // 64 digits would be taken for an id everywhere.
        if (name.length() > MAX_NAME || Digest.ofHex(name).isPresent()) {
            return Optional.empty();
        }
        String domain = DEFAULT_DOMAIN;
        String path = name;
        int slash = name.indexOf('/');
        if (slash >= 0 && isDomain(name.substring(0, slash))) {
            domain = name.substring(0, slash);
            path = name.substring(slash + 1);
        }
        if (domain.equals("index.docker.io")) {
            domain = DEFAULT_DOMAIN;
        }
        if (domain.equals(DEFAULT_DOMAIN) && path.indexOf('/') < 0) {
            path = OFFICIAL + path;
        }
        boolean valid = DOMAIN.matcher(domain).matches() && PATH.matcher(path).matches()
                && domain.length() + 1 + path.length() <= MAX_NAME;
        return valid ? Optional.of(new ImageReference(domain, path, tag, digest)) : Optional.empty();
    }

    /** As Docker tells {@code host/name} from {@code user/name}. */
    private static boolean isDomain(String first) {
        return first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost")
                || !first.equals(first.toLowerCase(Locale.ROOT));
    }

    /** The same without tag and digest, as people write it: {@code debian}, {@code localhost:5000/web}. */
    public String familiarName() {
        if (!domain.equals(DEFAULT_DOMAIN)) {
            return domain + "/" + path;
        }
        return path.startsWith(OFFICIAL) ? path.substring(OFFICIAL.length()) : path;
    }

    /** As people write it: {@code debian:12}. */
    public String familiar() {
        return familiarName() + suffix();
    }

    /** In full: {@code docker.io/library/debian:12}. */
    @Override
    public String toString() {
        return domain + "/" + path + suffix();
    }

    private String suffix() {
        return (tag.isEmpty() ? "" : ":" + tag) + (digest == null ? "" : "@" + digest);
    }

    private static EngineException invalid(String text) {
        boolean upperCase = tryParse(text.toLowerCase(Locale.ROOT)).isPresent();
        return new EngineException(ErrorKind.INVALID_PARAMETER, "Cannot use \"" + text + "\" as an image's name",
                upperCase ? "invalid reference format: repository name must be lowercase" : "invalid reference format",
                "write it as [REGISTRY/]NAME[:TAG], such as debian:12");
    }
}
