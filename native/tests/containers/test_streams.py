# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
"""Attach, stdin, terminals and the log."""
import json
import os
import struct
import time

import launch
from fixture import read, until
from launch import CLOSE_STDIN, END, IN, OK, OUT, RESIZE, text


def entries(path):
    return [json.loads(line) for line in read(path).splitlines()]


def test_attach_has_every_byte(w):
    n = 3000000
    p = w.plan('write-bytes', str(n))
    code, _, out, err = w.run(p)
    assert code == 0 and len(out) == n and out == (bytes(range(256)) * (n // 256 + 1))[:n] and err == b''


def test_stdout_and_stderr_are_apart(w):
    assert w.run(w.plan('err', 'trouble'))[2:] == (b'', b'trouble\n')
    p = w.plan('err', 'trouble')
    c = w.start(p, lambda c: (c.attach(2), c.attach(4)))
    assert c.early[0].streams()[:2] == (b'', b'') and c.early[1].streams()[:2] == (b'', b'trouble\n')


def test_several_clients_see_the_same(w):
    c = w.start(w.plan('seq', '50000'), lambda c: [c.attach() for _ in range(5)])
    outs = {x.streams()[0] for x in c.early}
    assert len(outs) == 1 and outs.pop().endswith(b'\n50000\n')


def test_slow_client_holds_the_container_and_others_back(w):
    p = w.plan('write-bytes', '20000000')
    c = w.start(p, lambda c: c.attach())
    time.sleep(0.5)
    size = os.path.getsize(p.log_path)
    time.sleep(0.3)
    assert os.path.getsize(p.log_path) == size, 'the log goes on although a client is full'
    c.early.close()  # a client that goes lets the container run again
    assert c.exit() == (0, 0)


def test_slow_client_gets_everything_in_the_end(w):
    c = w.start(w.plan('write-bytes', '5000000'), lambda c: c.attach())
    time.sleep(0.3)
    out, _, kind, _ = c.early.streams()
    assert kind == END and len(out) == 5000000


def test_stdin_to_its_end(w):
    data = os.urandom(1 << 20)
    c = w.start(w.plan('cat').stdin(1), lambda c: c.attach(7))
    import threading

    def feed():
        for i in range(0, len(data), 65536):
            c.early.send(IN, data[i:i + 65536])
        c.early.send(CLOSE_STDIN)
    t = threading.Thread(target=feed)
    t.start()
    out, _, kind, _ = c.early.streams()
    t.join()
    assert kind == END and out == data and c.exit() == (0, 0)


def test_stdin_of_two_clients_is_merged(w):
    c = w.start(w.plan('cat').stdin(1), lambda c: (c.attach(7), c.attach(1)))
    a, b = c.early
    a.send(IN, b'from a\n')
    assert a.expect(OUT) == b'from a\n'
    b.send(IN, b'from b\n')
    assert a.expect(OUT) == b'from b\n'
    b.close()
    a.send(IN, b'still open\n')
    assert a.expect(OUT) == b'still open\n'
    a.send(CLOSE_STDIN)
    a.expect(END)
    assert c.exit() == (0, 0)


def test_stdin_once_closes_with_its_client(w):
    c = w.start(w.plan('cat').stdin(3), lambda c: c.attach(7))
    c.early.send(IN, b'last words\n')
    c.early.close()
    assert c.exit() == (0, 0)
    assert [e['log'] for e in entries(c.run_folder + '/../log')] == ['last words\n']


def test_no_stdin_is_dev_null(w):
    assert w.run(w.plan('cat'))[:3] == (0, 0, b'')


def test_blocked_stdin_does_not_block_the_shim(w):
    c = w.start(w.plan('sleep', '60').stdin(1), lambda c: c.attach(7))
    c.early.socket.settimeout(0.3)
    try:
        for _ in range(200):
            c.early.send(IN, b'x' * 65536)
        assert False, 'everything was taken'
    except TimeoutError:
        pass
    c.signal(9)
    assert c.exit() == (137, 9)


def test_terminal(w):
    c = w.start(w.plan('isatty', tty=True), lambda c: c.attach())
    out, err, _, _ = c.early.streams()
    assert out == b'1 1 1\r\n' and err == b''
    assert w.run(w.plan('stat', '/dev/console', tty=True).user('jane'))[2].startswith(b'/dev/console c 0620 1000:5 136:0')
    assert w.run(w.plan('winsize').tty(33, 101))[2] == b'33 101\r\n'


def test_terminal_input_and_resize(w):
    c = w.start(w.plan('cat', tty=True).stdin(1), lambda c: c.attach(7))
    c.early.send(IN, b'hello\n')
    got = b''
    while got.count(b'hello') < 2:  # the echo and the answer
        got += c.early.expect(OUT)
    c.request(RESIZE, text('') + struct.pack('<HH', 50, 120), OK)
    x = c.exec(w.exec_plan('e', 'winsize').tty(10, 20))
    assert x.streams()[0] == b'10 20\r\n'
    c.early.send(IN, b'\x04')
    assert c.early.streams()[2] == END and c.exit() == (0, 0)


def test_terminal_interrupt_with_init(w):
    c = w.start(w.plan('sleep', '60', tty=True).stdin(1).init(), lambda c: c.attach(7))
    time.sleep(0.1)
    c.early.send(IN, b'\x03')
    assert c.exit() == (130, 0)


def test_log_lines(w):
    p = w.plan('lines', '3', '20000').env('X=1')
    assert w.run(p)[0] == 0
    got = entries(p.log_path)
    assert [len(e['log']) for e in got] == [16384, 3617] * 3 and {e['stream'] for e in got} == {'stdout'}
    assert got[0]['log'][-1] == 'x' and got[1]['log'][-1] == '\n' and all(e['time'].endswith('Z') for e in got)


def test_log_rotation_loses_nothing(w):
    p = w.plan('seq', '20000').without(52)
    p.log(p.log_path, max_size=200000, max_file=20)
    assert w.run(p)[0] == 0
    files = sorted((f for f in os.listdir(p.folder) if f.startswith('log')), key=lambda f: -int(f[4:] or 0))
    lines = [e['log'] for f in files for e in entries(p.folder + '/' + f)]
    assert lines == ['%d\n' % i for i in range(1, 20001)], (files, len(lines))


def test_log_goes_on_without_any_client(w):
    p = w.plan('count', '5')
    c = w.start(p)
    c.connection.close()
    until(lambda: read(p.log_path).count(b'\n') > 30)
    x = c.shim_connection()
    c.signal(9)
    x.send(launch.WAIT)
    x.exit()
    got = [e['log'] for e in entries(p.log_path)]
    assert got == ['%d\n' % (i + 1) for i in range(len(got))]


def test_full_log_disk_is_reported_and_harmless(w):
    p = w.plan('lines', '100', '99').without(52).log('/dev/full')
    # /dev/full is no regular file, but every write to it fails as on a full disk.
    c = w.start(p, lambda c: c.attach())
    out = c.early.streams()[0]
    assert len(out) == 10000 and c.exit() == (0, 0)


def test_attach_and_detach_leaks_nothing(w):
    c = w.start(w.plan('sleep', '60'))
    count = lambda: len(os.listdir('/proc/%d/fd' % c.shim))
    before = count()
    for _ in range(300):
        c.attach().close()
    until(lambda: count() == before)
    c.signal(9)
    c.exit()
