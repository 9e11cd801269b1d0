// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// The payload of container tests: one static program, a sub-command a question. Answers are plain lines on stdout.
#ifndef GANTRY_TESTINIT_H
#define GANTRY_TESTINIT_H

_Noreturn void die(const char *what);

// facts.c: what a process can see of itself and its container
int cmd_env(int argc, char **argv);
int cmd_readlink(int argc, char **argv);
int cmd_stat(int argc, char **argv);
int cmd_ls(int argc, char **argv);
int cmd_isatty(int argc, char **argv);
int cmd_caps(int argc, char **argv);
int cmd_fds(int argc, char **argv);
int cmd_pwd(int argc, char **argv);
int cmd_id(int argc, char **argv);
int cmd_hostname(int argc, char **argv);
int cmd_ns(int argc, char **argv);
int cmd_mounts(int argc, char **argv);
int cmd_rlimits(int argc, char **argv);
int cmd_winsize(int argc, char **argv);
int cmd_links(int argc, char **argv);
int cmd_watch_rights(int argc, char **argv);

// actions.c: what a process can do
int cmd_echo(int argc, char **argv);
int cmd_err(int argc, char **argv);
int cmd_cat(int argc, char **argv);
int cmd_write(int argc, char **argv);
int cmd_sleep(int argc, char **argv);
int cmd_trap_exit(int argc, char **argv);
int cmd_count(int argc, char **argv);
int cmd_write_bytes(int argc, char **argv);
int cmd_lines(int argc, char **argv);
int cmd_fork_orphan(int argc, char **argv);
int cmd_sigwait(int argc, char **argv);
int cmd_syscall(int argc, char **argv);
int cmd_listen(int argc, char **argv);
int cmd_connect(int argc, char **argv);
int cmd_kill_self(int argc, char **argv);
int cmd_seq(int argc, char **argv);
int cmd_alloc(int argc, char **argv);
int cmd_chmod(int argc, char **argv);
int cmd_trace(int argc, char **argv);

#endif
