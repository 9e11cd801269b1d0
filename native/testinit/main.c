// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include "testinit.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct command {
    const char *name;
    int (*run)(int argc, char **argv);
    int arguments; // at least
};

static int cmd_true(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    return 0;
}

static int cmd_exit(int argc, char **argv)
{
    (void)argc;
    return atoi(argv[1]);
}

static const struct command COMMANDS[] = {
    {"true", cmd_true, 0},
    {"exit", cmd_exit, 1},
    {"echo", cmd_echo, 0},
    {"err", cmd_err, 0},
    {"cat", cmd_cat, 0},
    {"write", cmd_write, 2},
    {"env", cmd_env, 0},
    {"readlink", cmd_readlink, 1},
    {"stat", cmd_stat, 1},
    {"ls", cmd_ls, 1},
    {"isatty", cmd_isatty, 0},
    {"caps", cmd_caps, 0},
    {"fds", cmd_fds, 0},
    {"pwd", cmd_pwd, 0},
    {"id", cmd_id, 0},
    {"hostname", cmd_hostname, 0},
    {"ns", cmd_ns, 0},
    {"mounts", cmd_mounts, 0},
    {"rlimits", cmd_rlimits, 0},
    {"winsize", cmd_winsize, 0},
    {"links", cmd_links, 0},
    {"sleep", cmd_sleep, 1},
    {"trap-exit", cmd_trap_exit, 1},
    {"count", cmd_count, 1},
    {"write-bytes", cmd_write_bytes, 1},
    {"lines", cmd_lines, 2},
    {"fork-orphan", cmd_fork_orphan, 0},
    {"sigwait", cmd_sigwait, 0},
    {"syscall", cmd_syscall, 1},
    {"listen", cmd_listen, 1},
    {"connect", cmd_connect, 2},
    {"kill-self", cmd_kill_self, 1},
    {"seq", cmd_seq, 1},
    {"alloc", cmd_alloc, 1},
    {"chmod", cmd_chmod, 2},
    {"trace", cmd_trace, 2},
    {"watch-rights", cmd_watch_rights, 0},
};

_Noreturn void die(const char *what)
{
    fprintf(stderr, "%s: %s\n", what, strerror(errno));
    exit(errno == 0 ? 1 : errno);
}

int main(int argc, char **argv)
{
    for (size_t i = 0; argc > 1 && i < sizeof COMMANDS / sizeof *COMMANDS; i++) {
        if (strcmp(argv[1], COMMANDS[i].name) == 0 && argc - 2 >= COMMANDS[i].arguments) {
            int code = COMMANDS[i].run(argc - 1, argv + 1);
            fflush(stdout);
            return code;
        }
    }
    fprintf(stderr, "usage: gantry-testinit COMMAND [ARGUMENT...]\n");
    for (size_t i = 0; i < sizeof COMMANDS / sizeof *COMMANDS; i++) {
        fprintf(stderr, "  %s\n", COMMANDS[i].name);
    }
    return 2;
}
