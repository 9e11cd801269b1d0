# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
"""Processes that join a running container."""
import os
import socket
import struct
import time

import launch
from fixture import read, remove_cgroups, until
from launch import CLOSE_STDIN, ERROR, EXEC_STATE, EXEC_STATE_REPLY, EXIT, IN, OK, OUT, RESIZE, SOCKET, SOCKET_FD, text


def running(w, *argv):
    return w.start(w.plan(*(argv or ('sleep', '60'))))


def end(c):
    c.signal(9)
    assert c.exit() == (137, 9)


def test_output_and_code(w):
    c = running(w)
    out, err, kind, payload = c.exec(w.exec_plan('e1', 'echo', 'hi')).streams()
    assert (out, err, kind, struct.unpack_from('<II', payload)) == (b'hi\n', b'', EXIT, (0, 0))
    assert c.exec(w.exec_plan('e2', 'err', 'oops')).streams()[:2] == (b'', b'oops\n')
    assert c.exec(w.exec_plan('e3', 'exit', '77')).exit() == (77, 0)
    end(c)


def test_joins_all_namespaces(w):
    c = running(w)
    out = c.exec(w.exec_plan('e', 'ns')).streams()[0].decode().split()
    assert out == [os.readlink('/proc/%d/ns/%s' % (c.pid, n)) for n in ('cgroup', 'ipc', 'mnt', 'net', 'pid', 'time', 'user', 'uts')]
    end(c)


def test_is_the_shims_child_and_takes_signals(w):
    c = running(w)
    x = c.exec(w.exec_plan('e', 'sleep', '60'))
    assert int(read('/proc/%d/stat' % x.pid).rpartition(b')')[2].split()[1]) == c.shim
    c.signal(9, 'e')
    assert x.exit() == (137, 9)
    c.request(launch.SIGNAL, text('e') + struct.pack('<I', 9), ERROR)
    end(c)


def test_user_workdir_env_caps(w):
    c = running(w)
    p = w.exec_plan('e1', 'id').user('jane').workdir('/tmp')
    assert b'uid=1000 euid=1000 gid=1001' in c.exec(p).streams()[0]
    assert c.exec(w.exec_plan('e2', 'pwd').workdir('/home/jane')).streams()[0] == b'/home/jane\n'
    assert c.exec(w.exec_plan('e3', 'env', 'A').env('A=b')).streams()[0] == b'b\n'
    assert b'CapInh:\t0000000000000000' in c.exec(w.exec_plan('e4', 'caps')).streams()[0]
    end(c)


def test_stdin(w):
    c = running(w)
    x = c.exec(w.exec_plan('e', 'cat').stdin(1))
    x.send(IN, b'abc')
    assert x.expect(OUT) == b'abc'
    x.send(IN, b'def')
    x.send(CLOSE_STDIN)
    out, _, kind, payload = x.streams()
    assert out == b'def' and struct.unpack_from('<I', payload)[0] == 0
    end(c)


def test_terminal_and_resize(w):
    c = running(w)
    x = c.exec(w.exec_plan('e', 'cat').stdin(1).tty(11, 22))
    c.request(RESIZE, text('e') + struct.pack('<HH', 40, 90), OK)
    x.send(IN, b'\x04')
    assert struct.unpack_from('<I', x.streams()[3])[0] == 0
    assert c.exec(w.exec_plan('e2', 'isatty').tty()).streams()[0] == b'1 1 1\r\n'
    c.request(RESIZE, text('') + struct.pack('<HH', 40, 90), ERROR)
    end(c)


def test_failures(w):
    c = running(w)
    for plan, step, errno in ((w.exec_plan('f1').argv('nope'), 26, 2), (w.exec_plan('f2').argv('/bin/bad-format'), 26, 8),
                              (w.exec_plan('f3', 'true').user('nobody'), 20, 2), (w.exec_plan('f4', 'true').workdir('/missing'), 21, 2),
                              (w.exec_plan('f5', 'true').raw(10, b'/\0'), 2, 42)):
        try:
            c.exec(plan)
            assert False, 'started'
        except launch.Failed as f:
            assert (f.step, f.errno) == (step, errno), f
    c.request(EXEC_STATE, text('f1'), ERROR)
    until(lambda: len(os.listdir('/proc/%d/task/%d/' % (c.shim, c.shim))) and not read('/proc/%d/task/%d/children' % (c.shim, c.shim)).split()[1:])
    end(c)


def test_id_is_used_once(w):
    c = running(w)
    c.exec(w.exec_plan('once', 'true')).exit()
    try:
        c.exec(w.exec_plan('once', 'true'))
        assert False
    except launch.Failed as f:
        assert (f.step, f.errno) == (2, 17), f
    end(c)


def test_outlives_its_connection(w):
    c = running(w)
    x = c.exec(w.exec_plan('e', 'trap-exit', '6'))
    x.expect(OUT)
    assert c.request(EXEC_STATE, text('e'), EXEC_STATE_REPLY)[0] == 2
    x.close()
    c.signal(15, 'e')

    def gone():
        return c.request(EXEC_STATE, text('e'), EXEC_STATE_REPLY)[0] == 3
    until(gone)
    reply = struct.unpack('<BIQQQII', c.request(EXEC_STATE, text('e'), EXEC_STATE_REPLY))
    assert reply[1] == x.pid and reply[5:] == (6, 0) and reply[3] <= reply[4], reply
    end(c)


def test_dies_with_the_container(w):
    c = running(w)
    x = c.exec(w.exec_plan('e', 'sleep', '60'))
    end(c)
    assert x.exit() == (137, 9)


def test_joins_the_cgroup(w):
    p = w.plan('sleep', '60')
    folders = w.cgroup(p, 'pids', 'memory')
    try:
        c = w.start(p)
        x = c.exec(w.exec_plan('e', 'sleep', '60').cgroup(3, folders[0]).cgroup(3, folders[1]))
        for f in folders:
            assert str(x.pid).encode() in read(f + '/cgroup.procs').split()
        end(c)
    finally:
        remove_cgroups(folders)


def test_an_end_that_a_tracer_holds_back_costs_no_time(w):
    """A traced process stays its tracer's until that lets go; meanwhile the shim, which is bound by no limit, must not spin."""
    c = running(w)
    x = c.exec(w.exec_plan('e', 'sleep', '60'))
    inside = [line for line in open('/proc/%d/status' % x.pid) if line.startswith('NSpid')][0].split()[-1]
    tracer = c.exec(w.exec_plan('t', 'trace', inside, '60'))
    assert tracer.expect(OUT) == b'traced\n'

    def ticks():
        return sum(int(v) for v in read('/proc/%d/stat' % c.shim).rpartition(b')')[2].split()[11:13])
    c.signal(9, 'e')
    before = ticks()
    time.sleep(1)
    assert ticks() - before < 10, ticks() - before
    assert c.request(EXEC_STATE, text('e'), EXEC_STATE_REPLY)[0] == 2
    c.signal(9, 't')
    assert x.exit() == (137, 9) and tracer.exit() == (137, 9)
    end(c)


def test_a_helper_that_freezes_holds_up_nobody(w):
    """The helper is in the container's cgroups, so a freeze may catch it at any step."""
    p = w.plan('sleep', '60')
    folders = w.cgroup(p, 'freezer')
    try:
        c = w.start(p)
        with open(folders[0] + '/freezer.state', 'w') as f:
            f.write('FROZEN')
        x = c.shim_connection()
        x.send(launch.EXEC, w.exec_plan('e', 'true').cgroup(3, folders[0]).encode())
        s = c.shim_connection()
        s.send(launch.STATE)
        assert s.expect(launch.STATE_REPLY)[0] == 2
        with open(folders[0] + '/freezer.state', 'w') as f:
            f.write('THAWED')
        x.expect(launch.STARTED)
        assert x.exit() == (0, 0)
        end(c)
    finally:
        remove_cgroups(folders)


def test_many_at_once(w):
    c = running(w)
    xs = [c.exec(w.exec_plan('m%d' % i, 'seq', '1000')) for i in range(40)]
    assert {x.streams()[0] for x in xs} == {b''.join(b'%d\n' % i for i in range(1, 1001))}
    end(c)


def test_background_child_does_not_delay_exit(w):
    c = running(w)
    p = w.exec_plan('e', 'fork-orphan')
    out, _, kind, _ = c.exec(p).streams()
    assert kind == EXIT and out in (b'zombie\n', b'reaped\n')
    end(c)


def test_socket_in_the_network_namespace(w):
    c = w.start(w.plan('sleep', '60'))
    x = c.shim_connection()
    x.send(SOCKET, struct.pack('<III', socket.AF_NETLINK, socket.SOCK_RAW, 0))
    x.expect(SOCKET_FD)
    s = socket.socket(fileno=x.fds.pop())
    s.bind((0, 0))
    s.sendto(struct.pack('<IHHII', 32, 18, 0x301, 1, 0) + struct.pack('<BBHiII', 0, 0, 0, 0, 0, 0), (0, 0))
    names = s.recv(65536)
    assert b'lo\0' in names and b'eth' not in names
    s.close()
    x.send(SOCKET, struct.pack('<III', 9999, 1, 0))
    x.expect(ERROR)
    assert os.readlink('/proc/%d/ns/net' % c.shim) == os.readlink('/proc/self/ns/net')
    end(c)
