# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
"""From start to exit: records, failures, signals, shims without engine or spawner."""
import os
import random
import signal
import struct
import threading

import launch
from fixture import alive, read, remove_cgroups, until
from launch import EXIT, OK, SIGNAL, STATE, STATE_REPLY, WAIT, Connection, text


def test_true_exits_zero(w):
    p = w.plan('true')
    code, sig, out, err = w.run(p)
    assert (code, sig, out, err) == (0, 0, b'', b'')


def test_exit_code_and_record(w):
    p = w.plan('exit', '42')
    c = w.start(p)
    assert c.exit() == (42, 0)
    lines = dict(l.split(' ', 1) for l in read(p.run + '/exit').decode().splitlines())
    assert list(lines) == ['gantry-exit', 'id', 'pid', 'start-ticks', 'started-at', 'finished-at', 'code', 'signal', 'oom']
    assert lines['code'] == '42' and lines['signal'] == '0' and int(lines['pid']) == c.pid and int(lines['start-ticks']) == c.ticks
    assert int(lines['started-at']) <= int(lines['finished-at'])
    until(lambda: os.listdir(p.run) == ['exit'])
    until(lambda: not alive(c.shim))


def test_killed_by_signal(w):
    p = w.plan('sleep', '60')
    c = w.start(p)
    c.signal(signal.SIGKILL)
    assert c.exit() == (137, 9)


def test_sigterm_reaches_a_handler(w):
    p = w.plan('trap-exit', '7')
    c = w.start(p, lambda c: c.attach())
    assert c.early.expect(launch.OUT) == b'ready\n'
    c.signal(signal.SIGTERM)
    assert c.exit() == (7, 0)


def test_state_and_wait(w):
    p = w.plan('sleep', '60')
    c = w.start(p)
    phase, pid, ticks, started, finished, code, sig, shim, shim_ticks, dropped, err = struct.unpack_from('<BIQQQIIIQQI', c.request(STATE, b'', STATE_REPLY))
    assert (phase, pid, ticks, finished, code, sig, shim, shim_ticks, dropped, err) == (2, c.pid, c.ticks, 0, 0, 0, c.shim, c.shim_ticks, 0, 0)
    waiters = [c.shim_connection() for _ in range(3)]
    for x in waiters:
        x.send(WAIT)
    c.connection.close()
    c.signal(signal.SIGKILL)
    for x in waiters:
        assert x.exit() == (137, 9)
        assert x.at_end()


def test_several_requests_on_one_connection(w):
    c = w.start(w.plan('sleep', '60'))
    x = c.shim_connection()
    x.send(STATE)
    x.send(SIGNAL, text('') + struct.pack('<I', 9))
    x.send(WAIT)
    x.expect(STATE_REPLY)
    x.expect(OK)
    assert x.exit() == (137, 9)


def test_missing_program_is_enoent(w):
    f = w.failure(w.plan().argv('nothing-here'))
    assert (f.step, f.errno, f.detail) == (26, 2, 'nothing-here'), f


def test_program_that_may_not_run_is_eacces(w):
    f = w.failure(w.plan().argv('not-executable'))
    assert (f.step, f.errno) == (26, 13), f
    f = w.failure(w.plan().argv('/bin'))
    assert (f.step, f.errno) == (26, 13), f


def test_program_of_no_format_is_enoexec(w):
    f = w.failure(w.plan().argv('/bin/bad-format'))
    assert (f.step, f.errno) == (26, 8), f


def test_failure_leaves_no_cgroup_and_no_process(w):
    p = w.plan().argv('nothing-here')
    folders = w.cgroup(p, 'memory', 'pids')
    w.failure(p)
    assert not any(os.path.exists(f) for f in folders)


def test_existing_cgroup_survives_a_failure(w):
    p = w.plan().argv('nothing-here')
    folders = w.cgroup(p, 'pids')
    os.mkdir(folders[0])
    try:
        w.failure(p)
        assert os.path.exists(folders[0])
    finally:
        remove_cgroups(folders)


def test_cgroup_write_failure_names_the_file(w):
    p = w.plan('true')
    folders = w.cgroup(p, 'pids')
    p.cgroup(2, folders[0] + '/no-such-file', '1')
    f = w.failure(p)
    assert f.step == 6 and f.detail.endswith('no-such-file'), f
    assert not os.path.exists(folders[0])


def test_cgroup_limits_hold(w):
    p = w.plan('sleep', '60')
    folders = w.cgroup(p, 'memory', 'pids')
    p.cgroup(2, folders[0] + '/memory.limit_in_bytes', '67108864')
    try:
        c = w.start(p)
        assert read(folders[0] + '/memory.limit_in_bytes') == b'67108864\n'
        assert read(folders[1] + '/cgroup.procs').split() == [str(c.pid).encode()]
        c.signal(9)
        c.exit()
    finally:
        remove_cgroups(folders)


def test_bad_plan_is_refused(w):
    p = w.plan('true').raw(60, b'x')
    f = w.failure(p)
    assert (f.step, launch.os.strerror(f.errno)) == (2, launch.os.strerror(42)), f
    f = w.failure(w.plan('true').without(42))
    assert f.step == 2 and f.detail == 'CAPABILITIES', f


def test_missing_run_folder_is_refused(w):
    p = w.plan('true').without(2)
    p.run_folder(w.folder + '/nowhere')
    c = w.spawner.connect()
    c.send(launch.START, p.encode())
    try:
        c.expect(launch.CREATED)
        assert False
    except launch.Failed as f:
        assert f.step == 3, f


def test_engine_gone_before_go_cleans_up(w):
    p = w.plan('sleep', '60')
    folders = w.cgroup(p, 'pids')
    c = w.spawner.connect()
    c.send(launch.START, p.encode())
    pid, _, shim, _ = struct.unpack('<IQIQ', c.expect(launch.CREATED))
    c.close()
    until(lambda: not alive(pid) and not alive(shim))
    until(lambda: os.listdir(p.run) == [])
    assert not os.path.exists(folders[0])


def test_spawner_leaves_the_socket_of_the_next_one(w):
    folder = w.new_folder()
    old = launch.Spawner(w.binary, folder)
    os.unlink(old.path)
    new = launch.Spawner(w.binary, folder)
    assert old.stop() == 0
    new.connect().close()
    assert new.stop() == 0 and not os.path.exists(new.path)


def test_container_outlives_its_spawner(w):
    spawner = launch.Spawner(w.binary, w.new_folder())
    p = w.plan('count', '10')
    c = launch.Container(spawner, p, p.run)
    spawner.kill()
    c.connection.close()
    size = os.path.getsize(p.log_path)
    until(lambda: os.path.getsize(p.log_path) > size + 200)
    x = c.shim_connection()
    c.signal(9)
    x.send(WAIT)
    assert x.exit() == (137, 9)


def test_nothing_of_the_engine_stays_open_in_the_shim(w):
    c = w.start(w.plan('sleep', '60'))
    targets = [os.readlink('/proc/%d/fd/%s' % (c.shim, f)) for f in os.listdir('/proc/%d/fd' % c.shim)]
    spawner_stdin = os.readlink('/proc/%d/fd/0' % w.spawner.process.pid)
    assert spawner_stdin not in targets, targets
    c.signal(9)
    c.exit()


def test_container_dies_with_its_shim(w):
    c = w.start(w.plan('sleep', '60'))
    os.kill(c.shim, signal.SIGKILL)
    until(lambda: not alive(c.pid))


def test_restart_in_the_same_run_folder(w):
    p = w.plan('exit', '3')
    assert w.run(p)[0] == 3
    until(lambda: os.listdir(p.run) == ['exit'])
    assert w.run(p)[0] == 3


def test_second_start_of_a_living_container_is_refused(w):
    p = w.plan('sleep', '60')
    c = w.start(p)
    try:
        w.start(p)
        assert False
    except launch.Failed as f:
        assert f.step == 3 and f.errno == 98, f
    assert w.start and struct.unpack_from('<B', c.request(STATE, b'', STATE_REPLY))[0] == 2
    c.signal(9)
    c.exit()


def test_late_attach_and_wait_after_exit(w):
    p = w.plan('echo', 'x' * 1000)
    c = w.start(p, lambda c: (c.attach(), c.shim_connection()))
    slow, idle = c.early
    idle.send(WAIT)
    idle.expect(EXIT)
    out, _, kind, _ = slow.streams()
    assert kind == launch.END and out == b'x' * 1000 + b'\n'


def test_no_abstract_sockets(w):
    c = w.start(w.plan('sleep', '60'))
    assert '@gantry' not in open('/proc/net/unix').read()
    assert os.stat(c.run_folder + '/shim.sock').st_mode & 0o777 == 0o600
    assert os.stat(w.spawner.path).st_mode & 0o777 == 0o600
    c.signal(9)
    c.exit()


def test_init_reaps_and_forwards(w):
    assert w.run(w.plan('fork-orphan').init())[2] == b'reaped\n'
    p = w.plan('trap-exit', '9').init()
    c = w.start(p, lambda c: c.attach())
    c.early.expect(launch.OUT)
    c.signal(signal.SIGTERM)
    assert c.exit() == (9, 0)
    f = w.failure(w.plan().argv('nothing-here').init())
    assert f.step == 26, f


def test_protocol_errors_close_the_connection(w):
    c = w.start(w.plan('sleep', '60'))
    for junk in (struct.pack('<I', 0), struct.pack('<I', 1 << 30), struct.pack('<IB', 1, 99), struct.pack('<IBB', 2, launch.ATTACH, 200)):
        x = c.shim_connection()
        x.socket.sendall(junk)
        x.expect(launch.ERROR)
        assert x.at_end()
    x = Connection(c.run_folder + '/shim.sock', hello=False)
    x.send(launch.HELLO, b'\x09\0')
    x.expect(launch.HELLO)
    x.expect(launch.ERROR)
    assert x.at_end()
    c.signal(9)
    c.exit()


def test_garbage_on_the_spawner_socket(w):
    good = w.plan('true').encode()
    rng = random.Random(1)
    for i in range(60):
        bad = bytearray(good)
        for _ in range(1 + i % 5):
            bad[rng.randrange(6, 12) if i % 3 == 0 else rng.randrange(len(bad))] ^= 1 << rng.randrange(8)
        c = w.spawner.connect()
        if i % 4 == 0:
            c.socket.sendall(bytes(bad[:rng.randrange(1, 200)]))
        elif i % 4 == 1:
            c.send(rng.randrange(256), bytes(bad))
        else:
            c.send(launch.START, bytes(bad[:6]) + b'\xff' + bytes(bad))
        c.close()
    assert w.run(w.plan('true'))[0] == 0
    until(lambda: len(children(w.spawner.process.pid)) == 0)


def test_many_containers_at_once(w):
    plans = [w.plan('exit', str(i % 100)) for i in range(60)]
    descriptors = os.listdir('/proc/%d/fd' % w.spawner.process.pid)
    codes = [None] * len(plans)

    def work(k):
        for i in range(k, len(plans), 10):
            codes[i] = w.start(plans[i]).exit()[0]
    threads = [threading.Thread(target=work, args=(k,)) for k in range(10)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert codes == [i % 100 for i in range(60)], codes
    until(lambda: len(children(w.spawner.process.pid)) == 0)
    assert os.listdir('/proc/%d/fd' % w.spawner.process.pid) == descriptors


def children(pid):
    return read('/proc/%d/task/%d/children' % (pid, pid)).split()


def test_a_lingering_shim_leaves_the_folder_of_the_next_run_alone(w):
    p = w.plan('write-bytes', '600000')
    c = w.start(p, lambda c: c.attach())
    # The attached client does not read, so that the shim stays behind with what is left for it.
    assert c.exit() == (0, 0)
    os.rename(p.run, p.run + '.old')
    os.mkdir(p.run, 0o700)
    with open(p.run + '/shim.sock', 'w'):
        pass
    assert alive(c.shim)
    c.early.close()
    until(lambda: not alive(c.shim))
    assert os.listdir(p.run) == ['shim.sock']
    assert os.listdir(p.run + '.old') == ['exit']
