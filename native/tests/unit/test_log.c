// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"
#include "log.h"

static bool escapes(const char *bytes, size_t n, const char *expected)
{
    uint8_t *in = copy(bytes, n);
    char *out = malloc(n * 6 + 1);
    size_t length = log_escape(out, in, n);
    bool same = length == strlen(expected) && memcmp(out, expected, length) == 0;
    if (!same) {
        printf("  got %.*s\n", (int)length, out);
    }
    free(in);
    free(out);
    return same;
}

#define ESCAPES(literal, expected) CHECK(escapes(literal, sizeof(literal) - 1, expected))

static void escaping(void)
{
    ESCAPES("", "");
    ESCAPES("plain text, longer than eight", "plain text, longer than eight");
    ESCAPES("a\"b\\c", "a\\\"b\\\\c");
    ESCAPES("12345678\t\r\n", "12345678\\u0009\\r\\n");
    ESCAPES("\0\1\x1f\x7f", "\\u0000\\u0001\\u001f\x7f");
    ESCAPES("<a href>&", "\\u003ca href\\u003e\\u0026");
    ESCAPES("\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\xaa", "\\u2028\\u2029\xe2\x80\xaa");
    ESCAPES("gr\xc3\xbc\xc3\x9f \xf0\x9f\x90\xb3", "gr\xc3\xbc\xc3\x9f \xf0\x9f\x90\xb3");
}

static void invalid_utf8(void)
{
    ESCAPES("\xff", "\\ufffd");
    ESCAPES("a\x80z", "a\\ufffdz");
    ESCAPES("\xc3", "\\ufffd");
    ESCAPES("\xc0\xaf", "\\ufffd\\ufffd");                 // overlong
    ESCAPES("\xe0\x80\x80", "\\ufffd\\ufffd\\ufffd");      // overlong
    ESCAPES("\xed\xa0\x80", "\\ufffd\\ufffd\\ufffd");      // a surrogate
    ESCAPES("\xf4\x90\x80\x80", "\\ufffd\\ufffd\\ufffd\\ufffd"); // above 10FFFF
    ESCAPES("\xe2\x82", "\\ufffd\\ufffd");
    ESCAPES("\xf0\x9f\x90", "\\ufffd\\ufffd\\ufffd");
    ESCAPES("\xe2\x82\xac\xe2", "\xe2\x82\xac\\ufffd");
}

// Each byte at each place of an eight-byte group is seen, not only the first.
static void every_place(void)
{
    for (int place = 0; place < 16; place++) {
        for (int b = 0; b < 256; b++) {
            char in[17] = "abcdefghijklmnop";
            in[place] = (char)b;
            char out[128];
            size_t n = log_escape(out, (const uint8_t *)in, 16);
            bool plain = b >= 0x20 && b < 0x80 && strchr("\"\\<>&", b) == NULL;
            CHECK(plain == (n == 16 && memcmp(out, in, 16) == 0));
        }
    }
}

static void times(void)
{
    char out[64];
    log_time(out, sizeof out, 1767319445123456789ULL);
    CHECK(strcmp(out, "2026-01-02T02:04:05.123456789Z") == 0);
    log_time(out, sizeof out, 1767319445120000000ULL);
    CHECK(strcmp(out, "2026-01-02T02:04:05.12Z") == 0);
    log_time(out, sizeof out, 1767319445000000001ULL);
    CHECK(strcmp(out, "2026-01-02T02:04:05.000000001Z") == 0);
    log_time(out, sizeof out, 1767319445000000000ULL);
    CHECK(strcmp(out, "2026-01-02T02:04:05Z") == 0);
}

static char folder[64];
static char path[96];
static struct log l;

static void open_log(uint64_t max_size, uint32_t max_file)
{
    if (folder[0] == 0) {
        strcpy(folder, "/tmp/gantry-log-XXXXXX");
        if (mkdtemp(folder) == NULL) {
            abort();
        }
        snprintf(path, sizeof path, "%s/log", folder);
    }
    memset(&l, 0, sizeof l);
    struct plan_log p = {.driver = LOG_JSON_FILE, .max_size = max_size, .max_file = max_file, .path = path, .attrs = "{\"k\":\"v\"}"};
    CHECK(log_open(&l, &p) == 0);
}

static char *content(const char *suffix, size_t *n)
{
    static char bytes[1 << 20];
    char file[128];
    snprintf(file, sizeof file, "%s%s", path, suffix);
    int fd = open(file, O_RDONLY | O_CLOEXEC);
    ssize_t got = fd < 0 ? -1 : read(fd, bytes, sizeof bytes - 1);
    if (fd >= 0) {
        close(fd);
    }
    *n = got < 0 ? 0 : (size_t)got;
    bytes[*n] = 0;
    return got < 0 ? NULL : bytes;
}

static void forget(void)
{
    char file[128];
    log_close(&l);
    unlink(path);
    for (int i = 1; i < 4; i++) {
        snprintf(file, sizeof file, "%s.%d", path, i);
        unlink(file);
    }
}

static int count(const char *text, const char *what)
{
    int n = 0;
    for (const char *p = strstr(text, what); p != NULL; p = strstr(p + 1, what)) {
        n++;
    }
    return n;
}

static void lines_and_pieces(void)
{
    open_log(0, 1);
    static uint8_t big[40000];
    memset(big, 'x', sizeof big);
    log_write(&l, 0, (const uint8_t *)"one\ntw", 6);
    log_write(&l, 1, (const uint8_t *)"err\n", 4);
    log_write(&l, 0, (const uint8_t *)"o\n\n", 3);
    log_write(&l, 0, big, sizeof big);
    log_write(&l, 0, (const uint8_t *)"\nlast", 5);
    log_flush(&l);
    size_t n;
    char *text = content("", &n);
    CHECK(strncmp(text, "{\"log\":\"one\\n\",\"stream\":\"stdout\",\"attrs\":{\"k\":\"v\"},\"time\":\"2", 57) == 0);
    CHECK(strstr(text, "{\"log\":\"two\\n\",\"stream\":\"stdout\"") != NULL);
    CHECK(strstr(text, "{\"log\":\"err\\n\",\"stream\":\"stderr\"") != NULL);
    CHECK(strstr(text, "{\"log\":\"\\n\",\"stream\":\"stdout\"") != NULL);
    CHECK(count(text, "\n") == 7 && strstr(text, "last") == NULL); // 40,000 = 2 pieces of 16,384 and the rest
    CHECK(count(text, "xxx\",\"stream\"") == 2 && count(text, "xxx\\n\",\"stream\"") == 1);
    log_finish(&l, 0);
    text = content("", &n);
    CHECK(strstr(text, "{\"log\":\"last\",\"stream\":\"stdout\"") != NULL && text[n - 1] == '\n');
    forget();
}

static void rotation(void)
{
    open_log(2000, 3);
    for (int i = 0; i < 200; i++) {
        char line[32];
        int n = snprintf(line, sizeof line, "line %d\n", i);
        log_write(&l, 0, (const uint8_t *)line, (size_t)n);
    }
    log_flush(&l);
    size_t n;
    char *text = content("", &n);
    CHECK(strstr(text, "line 199\\n") != NULL && n < 2200);
    text = content(".1", &n);
    CHECK(text != NULL && n >= 2000 && n < 2200 && text[n - 1] == '\n');
    CHECK(content(".2", &n) != NULL);
    CHECK(content(".3", &n) == NULL);
    forget();
    open_log(500, 1);
    for (int i = 0; i < 50; i++) {
        log_write(&l, 0, (const uint8_t *)"abc\n", 4);
    }
    log_flush(&l);
    CHECK(content("", &n) != NULL && n < 700 && content(".1", &n) == NULL);
    forget();
}

static void cut_off_line_is_closed(void)
{
    open_log(0, 1);
    CHECK(write(l.fd, "{\"log\":\"half", 12) == 12);
    log_close(&l);
    open_log(0, 1);
    log_write(&l, 0, (const uint8_t *)"next\n", 5);
    log_flush(&l);
    size_t n;
    char *text = content("", &n);
    CHECK(strncmp(text, "{\"log\":\"half\n{\"log\":\"next", 25) == 0);
    struct stat st;
    CHECK(stat(path, &st) == 0 && (st.st_mode & 0777) == 0640);
    forget();
    rmdir(folder);
}

static void no_log(void)
{
    memset(&l, 0, sizeof l);
    struct plan_log p = {.driver = LOG_NONE, .path = "", .attrs = ""};
    CHECK(log_open(&l, &p) == 0);
    log_write(&l, 0, (const uint8_t *)"text\n", 5);
    log_finish(&l, 0);
    CHECK(l.dropped == 0);
    log_close(&l);
}

const struct test LOG_TESTS[] = {
    {"log: escaping", escaping},
    {"log: invalid UTF-8", invalid_utf8},
    {"log: every place", every_place},
    {"log: times", times},
    {"log: lines and pieces", lines_and_pieces},
    {"log: rotation", rotation},
    {"log: cut-off line", cut_off_line_is_closed},
    {"log: none", no_log},
    {NULL, NULL},
};
