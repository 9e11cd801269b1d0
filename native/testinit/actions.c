// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include "testinit.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void print_words(FILE *to, int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        fprintf(to, "%s%s", i > 1 ? " " : "", argv[i]);
    }
    fputc('\n', to);
}

int cmd_echo(int argc, char **argv)
{
    print_words(stdout, argc, argv);
    return 0;
}

int cmd_err(int argc, char **argv)
{
    print_words(stderr, argc, argv);
    return 0;
}

static void write_all(int fd, const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t w = write(fd, bytes, n);
        if (w < 0) {
            die("write");
        }
        bytes += w;
        n -= (size_t)w;
    }
}

// Copies stdin, or the named files, to stdout.
int cmd_cat(int argc, char **argv)
{
    static char bytes[65536];
    for (int i = argc < 2 ? 0 : 1; i < (argc < 2 ? 1 : argc); i++) {
        int fd = argc < 2 ? 0 : open(argv[i], O_RDONLY | O_CLOEXEC);
        if (fd < 0) {
            die(argv[i]);
        }
        ssize_t n;
        while ((n = read(fd, bytes, sizeof bytes)) > 0) {
            write_all(1, bytes, (size_t)n);
        }
        if (n < 0) {
            die("read");
        }
    }
    return 0;
}

// write PATH TEXT: opens for writing (made if missing); the exit status is the errno.
int cmd_write(int argc, char **argv)
{
    (void)argc;
    int fd = open(argv[1], O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    if (fd < 0) {
        die(argv[1]);
    }
    write_all(fd, argv[2], strlen(argv[2]));
    return 0;
}

int cmd_sleep(int argc, char **argv)
{
    (void)argc;
    double seconds = atof(argv[1]);
    struct timespec t = {.tv_sec = (time_t)seconds, .tv_nsec = (long)((seconds - (double)(time_t)seconds) * 1e9)};
    nanosleep(&t, NULL);
    return 0;
}

static int trap_code;

static void on_term(int signo)
{
    (void)signo;
    _exit(trap_code);
}

// Says "ready", then waits; SIGTERM makes it exit with N.
int cmd_trap_exit(int argc, char **argv)
{
    (void)argc;
    trap_code = atoi(argv[1]);
    struct sigaction a = {.sa_handler = on_term};
    sigaction(SIGTERM, &a, NULL);
    write_all(1, "ready\n", 6);
    for (;;) {
        pause();
    }
}

// A numbered line each INTERVAL milliseconds, for ever.
int cmd_count(int argc, char **argv)
{
    (void)argc;
    long ms = atol(argv[1]);
    struct timespec t = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000};
    for (unsigned long i = 1;; i++) {
        char line[32];
        int n = snprintf(line, sizeof line, "%lu\n", i);
        write_all(1, line, (size_t)n);
        nanosleep(&t, NULL);
    }
}

// Numbered lines 1..N, as fast as they are taken.
int cmd_seq(int argc, char **argv)
{
    (void)argc;
    unsigned long last = strtoul(argv[1], NULL, 10);
    for (unsigned long i = 1; i <= last; i++) {
        printf("%lu\n", i);
    }
    return 0;
}

// N bytes that repeat 0..255 (every byte value, newlines included).
int cmd_write_bytes(int argc, char **argv)
{
    (void)argc;
    static char bytes[65536];
    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] = (char)i;
    }
    for (unsigned long long left = strtoull(argv[1], NULL, 10); left > 0;) {
        size_t n = left < sizeof bytes ? (size_t)left : sizeof bytes;
        write_all(1, bytes, n);
        left -= n;
    }
    return 0;
}

// lines N LENGTH: N lines of LENGTH letters.
int cmd_lines(int argc, char **argv)
{
    (void)argc;
    unsigned long n = strtoul(argv[1], NULL, 10);
    size_t length = strtoul(argv[2], NULL, 10);
    char *line = malloc(length + 1);
    if (line == NULL) {
        die("memory");
    }
    memset(line, 'x', length);
    line[length] = '\n';
    for (unsigned long i = 0; i < n; i++) {
        fwrite(line, 1, length + 1, stdout);
    }
    free(line);
    return 0;
}

// Leaves a grandchild behind that becomes PID 1's and ends, then says whether it was "reaped" or stays a "zombie".
int cmd_fork_orphan(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    int fds[2];
    if (pipe(fds) < 0) {
        die("pipe");
    }
    pid_t middle = fork();
    if (middle == 0) {
        pid_t orphan = fork();
        if (orphan == 0) {
            usleep(50000);
            _exit(0);
        }
        write_all(fds[1], (const char *)&orphan, sizeof orphan);
        _exit(0);
    }
    pid_t orphan = 0;
    if (read(fds[0], &orphan, sizeof orphan) != (ssize_t)sizeof orphan) {
        die("pipe");
    }
    waitpid(middle, NULL, 0);
    usleep(250000);
    puts(kill(orphan, 0) < 0 && errno == ESRCH ? "reaped" : "zombie");
    return 0;
}

// Says "ready", waits for any signal it can block and prints its number.
int cmd_sigwait(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, NULL);
    write_all(1, "ready\n", 6);
    int signo;
    if (sigwait(&all, &signo) != 0) {
        die("sigwait");
    }
    printf("%d\n", signo);
    return 0;
}

struct probe {
    const char *name;
    long (*run)(void);
};

static long probe_mount(void) { return mount("none", "/", "tmpfs", 0, NULL); }
static long probe_unshare(void) { return unshare(CLONE_NEWNS); }
static long probe_chroot(void) { return chroot("/"); }
static long probe_sethostname(void) { return sethostname("x", 1); }
static long probe_ptrace(void) { return ptrace(PTRACE_TRACEME, 0, NULL, NULL); }
static long probe_keyctl(void) { return syscall(SYS_keyctl, 0, -3, 0); }
static long probe_bpf(void) { return syscall(SYS_bpf, 0, NULL, 0); }
static long probe_getpid(void) { return getpid(); }
static long probe_socket_alg(void) { return socket(38, SOCK_SEQPACKET, 0); }
static long probe_setuid(void) { return setuid(0); }

static const struct probe PROBES[] = {
    {"mount", probe_mount},   {"unshare", probe_unshare}, {"chroot", probe_chroot}, {"sethostname", probe_sethostname},
    {"ptrace", probe_ptrace}, {"keyctl", probe_keyctl},   {"bpf", probe_bpf},       {"getpid", probe_getpid},
    {"socket-alg", probe_socket_alg}, {"setuid0", probe_setuid},
};

// For each name: "NAME ok" or "NAME errno N".
int cmd_syscall(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        for (size_t k = 0; k < sizeof PROBES / sizeof *PROBES; k++) {
            if (strcmp(argv[i], PROBES[k].name) == 0) {
                errno = 0;
                if (PROBES[k].run() < 0) {
                    printf("%s errno %d\n", argv[i], errno);
                } else {
                    printf("%s ok\n", argv[i]);
                }
            }
        }
    }
    return 0;
}

// listen PORT: one connection, echoes what comes.
int cmd_listen(int argc, char **argv)
{
    (void)argc;
    struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(argv[1]))};
    int s = socket(AF_INET, SOCK_STREAM, 0);
    int on = 1;
    setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(s, (struct sockaddr *)&a, sizeof a) < 0 || listen(s, 8) < 0) {
        die("listen");
    }
    write_all(1, "ready\n", 6);
    int c = accept(s, NULL, NULL);
    char bytes[4096];
    for (ssize_t n = read(c, bytes, sizeof bytes); n > 0; n = read(c, bytes, sizeof bytes)) {
        write_all(c, bytes, (size_t)n);
    }
    return 0;
}

// connect ADDRESS PORT [TEXT]: sends the text, prints the answer.
int cmd_connect(int argc, char **argv)
{
    struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(argv[2]))};
    inet_pton(AF_INET, argv[1], &a.sin_addr);
    int s = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(s, (struct sockaddr *)&a, sizeof a) < 0) {
        die("connect");
    }
    if (argc > 3) {
        write_all(s, argv[3], strlen(argv[3]));
    }
    shutdown(s, SHUT_WR);
    char bytes[4096];
    for (ssize_t n = read(s, bytes, sizeof bytes); n > 0; n = read(s, bytes, sizeof bytes)) {
        write_all(1, bytes, (size_t)n);
    }
    return 0;
}

int cmd_kill_self(int argc, char **argv)
{
    (void)argc;
    signal(atoi(argv[1]), SIG_DFL);
    kill(getpid(), atoi(argv[1]));
    return 3; // PID 1 ignores signals it does not handle
}

// alloc BYTES: touches that much memory, then says so.
int cmd_alloc(int argc, char **argv)
{
    (void)argc;
    size_t n = strtoull(argv[1], NULL, 10);
    char *p = malloc(n);
    if (p == NULL) {
        die("memory");
    }
    for (size_t i = 0; i < n; i += 4096) {
        ((volatile char *)p)[i] = 1;
    }
    puts("ok");
    free(p);
    return 0;
}

// chmod MODE PATH...: prints the errno of each that cannot be changed.
int cmd_chmod(int argc, char **argv)
{
    for (int i = 2; i < argc; i++) {
        if (chmod(argv[i], (mode_t)strtoul(argv[1], NULL, 8)) < 0) {
            printf("%s errno %d\n", argv[i], errno);
        } else {
            printf("%s ok\n", argv[i]);
        }
    }
    return 0;
}

// trace PID SECONDS: traces a process and takes no notice of what becomes of it.
int cmd_trace(int argc, char **argv)
{
    (void)argc;
    if (ptrace(PTRACE_SEIZE, atoi(argv[1]), 0, 0) < 0) {
        die("ptrace");
    }
    write_all(1, "traced\n", 7);
    sleep((unsigned)atoi(argv[2]));
    return 0;
}
