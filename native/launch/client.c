// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include "client.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

struct client *client_new(int fd)
{
    struct client *c = mmap(NULL, sizeof *c, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (c == MAP_FAILED) {
        return NULL;
    }
    c->fd = fd;
    struct frame hello;
    frame_begin(&hello, FRAME_HELLO);
    frame_u16(&hello, PROTOCOL_VERSION);
    client_send(c, &hello);
    return c;
}

void client_free(struct client *c)
{
    close(c->fd);
    munmap(c, sizeof *c);
}

bool client_put(struct client *c, const void *bytes, size_t n)
{
    if (c->gone) {
        return false;
    }
    if (n > CLIENT_OUT - c->out_size) {
        c->gone = true;
        return false;
    }
    size_t tail = (c->out_head + c->out_size) % CLIENT_OUT;
    size_t first = n < CLIENT_OUT - tail ? n : CLIENT_OUT - tail;
    memcpy(c->out + tail, bytes, first);
    memcpy(c->out, (const uint8_t *)bytes + first, n - first);
    c->out_size += n;
    return true;
}

void client_send(struct client *c, struct frame *f)
{
    frame_end(f);
    client_put(c, f->bytes, f->size);
}

void client_stream(struct client *c, enum frame_type type, const uint8_t *bytes, size_t n)
{
    while (n > 0) {
        size_t piece = n < STREAM_CHUNK ? n : STREAM_CHUNK;
        uint8_t header[FRAME_HEADER];
        frame_header(header, type, (uint32_t)piece);
        if (!client_put(c, header, sizeof header) || !client_put(c, bytes, piece)) {
            return;
        }
        bytes += piece;
        n -= piece;
    }
}

size_t client_room(const struct client *c)
{
    if (c->gone) {
        return STREAM_CHUNK;
    }
    return c->out_size + FRAME_HEADER >= CLIENT_LIMIT ? 0 : CLIENT_LIMIT - c->out_size - FRAME_HEADER;
}

void client_flush(struct client *c)
{
    while (c->out_size > 0 && !c->gone) {
        size_t first = c->out_size < CLIENT_OUT - c->out_head ? c->out_size : CLIENT_OUT - c->out_head;
        struct iovec iov[2] = {
            {.iov_base = c->out + c->out_head, .iov_len = first},
            {.iov_base = c->out, .iov_len = c->out_size - first},
        };
        struct msghdr h = {.msg_iov = iov, .msg_iovlen = 2};
        ssize_t n = sendmsg(c->fd, &h, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            c->gone = errno != EAGAIN;
            break;
        }
        c->out_head = (c->out_head + (size_t)n) % CLIENT_OUT;
        c->out_size -= (size_t)n;
    }
    if (c->out_size == 0 || c->gone) {
        c->out_size = 0;
        c->out_head = 0; // so that a client that keeps up uses the same few pages again and again
    }
}

bool client_receive(struct client *c, size_t limit)
{
    limit = limit < sizeof c->in ? limit : sizeof c->in;
    if (c->in_size >= limit) {
        return true;
    }
    ssize_t n;
    do {
        n = recv(c->fd, c->in + c->in_size, limit - c->in_size, MSG_DONTWAIT);
    } while (n < 0 && errno == EINTR);
    if (n > 0) {
        c->in_size += (size_t)n;
        return true;
    }
    return n < 0 && errno == EAGAIN;
}

void client_consume(struct client *c, size_t n)
{
    memmove(c->in, c->in + n, c->in_size - n);
    c->in_size -= n;
    c->in_done = 0;
}

void client_error(struct client *c, int err, const char *detail)
{
    struct frame f;
    frame_begin(&f, FRAME_ERROR);
    frame_u32(&f, (uint32_t)err);
    frame_str(&f, detail);
    client_send(c, &f);
}

int client_pass_fd(struct client *c, enum frame_type type, int fd)
{
    client_flush(c);
    if (c->out_size > 0) {
        return EAGAIN; // the descriptor has to ride on its own frame
    }
    uint8_t header[FRAME_HEADER];
    frame_header(header, type, 0);
    struct iovec iov = {.iov_base = header, .iov_len = sizeof header};
    union {
        char bytes[CMSG_SPACE(sizeof(int))];
        struct cmsghdr align;
    } ancillary = {0};
    struct msghdr h = {.msg_iov = &iov, .msg_iovlen = 1, .msg_control = ancillary.bytes, .msg_controllen = sizeof ancillary.bytes};
    struct cmsghdr *m = CMSG_FIRSTHDR(&h);
    m->cmsg_level = SOL_SOCKET;
    m->cmsg_type = SCM_RIGHTS;
    m->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(m), &fd, sizeof fd);
    ssize_t n = sendmsg(c->fd, &h, MSG_DONTWAIT | MSG_NOSIGNAL);
    return n == (ssize_t)sizeof header ? 0 : n < 0 ? errno : EPIPE;
}
