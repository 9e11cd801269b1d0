# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
"""One test an advisory."""
import ctypes
import hashlib
import os
import struct
import threading

import fixture
import launch
from fixture import needs_devices, read


def layered(w, plan, build):
    """Puts a layer of the test's own on top."""
    d = plan.folder + '/evil'
    os.mkdir(d)
    build(d)
    layers = [r for r in plan.records if r[0] == 10]
    plan.without(10).lower(d)
    plan.records += layers
    return plan


def test_cve_2019_5736_launcher_cannot_be_overwritten(w):
    before = hashlib.sha256(read(w.binary)).digest()
    exe = os.readlink('/proc/%d/exe' % w.spawner.process.pid)
    assert exe.startswith('/memfd:'), exe
    c = w.start(w.plan('sleep', '60').init())
    assert c.exec(w.exec_plan('e', 'write', '/proc/1/exe', 'x')).streams()[1] != b''
    c.signal(9)
    c.exit()
    assert hashlib.sha256(read(w.binary)).digest() == before


def test_cve_2024_21626_no_descriptor_leaks(w):
    out = w.output('fds').splitlines()
    assert [line.split()[0] for line in out] == ['0', '1', '2'], out
    out = w.run(w.plan('fds', tty=True))[2].decode().split()
    assert out[0::2] == ['0', '1', '2'], out
    c = w.start(w.plan('sleep', '60'))
    for i, plan in enumerate((w.exec_plan('e0', 'fds'), w.exec_plan('e1', 'fds').tty(), w.exec_plan('e2', 'fds').stdin(1))):
        out = c.exec(plan).streams()[0].decode().splitlines()
        assert [line.split()[0] for line in out] == ['0', '1', '2'], out
    for fd in range(3, 20):
        try:
            c.exec(w.exec_plan('w%d' % fd, 'pwd').workdir('/proc/self/fd/%d' % fd))
            assert False, 'started in fd %d' % fd
        except Exception as f:
            assert getattr(f, 'step', None) == 21, f
    c.signal(9)
    c.exit()


def test_cve_2024_21626_workdir_through_a_descriptor(w):
    for fd in range(3, 20):
        f = w.failure(w.plan('pwd').workdir('/proc/self/fd/%d' % fd))
        assert f.step == 21, f


def test_cve_2019_16884_no_mount_over_proc(w):
    d = w.new_folder()
    for target in ('/proc', '/proc/self', '//proc/./sys', '/elsewhere/sys'):
        p = layered(w, w.plan('true').bind(d, target), lambda e: os.symlink('/proc', e + '/elsewhere'))
        f = w.failure(p)
        assert f.step == 8 and f.errno in (1, 2), (target, f)
    f = w.failure(w.plan('true').fs('tmpfs', '/proc'))
    assert (f.step, f.errno) == (8, 1), f


def test_cve_2019_19921_proc_or_sys_is_a_symlink(w):
    for name in ('proc', 'sys'):
        p = layered(w, w.plan('true'), lambda e: os.symlink('/etc', e + '/' + name))
        f = w.failure(p)
        assert (f.step, f.errno) == (8, 40), f


def test_cve_2021_30465_bind_target_through_links_stays_inside(w):
    d = w.new_folder()
    outside = w.new_folder() + '/outside'
    os.mkdir(outside)
    p = layered(w, w.plan('true').bind(d, '/link/made/here'), lambda e: os.symlink('../../../../../../' + outside, e + '/link'))
    assert w.failure(p).step == 8
    assert os.listdir(outside) == []


def test_cve_2021_30465_race_of_folder_and_link_in_a_shared_volume(w):
    d = w.new_folder()
    volume, outside = d + '/volume', d + '/outside'
    os.makedirs(volume + '/a/inner')
    os.mkdir(outside)
    os.symlink('../../../../../../../..' + outside, volume + '/b')
    stop = threading.Event()
    libc = ctypes.CDLL(None)

    def swap():
        a, b = (volume + '/a').encode(), (volume + '/b').encode()
        while not stop.is_set():
            libc.renameat2(-100, a, -100, b, 2)  # RENAME_EXCHANGE
    thread = threading.Thread(target=swap)
    thread.start()
    outcomes = set()
    try:
        for _ in range(60):
            p = w.plan('ls', '/vol').bind(volume, '/vol').bind(w.layer + '/etc', '/vol/a/inner').bind(w.layer + '/etc/passwd', '/vol/a/made/file')
            p.device('/vol/a/made/null', 1, 3) if not fixture.ROOTLESS else None
            p.symlink('x', '/vol/a/made/link')
            try:
                outcomes.add(w.start(p).exit()[0])
            except launch.Failed as f:
                outcomes.add(launch.STEPS[f.step])
            assert os.listdir(outside) == [], os.listdir(outside)
    finally:
        stop.set()
        thread.join()
    mounts = open('/proc/self/mountinfo').read()
    assert outside not in mounts and outcomes - {0}, outcomes


def test_cve_2024_45310_no_mount_point_made_on_the_host(w):
    target = w.folder + '/must-not-appear'
    p = layered(w, w.plan('true').bind(w.layer + '/etc/passwd', '/l/f').device('/l/dev', 1, 3).symlink('x', '/l/sym'),
                lambda e: os.symlink(target, e + '/l'))
    f = w.failure(p)
    assert f.step == 8, f
    assert not os.path.exists(target)


def test_cve_2025_31133_null_of_the_image_is_not_used_for_masks(w):
    needs_devices()
    p = w.plan('cat', '/proc/keys').without(22)
    p = p.symlink('/etc/passwd', '/dev/null')
    code, _, out, _ = w.run(p)
    assert out == b'', out


def test_the_hosts_null_device_cannot_be_changed(w):
    """Its inode is the host's: a container that could change its mode would break every program of the host."""
    needs_devices()
    before = os.stat('/dev/null')
    masked = [path for path in ('/proc/keys', '/proc/timer_list', '/proc/kcore', '/proc/interrupts') if os.path.exists(path)]
    try:
        paths = masked + ['/proc/self/fd/0']
        refused = ['%s errno 30' % path for path in paths]
        assert w.output('chmod', '0600', *paths).splitlines() == refused
        assert w.output('stat', '/dev/null') != ''
        c = w.start(w.plan('sleep', '60'))
        assert c.exec(w.exec_plan('e', 'chmod', '0600', *paths)).streams()[0].decode().splitlines() == refused
        assert c.exec(w.exec_plan('r', 'cat')).streams()[:2] == (b'', b'')
        if masked:
            assert c.exec(w.exec_plan('w', 'write', masked[0], 'x')).exit() == (0, 0)
        c.signal(9)
        c.exit()
        assert os.stat('/dev/null').st_mode == before.st_mode
    finally:
        os.chmod('/dev/null', before.st_mode & 0o7777)


def test_cve_2026_41579_dev_is_a_symlink(w):
    needs_devices()
    host = w.new_folder() + '/host'
    os.mkdir(host)
    p = layered(w, w.plan('true').without(20), lambda e: os.symlink(host, e + '/dev'))
    p.fs('proc', '/proc')
    f = w.failure(p)
    assert f.step in (9, 10), f
    assert os.listdir(host) == []


def test_cve_2026_88264_device_of_the_image_is_checked(w):
    needs_devices()
    def build(e):
        os.mkdir(e + '/dev')
        os.symlink('/etc/passwd', e + '/dev/null')
    p = layered(w, w.plan('true').without(20, 24, 25, 23), build)
    p.fs('proc', '/proc')
    f = w.failure(p)
    assert (f.step, f.errno, f.detail) == (9, 17, '/dev/null'), f

    def console(e):
        os.mkdir(e + '/dev')
        os.mkdir(e + '/dev/pts')
        os.symlink('/etc/passwd', e + '/dev/console')
    p = layered(w, w.plan('true').without(20, 22, 23, 24, 25), console)
    p.fs('proc', '/proc').fs('devpts', '/dev/pts', 'newinstance,ptmxmode=0666').tty()
    f = w.failure(p)
    assert (f.step, f.errno) == (13, 40), f


def test_cve_2022_24769_inheritable_is_empty(w):
    assert 'CapInh:\t0000000000000000' in w.output('caps')


def test_cve_2022_0492_no_cgroup_mount(w):
    assert w.output('syscall', 'mount', 'unshare').splitlines() == ['mount errno 1', 'unshare errno 1']


def test_cve_2024_40635_large_ids_are_refused(w):
    for user in ('2147483648', '4294967296', '65536:99999999999'):
        f = w.failure(w.plan('id').user(user))
        assert (f.step, f.errno) == (20, 34), f


def test_cve_2024_9676_passwd_is_a_fifo_or_a_link(w):
    def fifo(e):
        os.mkdir(e + '/etc')
        os.mkfifo(e + '/etc/passwd')
    f = w.failure(layered(w, w.plan('id').user('jane'), fifo))
    assert (f.step, f.errno) == (20, 22), f

    def link(e):
        os.mkdir(e + '/etc')
        os.symlink('/../../../../../../etc/passwd', e + '/etc/passwd')
    f = w.failure(layered(w, w.plan('id').user('jane'), link))
    assert f.step == 20, f


def test_cve_2026_47262_giant_group_file(w):
    def build(e):
        os.mkdir(e + '/etc')
        with open(e + '/etc/group', 'w') as f:
            f.truncate(1 << 34)
    f = w.failure(layered(w, w.plan('id').user('jane'), build))
    assert (f.step, f.errno, f.detail) == (20, 27, '/etc/group'), f


def test_subpath_cannot_leave_its_volume(w):
    d = w.new_folder()
    os.mkdir(d + '/volume')
    os.symlink('/etc', d + '/volume/out')
    f = w.failure(w.plan('true').bind(d + '/volume', '/v', subpath='out'))
    assert (f.step, f.errno) == (8, 2), f
    f = w.failure(w.plan('true').bind(d + '/volume', '/v', subpath='../../upper'))
    assert (f.step, f.errno) == (8, 2), f


def test_exec_process_cannot_be_looked_into(w):
    c = w.start(w.plan('sleep', '60'))
    assert 'gantry' in open('/proc/%d/comm' % c.shim).read()
    out = c.exec(w.exec_plan('e', 'cat', '/proc/1/comm')).streams()[0]
    assert out == b'testinit\n', out
    c.signal(9)
    c.exit()


def test_exec_process_never_has_more_rights_than_the_container(w):
    """A container with CAP_SYS_PTRACE could take it over before it gave them up."""
    allow_all = struct.pack('<HBBI', 6, 0, 0, 0x7fff0000)
    c = w.start(w.plan('watch-rights').seccomp(allow_all), lambda c: c.attach(2))
    assert c.early.expect(launch.OUT) == b'watching\n'
    for i in range(300):
        plan = w.exec_plan('e%d' % i, 'true').seccomp(allow_all)
        if i % 3 == 0:
            plan.tty()
        c.exec(plan.user('jane') if i % 2 else plan).exit()
    c.signal(15)
    out = c.early.streams()[0].decode().split()
    assert int(out[1], 16) & ~launch.DEFAULT_CAPS == 0 and out[2:] == ['unfiltered', '0', 'seen', '1'], out
    c.exit()
