// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "check.h"
#include "client.h"
#include "frames.h"
#include "paths.h"

static void build(void)
{
    struct frame f;
    frame_begin(&f, FRAME_ERROR);
    frame_u32(&f, 0x01020304);
    frame_str(&f, "ab");
    frame_end(&f);
    CHECK(f.size == 14 && memcmp(f.bytes, "\x0a\0\0\0\x2d\4\3\2\1\3\0ab\0", 14) == 0);
    char long_text[3000];
    memset(long_text, 'y', sizeof long_text - 1);
    long_text[sizeof long_text - 1] = 0;
    frame_begin(&f, FRAME_ERROR);
    frame_str(&f, long_text);
    frame_end(&f);
    CHECK(f.size <= SMALL_FRAME && f.bytes[f.size - 1] == 0);
    uint16_t n = (uint16_t)(f.bytes[5] | f.bytes[6] << 8);
    CHECK(n == f.size - 7);
}

static void peek(void)
{
    uint8_t type;
    uint8_t *payload;
    size_t n;
    uint8_t *bytes = copy("\3\0\0\0\x10xy", 7);
    for (size_t size = 0; size < 7; size++) {
        CHECK(frame_peek(bytes, size, &type, &payload, &n) == FRAME_INCOMPLETE);
    }
    CHECK(frame_peek(bytes, 7, &type, &payload, &n) == FRAME_COMPLETE && type == 16 && n == 2 && memcmp(payload, "xy", 2) == 0);
    memcpy(bytes, "\0\0\0\0", 4);
    CHECK(frame_peek(bytes, 7, &type, &payload, &n) == FRAME_BROKEN);
    memcpy(bytes, "\xff\xff\xff\xff", 4);
    CHECK(frame_peek(bytes, 7, &type, &payload, &n) == FRAME_BROKEN);
    memcpy(bytes, "\x41\0\x10\0", 4);
    CHECK(frame_peek(bytes, 7, &type, &payload, &n) == FRAME_BROKEN);
    memcpy(bytes, "\x40\0\x10\0", 4);
    CHECK(frame_peek(bytes, 7, &type, &payload, &n) == FRAME_INCOMPLETE);
    free(bytes);
}

// More than a client takes piles up to the limit, wraps around, and comes out in order.
static void client_ring(void)
{
    int pair[2];
    CHECK(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) == 0);
    struct client *c = client_new(pair[0]);
    static uint8_t chunk[STREAM_CHUNK];
    static uint8_t got[1 << 20];
    uint64_t put = 0;
    uint64_t taken = 0;
    size_t header_left = 7; // HELLO
    size_t body_left = 0;
    uint8_t header[8];
    size_t header_size = 0;
    bool in_order = true;
    for (int round = 0; round < 400; round++) {
        while (client_room(c) >= 4096 && put < 40000000) {
            size_t n = client_room(c) < sizeof chunk ? client_room(c) : sizeof chunk;
            for (size_t i = 0; i < n; i++) {
                chunk[i] = (uint8_t)((put + i) % 251);
            }
            client_stream(c, FRAME_OUT, chunk, n);
            put += n;
        }
        CHECK(c->out_size <= CLIENT_LIMIT);
        client_flush(c);
        ssize_t n = recv(pair[1], got, 1 + (size_t)round * 977 % sizeof got, MSG_DONTWAIT);
        for (ssize_t i = 0; i < n; i++) {
            if (header_left > 0) {
                header[header_size++] = got[i];
                if (--header_left == 0) {
                    body_left = header_size == 7 ? 0 : (size_t)header[0] + ((size_t)header[1] << 8) + ((size_t)header[2] << 16) - 1;
                    header_left = body_left == 0 ? 5 : 0;
                    header_size = 0;
                }
            } else {
                in_order = in_order && got[i] == taken % 251;
                taken++;
                if (--body_left == 0) {
                    header_left = 5;
                }
            }
        }
    }
    CHECK(in_order && taken > 5 * (uint64_t)CLIENT_OUT);
    client_free(c);
    close(pair[1]);
}

static void a_client_that_goes_is_noticed(void)
{
    int pair[2];
    CHECK(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) == 0);
    struct client *c = client_new(pair[0]);
    close(pair[1]);
    client_flush(c);
    CHECK(c->gone && c->out_size == 0 && client_room(c) == STREAM_CHUNK);
    CHECK(!client_put(c, "x", 1));
    client_free(c);
}

static void normal_paths(void)
{
    char out[64];
    CHECK(path_normal("/a//b/./c/", out, sizeof out) && strcmp(out, "/a/b/c") == 0);
    CHECK(path_normal("///", out, sizeof out) && strcmp(out, "/") == 0);
    CHECK(path_normal("/..a/b..", out, sizeof out) && strcmp(out, "/..a/b..") == 0);
    CHECK(!path_normal("/a/../b", out, sizeof out));
    CHECK(!path_normal("/123456789012345678901234567890123456789012345678901234567890123", out, sizeof out));
}

static void paths_stay_in_the_root(void)
{
    char folder[] = "/tmp/gantry-paths-XXXXXX";
    if (mkdtemp(folder) == NULL) {
        abort();
    }
    int root = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
    CHECK(symlinkat("/", root, "up") == 0 && symlinkat("/tmp", root, "out") == 0);
    int fd = path_ensure(root, "/up/../../x/y", true);
    CHECK(fd >= 0 && faccessat(root, "x/y", F_OK, 0) == 0);
    close(fd);
    fd = path_ensure(root, "/up/x/file", false);
    CHECK(fd >= 0 && faccessat(root, "x/file", F_OK, 0) == 0);
    close(fd);
    fd = path_ensure(root, "/out/z", true); // /tmp does not exist in there, so the link dangles
    CHECK(fd < 0 && faccessat(AT_FDCWD, "/tmp/z", F_OK, 0) < 0);
    CHECK(path_open(root, "/proc/self/root", O_PATH) < 0);
    unlinkat(root, "x/file", 0);
    unlinkat(root, "x/y", AT_REMOVEDIR);
    unlinkat(root, "x", AT_REMOVEDIR);
    unlinkat(root, "up", 0);
    unlinkat(root, "out", 0);
    close(root);
    CHECK(rmdir(folder) == 0);
}

const struct test FRAME_TESTS[] = {
    {"frames: build", build},
    {"frames: peek", peek},
    {"client: ring", client_ring},
    {"client: gone", a_client_that_goes_is_noticed},
    {NULL, NULL},
};

const struct test PATH_TESTS[] = {
    {"paths: normal", normal_paths},
    {"paths: root", paths_stay_in_the_root},
    {NULL, NULL},
};
