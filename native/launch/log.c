// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include "log.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "pids.h"

// More than one line can need: a piece all of whose bytes are escaped, names, attributes and time.
#define LINE_MAX_ENCODED (LOG_PIECE * 6 + LOG_ATTRS_MAX + 256)

_Static_assert(LOG_BUFFER > LINE_MAX_ENCODED, "a line must fit the buffer");

static int open_file(struct log *l, int flags)
{
    l->fd = open(l->path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | flags, 0640);
    if (l->fd < 0) {
        return errno;
    }
    struct stat st;
    if (fstat(l->fd, &st) < 0) {
        return errno;
    }
    l->size = (uint64_t)st.st_size;
    char last = '\n';
    if (l->size > 0 && pread(l->fd, &last, 1, st.st_size - 1) == 1 && last != '\n' && write(l->fd, "\n", 1) == 1) {
        l->size++; // a line that a crash cut off must not swallow the next one
    }
    return 0;
}

int log_open(struct log *l, const struct plan_log *p)
{
    l->fd = -1;
    if (p->driver == LOG_NONE) {
        return 0;
    }
    if (strlen(p->path) + 12 > sizeof l->path || strlen(p->attrs) >= sizeof l->attrs) {
        return ENAMETOOLONG;
    }
    strcpy(l->path, p->path);
    strcpy(l->attrs, p->attrs);
    l->max_size = p->max_size;
    l->max_file = p->max_file;
    return open_file(l, 0);
}

size_t log_time(char *out, size_t size, uint64_t ns)
{
    time_t seconds = (time_t)(ns / 1000000000ULL);
    uint32_t fraction = (uint32_t)(ns % 1000000000ULL);
    struct tm t;
    gmtime_r(&seconds, &t);
    size_t n = strftime(out, size, "%Y-%m-%dT%H:%M:%S", &t);
    if (fraction != 0) {
        int digits = 9;
        while (fraction % 10 == 0) {
            fraction /= 10;
            digits--;
        }
        n += (size_t)snprintf(out + n, size - n, ".%0*u", digits, fraction);
    }
    out[n++] = 'Z';
    out[n] = 0;
    return n;
}

// As log_time, but the calendar is worked out once a second only.
static size_t put_time(struct log *l, char *out)
{
    uint64_t ns = now_ns();
    uint64_t second = ns / 1000000000ULL;
    if (second != l->last_second || l->second_text[0] == 0) {
        log_time(l->second_text, sizeof l->second_text, second * 1000000000ULL);
        l->last_second = second;
    }
    memcpy(out, l->second_text, 19);
    uint32_t fraction = (uint32_t)(ns % 1000000000ULL);
    size_t n = 19;
    if (fraction != 0) {
        out[19] = '.';
        for (int i = 9; i >= 1; i--) {
            out[19 + i] = (char)('0' + fraction % 10);
            fraction /= 10;
        }
        n = 29;
        while (out[n - 1] == '0') {
            n--;
        }
    }
    out[n++] = 'Z';
    return n;
}

static void rotate(struct log *l)
{
    close(l->fd);
    l->fd = -1;
    char from[LOG_PATH_MAX];
    char to[LOG_PATH_MAX];
    for (uint32_t i = l->max_file - 1; i >= 1; i--) {
        if (i == 1) {
            snprintf(from, sizeof from, "%s", l->path);
        } else {
            snprintf(from, sizeof from, "%.*s.%u", LOG_PATH_MAX - 12, l->path, i - 1);
        }
        snprintf(to, sizeof to, "%.*s.%u", LOG_PATH_MAX - 12, l->path, i);
        if (rename(from, to) < 0 && errno != ENOENT) {
            l->last_error = errno;
        }
    }
    int err = open_file(l, O_TRUNC);
    if (err != 0) {
        l->last_error = err;
    }
}

void log_flush(struct log *l)
{
    if (l->used == 0) {
        return;
    }
    size_t done = 0;
    while (l->fd >= 0 && done < l->used) {
        ssize_t n = write(l->fd, l->buffer + done, l->used - done);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            // A full disk: take back a half line, so that the file stays readable.
            l->last_error = errno;
            size_t whole = done;
            while (whole > 0 && l->buffer[whole - 1] != '\n') {
                whole--;
            }
            if (whole != done && ftruncate(l->fd, (off_t)(l->size + whole)) == 0) {
                done = whole;
            }
            break;
        }
        done += (size_t)n;
    }
    l->size += done;
    l->dropped += l->used - done;
    l->used = 0;
}

static void put(struct log *l, const char *text, size_t n)
{
    memcpy(l->buffer + l->used, text, n);
    l->used += n;
}

#define PUT(l, literal) put(l, literal, sizeof(literal) - 1)

static void log_line(struct log *l, int stream, const uint8_t *bytes, size_t n, bool newline)
{
    if (l->used + LINE_MAX_ENCODED > LOG_BUFFER) {
        log_flush(l);
    }
    if (l->max_size != 0 && l->size + l->used >= l->max_size) {
        log_flush(l);
        rotate(l);
    }
    if (l->fd < 0 && open_file(l, 0) != 0) {
        l->dropped += n;
        return;
    }
    PUT(l, "{\"log\":\"");
    l->used += log_escape(l->buffer + l->used, bytes, n);
    if (newline) {
        PUT(l, "\\n");
    }
    if (stream == 0) {
        PUT(l, "\",\"stream\":\"stdout\",");
    } else {
        PUT(l, "\",\"stream\":\"stderr\",");
    }
    if (l->attrs[0] != 0) {
        PUT(l, "\"attrs\":");
        put(l, l->attrs, strlen(l->attrs));
        PUT(l, ",");
    }
    PUT(l, "\"time\":\"");
    l->used += put_time(l, l->buffer + l->used);
    PUT(l, "\"}\n");
}

void log_write(struct log *l, int stream, const uint8_t *bytes, size_t n)
{
    if (l->path[0] == 0) {
        return;
    }
    struct log_stream *s = &l->streams[stream];
    while (n > 0) {
        const uint8_t *newline = memchr(bytes, '\n', n);
        size_t length = newline != NULL ? (size_t)(newline - bytes) : n;
        if (s->pending == 0 && newline != NULL && length <= LOG_PIECE) {
            log_line(l, stream, bytes, length, true); // the usual case needs no copy
            bytes += length + 1;
            n -= length + 1;
            continue;
        }
        size_t room = LOG_PIECE - s->pending;
        size_t taken = length < room ? length : room;
        memcpy(s->piece + s->pending, bytes, taken);
        s->pending += (uint32_t)taken;
        bytes += taken;
        n -= taken;
        if (newline != NULL && taken == length) {
            log_line(l, stream, s->piece, s->pending, true);
            s->pending = 0;
            bytes++;
            n--;
        } else if (s->pending == LOG_PIECE && n > 0) {
            log_line(l, stream, s->piece, s->pending, false);
            s->pending = 0;
        }
    }
}

void log_finish(struct log *l, int stream)
{
    struct log_stream *s = &l->streams[stream];
    if (s->pending > 0) {
        log_line(l, stream, s->piece, s->pending, false);
        s->pending = 0;
    }
    log_flush(l);
}

void log_close(struct log *l)
{
    log_flush(l);
    if (l->fd >= 0) {
        close(l->fd);
        l->fd = -1;
    }
}
