// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// One connection to a shim, with its two buffers. The memory is mapped at accept and unmapped at close; untouched pages cost nothing.
#ifndef GANTRY_CLIENT_H
#define GANTRY_CLIENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frames.h"

enum {
    CLIENT_IN = FRAME_MAX + 4,
    CLIENT_LIMIT = 1024 * 1024,     // beyond it the container is held back
    CLIENT_OUT = 4 * 1024 * 1024,   // what a pipe still held at the exit fits on top of the limit
};

enum client_role { ROLE_NEW, ROLE_REQUESTS, ROLE_START, ROLE_ATTACH, ROLE_EXEC, ROLE_WAIT };

struct task;

struct client {
    int fd;
    enum client_role role;
    uint8_t attach;      // enum attach_flag
    bool closing;        // to be closed once `out` is sent
    bool gone;           // the peer is gone; what it sent before may still be pending
    bool stdin_blocked;  // the frame at the start of `in` waits for room in the stdin pipe
    struct task *task;   // whose streams these are (attach, exec)
    size_t in_size;
    size_t in_done;      // of the payload of the first frame (IN), already written
    size_t out_head, out_size;
    uint8_t in[CLIENT_IN];
    uint8_t out[CLIENT_OUT];
};

struct client *client_new(int fd);
void client_free(struct client *c);

// Queues bytes; false (and the client is marked gone) if it cannot hold them.
bool client_put(struct client *c, const void *bytes, size_t n);
void client_send(struct client *c, struct frame *f);
void client_stream(struct client *c, enum frame_type type, const uint8_t *bytes, size_t n);
// The largest payload of a stream frame the client can take now.
size_t client_room(const struct client *c);
// Sends what the socket takes without waiting.
void client_flush(struct client *c);
// Reads at most `limit` buffered bytes in all; false: nothing more will come.
bool client_receive(struct client *c, size_t limit);
// Drops the first `n` bytes of the input.
void client_consume(struct client *c, size_t n);
void client_error(struct client *c, int err, const char *detail);
// Sends an empty frame with a descriptor; 0 or errno.
int client_pass_fd(struct client *c, enum frame_type type, int fd);

#endif
