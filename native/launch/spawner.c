// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include "spawner.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "peer.h"
#include "shim.h"

static void complain(const char *what)
{
    dprintf(STDERR_FILENO, "gantry-launch: %s: %s\n", what, strerror(errno));
}

static void serve(int listener)
{
    int connection = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
    if (connection < 0) {
        if (errno != EAGAIN && errno != EINTR && errno != ECONNABORTED) {
            complain("accept");
        }
        return;
    }
    if (!peer_allowed(connection)) {
        errno = EPERM;
        complain("connection of another user refused");
        close(connection);
        return;
    }
    pid_t pid = fork();
    if (pid == 0) {
        shim_run(connection);
    }
    if (pid < 0) {
        complain("fork");
    }
    close(connection);
}

// False at the end of stdin: the engine is gone.
static bool engine_lives(void)
{
    char ignored[256];
    ssize_t n = read(STDIN_FILENO, ignored, sizeof ignored);
    return n > 0 || (n < 0 && errno == EINTR);
}

// Not the socket that the next engine's spawner may have put in its place meanwhile.
static void remove_socket(const char *path, const struct stat *own)
{
    struct stat st;
    if (lstat(path, &st) == 0 && st.st_dev == own->st_dev && st.st_ino == own->st_ino) {
        unlink(path);
    }
}

int spawner_run(const char *socket_path)
{
    prctl(PR_SET_NAME, "gantry-spawner", 0, 0, 0);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    signal(SIGPIPE, SIG_IGN);
    struct sigaction reap = {.sa_handler = SIG_IGN, .sa_flags = SA_NOCLDWAIT};
    sigaction(SIGCHLD, &reap, NULL); // shims are nobody's to wait for
    int listener = peer_listen(socket_path);
    struct stat own;
    if (listener < 0 || lstat(socket_path, &own) < 0) {
        complain(socket_path);
        return 1;
    }
    if (dprintf(STDOUT_FILENO, "gantry-spawner %d\n", PROTOCOL_VERSION) < 0) {
        complain("stdout");
        remove_socket(socket_path, &own);
        return 1;
    }
    for (;;) {
        struct pollfd polls[2] = {{.fd = STDIN_FILENO, .events = POLLIN}, {.fd = listener, .events = POLLIN}};
        if (poll(polls, 2, -1) < 0 && errno != EINTR) {
            complain("poll");
            remove_socket(socket_path, &own);
            return 1;
        }
        if (polls[0].revents != 0 && !engine_lives()) {
            remove_socket(socket_path, &own);
            return 0;
        }
        if ((polls[1].revents & POLLIN) != 0) {
            serve(listener);
        }
    }
}
