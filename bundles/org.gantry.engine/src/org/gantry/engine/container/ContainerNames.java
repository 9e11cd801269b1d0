// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;

/** Names of containers: what is allowed, and made-up ones of an adjective and a surname. */
final class ContainerNames {
    private static final Pattern VALID = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]+");

    private static final String[] ADJECTIVES = {"able", "agile", "amber", "ample", "apt", "ardent", "astute", "avid", "balmy",
        "blithe", "bold", "breezy", "brisk", "broad", "calm", "candid", "careful", "cheery", "civil", "clear", "clever", "cordial",
        "cosy", "crisp", "curious", "daring", "deft", "dapper", "eager", "earnest", "easy", "elated", "exact", "fair", "famed",
        "fluent", "fond", "frank", "fresh", "gallant", "genial", "gentle", "glad", "golden", "grand", "handy", "hardy", "hearty",
        "honest", "humble", "jaunty", "jolly", "jovial", "keen", "kind", "lively", "lofty", "loyal", "lucid", "lucky", "mellow",
        "merry", "mindful", "modest", "neat", "nimble", "noble", "novel", "patient", "placid", "plucky", "polite", "prime",
        "prompt", "proud", "quick", "quiet", "rapid", "ready", "robust", "serene", "sharp", "shrewd", "silent", "sincere", "smart",
        "smooth", "snug", "sober", "solid", "spry", "stable", "steady", "sturdy", "subtle", "sunny", "swift", "tidy", "trusty",
        "upbeat", "valiant", "vivid", "warm", "wise", "witty", "zesty"};

    private static final String[] SURNAMES = {"abel", "agnesi", "ampere", "anning", "archimedes", "avogadro", "babbage", "bell",
        "bernoulli", "bessel", "blackwell", "bohr", "boole", "bose", "brahe", "brunel", "burnell", "cantor", "carson", "cauchy",
        "cavendish", "celsius", "cerf", "chandra", "clarke", "copernicus", "cori", "coulomb", "curie", "daguerre", "dalton",
        "darwin", "davy", "descartes", "dijkstra", "dirac", "doppler", "eiffel", "einstein", "elion", "engelbart", "euclid",
        "euler", "faraday", "fermat", "fermi", "feynman", "fibonacci", "fourier", "franklin", "galileo", "galois", "gauss",
        "germain", "goedel", "goodall", "hamilton", "heisenberg", "helmholtz", "henry", "hertz", "hilbert", "hodgkin", "hooke",
        "hopper", "hubble", "humboldt", "hypatia", "jacobi", "jemison", "johnson", "joule", "kalam", "kay", "kelvin", "kepler",
        "kilby", "knuth", "kovalevskaya", "lagrange", "lamarr", "laplace", "leavitt", "leibniz", "lamport", "liskov", "lovelace",
        "lumiere", "maxwell", "mcclintock", "meitner", "mendel", "mendeleev", "mirzakhani", "moebius", "moser", "nernst",
        "newton", "nightingale", "nobel", "noether", "oersted", "ohm", "pascal", "pasteur", "pauli", "payne", "perlman", "planck",
        "poincare", "ptolemy", "raman", "ramanujan", "ride", "riemann", "ritchie", "rubin", "rutherford", "sagan", "schroedinger",
        "shannon", "siemens", "sinoussi", "somerville", "stallman", "tesla", "thales", "thompson", "torvalds", "turing", "volta",
        "watt", "weierstrass", "wiles", "wilson", "wozniak", "wright", "yalow", "zuse"};

    private ContainerNames() {
    }

    static String random(RandomGenerator random) {
        return ADJECTIVES[random.nextInt(ADJECTIVES.length)] + "_" + SURNAMES[random.nextInt(SURNAMES.length)];
    }

    /** @return the name without the slash that some clients put in front */
    static String check(String name, String tried) {
        String plain = name.startsWith("/") ? name.substring(1) : name;
        if (!VALID.matcher(plain).matches()) {
            throw new EngineException(ErrorKind.INVALID_PARAMETER, tried,
                    "Invalid container name (" + name + "), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed", "choose another name");
        }
        return plain;
    }
}
