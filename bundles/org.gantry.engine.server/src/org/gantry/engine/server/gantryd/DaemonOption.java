// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.gantryd;

import java.util.Optional;

/**
 * Every option of dockerd, by its long name. Those that gantryd has no use for yet are known all the same, so that what starts dockerd
 * starts gantryd, and is told what has no effect. Source: {@code dockerd --help} and daemon.json of Docker 20.10 to 28.
 */
enum DaemonOption {
    HOST("host", 'H', "hosts", Kind.LIST, Use.APPLIED, "address to serve, such as unix:///run/gantry/gantry.sock; may be repeated"),
    DATA_ROOT("data-root", "data-root", Kind.TEXT, Use.APPLIED, "the store; default /var/lib/gantry"),
    EXEC_ROOT("exec-root", "exec-root", Kind.TEXT, Use.APPLIED, "state of what runs; default /run/gantry"),
    PID_FILE("pidfile", 'p', "pidfile", Kind.TEXT, Use.APPLIED, "file with the process id; default EXEC-ROOT/gantryd.pid"),
    CONFIG_FILE("config-file", "", Kind.TEXT, Use.APPLIED, "configuration; default /etc/gantry/daemon.json"),
    GROUP("group", 'G', "group", Kind.TEXT, Use.APPLIED, "group that may use the sockets; default gantry if it exists"),
    DEBUG("debug", 'D', "debug", Kind.FLAG, Use.APPLIED, "log every request"),
    LOG_LEVEL("log-level", 'l', "log-level", Kind.TEXT, Use.APPLIED, "debug, info, warn, error or fatal; default info"),
    LABEL("label", "labels", Kind.LIST, Use.APPLIED, "key=value that /info tells; may be repeated"),
    VERSION("version", 'v', "", Kind.FLAG, Use.APPLIED, "print the version and end"),
    HELP("help", 'h', "", Kind.FLAG, Use.APPLIED, "print this and end"),
    VALIDATE("validate", "", Kind.FLAG, Use.APPLIED, "check the configuration and end"),

    EXEC_OPT("exec-opt", "exec-opts", Kind.LIST, Use.CHECKED),
    STORAGE_DRIVER("storage-driver", 's', "storage-driver", Kind.TEXT, Use.CHECKED, ""),
    LOG_DRIVER("log-driver", "log-driver", Kind.TEXT, Use.CHECKED),

    LIVE_RESTORE("live-restore", "live-restore", Kind.FLAG, Use.NEEDLESS), CONTAINERD("containerd", "containerd", Kind.TEXT, Use.NEEDLESS),
    RAW_LOGS("raw-logs", "raw-logs", Kind.FLAG, Use.NEEDLESS), LOG_FORMAT("log-format", "log-format", Kind.TEXT, Use.NEEDLESS),
    CONTAINERD_NAMESPACE("containerd-namespace", "containerd-namespace", Kind.TEXT, Use.NEEDLESS),
    CONTAINERD_PLUGINS_NAMESPACE("containerd-plugins-namespace", "containerd-plugins-namespace", Kind.TEXT, Use.NEEDLESS),
    CRI_CONTAINERD("cri-containerd", "cri-containerd", Kind.FLAG, Use.NEEDLESS),
    SHUTDOWN_TIMEOUT("shutdown-timeout", "shutdown-timeout", Kind.TEXT, Use.NEEDLESS),

    ADD_RUNTIME("add-runtime", "runtimes", Kind.LIST, Use.IGNORED),
    API_CORS_HEADER("api-cors-header", "api-cors-header", Kind.TEXT, Use.IGNORED),
    ALLOW_NONDISTRIBUTABLE("allow-nondistributable-artifacts", "allow-nondistributable-artifacts", Kind.LIST, Use.IGNORED),
    BIP("bip", "bip", Kind.TEXT, Use.IGNORED), BIP6("bip6", "bip6", Kind.TEXT, Use.IGNORED),
    BRIDGE("bridge", 'b', "bridge", Kind.TEXT, Use.IGNORED, ""), BUILDER("builder", "builder", Kind.TEXT, Use.IGNORED),
    CGROUP_PARENT("cgroup-parent", "cgroup-parent", Kind.TEXT, Use.IGNORED),
    CPU_RT_PERIOD("cpu-rt-period", "cpu-rt-period", Kind.TEXT, Use.IGNORED),
    CPU_RT_RUNTIME("cpu-rt-runtime", "cpu-rt-runtime", Kind.TEXT, Use.IGNORED),
    DEFAULT_ADDRESS_POOL("default-address-pool", "default-address-pools", Kind.LIST, Use.IGNORED),
    DEFAULT_CGROUPNS_MODE("default-cgroupns-mode", "default-cgroupns-mode", Kind.TEXT, Use.IGNORED),
    DEFAULT_GATEWAY("default-gateway", "default-gateway", Kind.TEXT, Use.IGNORED),
    DEFAULT_GATEWAY_V6("default-gateway-v6", "default-gateway-v6", Kind.TEXT, Use.IGNORED),
    DEFAULT_IPC_MODE("default-ipc-mode", "default-ipc-mode", Kind.TEXT, Use.IGNORED),
    DEFAULT_NETWORK_OPT("default-network-opt", "default-network-opts", Kind.LIST, Use.IGNORED),
    DEFAULT_RUNTIME("default-runtime", "default-runtime", Kind.TEXT, Use.IGNORED),
    DEFAULT_SHM_SIZE("default-shm-size", "default-shm-size", Kind.TEXT, Use.IGNORED),
    DEFAULT_ULIMIT("default-ulimit", "default-ulimits", Kind.LIST, Use.IGNORED), DNS("dns", "dns", Kind.LIST, Use.IGNORED),
    DNS_OPT("dns-opt", "dns-opts", Kind.LIST, Use.IGNORED), DNS_SEARCH("dns-search", "dns-search", Kind.LIST, Use.IGNORED),
    EXPERIMENTAL("experimental", "experimental", Kind.FLAG, Use.IGNORED), FEATURES("feature", "features", Kind.LIST, Use.IGNORED),
    FIREWALL_BACKEND("firewall-backend", "firewall-backend", Kind.TEXT, Use.IGNORED),
    FIXED_CIDR("fixed-cidr", "fixed-cidr", Kind.TEXT, Use.IGNORED), FIXED_CIDR_V6("fixed-cidr-v6", "fixed-cidr-v6", Kind.TEXT, Use.IGNORED),
    HOST_GATEWAY_IP("host-gateway-ip", "host-gateway-ips", Kind.LIST, Use.IGNORED),
    HTTP_PROXY("http-proxy", "http-proxy", Kind.TEXT, Use.IGNORED), HTTPS_PROXY("https-proxy", "https-proxy", Kind.TEXT, Use.IGNORED),
    NO_PROXY("no-proxy", "no-proxy", Kind.TEXT, Use.IGNORED), PROXIES("", "proxies", Kind.TEXT, Use.IGNORED),
    ICC("icc", "icc", Kind.FLAG, Use.IGNORED), INIT("init", "init", Kind.FLAG, Use.IGNORED),
    INIT_PATH("init-path", "init-path", Kind.TEXT, Use.IGNORED),
    INSECURE_REGISTRY("insecure-registry", "insecure-registries", Kind.LIST, Use.IGNORED), IP("ip", "ip", Kind.TEXT, Use.IGNORED),
    IP_FORWARD("ip-forward", "ip-forward", Kind.FLAG, Use.IGNORED),
    IP_FORWARD_NO_DROP("ip-forward-no-drop", "ip-forward-no-drop", Kind.FLAG, Use.IGNORED),
    IP_MASQ("ip-masq", "ip-masq", Kind.FLAG, Use.IGNORED), IP6TABLES("ip6tables", "ip6tables", Kind.FLAG, Use.IGNORED),
    IPTABLES("iptables", "iptables", Kind.FLAG, Use.IGNORED), IPV6("ipv6", "ipv6", Kind.FLAG, Use.IGNORED),
    LOG_OPT("log-opt", "log-opts", Kind.LIST, Use.IGNORED),
    MAX_DOWNLOADS("max-concurrent-downloads", "max-concurrent-downloads", Kind.TEXT, Use.IGNORED),
    MAX_UPLOADS("max-concurrent-uploads", "max-concurrent-uploads", Kind.TEXT, Use.IGNORED),
    MAX_ATTEMPTS("max-download-attempts", "max-download-attempts", Kind.TEXT, Use.IGNORED),
    METRICS("metrics-addr", "metrics-addr", Kind.TEXT, Use.IGNORED), MIN_API_VERSION("", "min-api-version", Kind.TEXT, Use.IGNORED),
    MTU("mtu", "mtu", Kind.TEXT, Use.IGNORED),
    CONTROL_PLANE_MTU("network-control-plane-mtu", "network-control-plane-mtu", Kind.TEXT, Use.IGNORED),
    NODE_RESOURCE("node-generic-resource", "node-generic-resources", Kind.LIST, Use.IGNORED),
    OOM_SCORE("oom-score-adjust", "oom-score-adjust", Kind.TEXT, Use.IGNORED),
    REGISTRY_MIRROR("registry-mirror", "registry-mirrors", Kind.LIST, Use.IGNORED),
    STORAGE_OPT("storage-opt", "storage-opts", Kind.LIST, Use.IGNORED),
    SWARM_ADDRESS("swarm-default-advertise-addr", "swarm-default-advertise-addr", Kind.TEXT, Use.IGNORED),
    USERLAND_PROXY("userland-proxy", "userland-proxy", Kind.FLAG, Use.IGNORED),
    USERLAND_PROXY_PATH("userland-proxy-path", "userland-proxy-path", Kind.TEXT, Use.IGNORED),

    AUTHORIZATION("authorization-plugin", "authorization-plugins", Kind.LIST, Use.REFUSED),
    NO_NEW_PRIVILEGES("no-new-privileges", "no-new-privileges", Kind.FLAG, Use.REFUSED),
    ROOTLESS("rootless", "rootless", Kind.FLAG, Use.REFUSED), SECCOMP("seccomp-profile", "seccomp-profile", Kind.TEXT, Use.REFUSED),
    SELINUX("selinux-enabled", "selinux-enabled", Kind.FLAG, Use.REFUSED), TLS("tls", "tls", Kind.FLAG, Use.REFUSED),
    TLS_CA("tlscacert", "tlscacert", Kind.TEXT, Use.REFUSED), TLS_CERT("tlscert", "tlscert", Kind.TEXT, Use.REFUSED),
    TLS_KEY("tlskey", "tlskey", Kind.TEXT, Use.REFUSED), TLS_VERIFY("tlsverify", "tlsverify", Kind.FLAG, Use.REFUSED),
    USERNS("userns-remap", "userns-remap", Kind.TEXT, Use.REFUSED);

    /** What an option takes. */
    enum Kind {
        FLAG, TEXT, LIST
    }

    /** What becomes of an option. */
    enum Use {
        APPLIED,
        /** Only values that say what is so anyway are taken. */
        CHECKED,
        /** Gantry does it always, or has no part that would need it. */
        NEEDLESS,
        /** It has no effect yet, which is said. */
        IGNORED,
        /** Going on without it would be less safe than what was asked for. */
        REFUSED
    }

    private final String flag;
    private final char letter;
    private final String key;
    private final Kind kind;
    private final Use use;
    private final String help;

    DaemonOption(String flag, String key, Kind kind, Use use) {
        this(flag, '\0', key, kind, use, "");
    }

    DaemonOption(String flag, String key, Kind kind, Use use, String help) {
        this(flag, '\0', key, kind, use, help);
    }

    DaemonOption(String flag, char letter, String key, Kind kind, Use use, String help) {
        this.flag = flag;
        this.letter = letter;
        this.key = key;
        this.kind = kind;
        this.use = use;
        this.help = help;
    }

    static Optional<DaemonOption> ofFlag(String flag) {
        for (DaemonOption option : values()) {
            if (!flag.isEmpty() && option.flag.equals(flag)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    static Optional<DaemonOption> ofLetter(char letter) {
        for (DaemonOption option : values()) {
            if (option.letter == letter) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    static Optional<DaemonOption> ofKey(String key) {
        for (DaemonOption option : values()) {
            if (!key.isEmpty() && option.key.equals(key)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    Kind kind() {
        return kind;
    }

    Use use() {
        return use;
    }

    /** In daemon.json; empty when it has no place there. */
    String key() {
        return key;
    }

    /** {@code --data-root}. */
    String flag() {
        return "--" + flag;
    }

    /** A line of {@code --help}; empty for options that need none. */
    String helpLine() {
        if (help.isEmpty()) {
            return "";
        }
        String names = (letter == '\0' ? "    " : "-" + letter + ", ") + flag() + (kind == Kind.FLAG ? "" : " VALUE");
        return String.format("  %-26s %s%n", names, help);
    }
}
