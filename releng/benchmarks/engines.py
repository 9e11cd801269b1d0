# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
"""Engines to measure: each in a network namespace made for the run, spoken to by the Docker Engine API on its unix socket."""
import http.client
import io
import json
import os
import shutil
import socket
import subprocess
import tarfile
import tempfile
import time

BUSYBOX = "/bin/busybox"


class UnixConnection(http.client.HTTPConnection):
    """HTTP over a unix socket, kept alive between requests."""

    def __init__(self, path):
        super().__init__("localhost")
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(self.path)


class Engine:
    """A running engine; `call` asks it and answers the parsed JSON."""

    def __init__(self, name, namespace, folder, command):
        self.name = name
        self.folder = folder
        self.socket = os.path.join(folder, "api.sock")
        self.log = open(os.path.join(folder, "log"), "w")
        self.process = subprocess.Popen(["nsenter", "--net=/run/netns/" + namespace] + command(self), stdout=self.log,
                                        stderr=self.log, stdin=subprocess.DEVNULL)
        self.connection = UnixConnection(self.socket)
        self.wait_until_up()

    def wait_until_up(self):
        for _ in range(600):
            try:
                self.call("GET", "/_ping")
                return
            except (OSError, http.client.HTTPException):
                self.connection.close()
                if self.process.poll() is not None:
                    break
                time.sleep(0.1)
        with open(self.log.name) as log:
            raise SystemExit(f"{self.name} did not start:\n{log.read()[-2000:]}")

    def call(self, method, path, body=None, content_type="application/json"):
        data = json.dumps(body).encode() if isinstance(body, (dict, list)) else body
        headers = {"Content-Type": content_type} if data is not None else {}
        if method == "POST" and data is None:
            headers["Content-Length"] = "0"
        self.connection.request(method, "/v1.41" + path, data, headers)
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status >= 400:
            raise SystemExit(f"{self.name}: {method} {path}: {answer.status} {content.decode(errors='replace')}")
        try:
            return json.loads(content)
        except ValueError:
            return content

    def stop(self):
        self.connection.close()
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()


def dockerd(namespace, folder):
    def command(engine):
        config = os.path.join(folder, "daemon.json")
        with open(config, "w") as file:
            file.write("{}")
        return ["dockerd", "-H", "unix://" + engine.socket, "--data-root", folder + "/data", "--exec-root", folder + "/exec",
                "--pidfile", folder + "/pid", "--config-file", config, "--exec-opt", "native.cgroupdriver=cgroupfs"]
    return Engine("dockerd", namespace, folder, command)


def gantry(namespace, folder, runner):
    def command(engine):
        return [runner, "--headless", "-H", "unix://" + engine.socket, "--data-root", folder + "/data", "--exec-root",
                folder + "/exec", "--pidfile", folder + "/pid"]
    return Engine("gantry", namespace, folder, command)


def busybox_image():
    """A docker-archive with busybox and links to it."""
    layer = io.BytesIO()
    with tarfile.open(fileobj=layer, mode="w") as tar:
        for folder in ("bin", "proc", "sys", "dev", "etc", "tmp"):
            entry = tarfile.TarInfo(folder)
            entry.type = tarfile.DIRTYPE
            entry.mode = 0o755
            tar.addfile(entry)
        tar.add(BUSYBOX, "bin/busybox")
        for applet in ("sh", "true", "sleep", "cat", "echo"):
            entry = tarfile.TarInfo("bin/" + applet)
            entry.type = tarfile.SYMTYPE
            entry.linkname = "busybox"
            tar.addfile(entry)
    import hashlib
    digest = hashlib.sha256(layer.getvalue()).hexdigest()
    config = json.dumps({"architecture": "amd64", "os": "linux", "config": {"Cmd": ["sh"], "Env": ["PATH=/bin"]},
                         "rootfs": {"type": "layers", "diff_ids": ["sha256:" + digest]}, "history": [{"created_by": "busybox"}]}).encode()
    name = hashlib.sha256(config).hexdigest() + ".json"
    manifest = json.dumps([{"Config": name, "RepoTags": ["bench:latest"], "Layers": ["layer.tar"]}]).encode()
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w") as tar:
        for path, content in (("layer.tar", layer.getvalue()), (name, config), ("manifest.json", manifest)):
            entry = tarfile.TarInfo(path)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return archive.getvalue()


class Bench:
    """A namespace and a folder for one run, taken away at its end."""

    def __enter__(self):
        self.namespace = f"gantry-bench-{os.getpid()}"
        self.folder = tempfile.mkdtemp(prefix="gb")
        subprocess.run(["ip", "netns", "add", self.namespace], check=True)
        subprocess.run(["ip", "-n", self.namespace, "link", "set", "lo", "up"], check=True)
        self.engines = []
        return self

    def add(self, make, *arguments):
        name = make.__name__
        folder = os.path.join(self.folder, name)
        os.mkdir(folder)
        engine = make(self.namespace, folder, *arguments)
        self.engines.append(engine)
        return engine

    def __exit__(self, *failure):
        for engine in self.engines:
            engine.stop()
        subprocess.run(["ip", "netns", "del", self.namespace], check=False)
        with open("/proc/mounts") as mounts:
            for mount in reversed([line.split()[1] for line in mounts]):
                if mount.startswith(self.folder):
                    subprocess.run(["umount", "-l", mount], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)
