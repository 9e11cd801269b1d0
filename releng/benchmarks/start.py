# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
"""create + start + wait + remove of `true`, Gantry and dockerd in turns, with and without a network of its own."""
import argparse
import statistics
import sys
import time

import engines

ALLOWED_RATIO = 0.15
WARM_UP = 30


def once(engine, network):
    begin = time.perf_counter()
    container = engine.call("POST", "/containers/create", {"Image": "bench", "Cmd": ["true"], "HostConfig": {"NetworkMode": network}})["Id"]
    engine.call("POST", f"/containers/{container}/start")
    status = engine.call("POST", f"/containers/{container}/wait")["StatusCode"]
    engine.call("DELETE", f"/containers/{container}")
    if status != 0:
        sys.exit(f"{engine.name}: true ended with {status}")
    return (time.perf_counter() - begin) * 1000


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--gantryd", required=True, help="program that runs gantryd when called with --headless")
    arguments.add_argument("-n", type=int, default=30, help="rounds (30)")
    arguments = arguments.parse_args()
    image = engines.busybox_image()
    worst = 0
    with engines.Bench() as bench:
        peer = bench.add(engines.dockerd)
        gantry = bench.add(engines.gantry, arguments.gantryd)
        for engine in (peer, gantry):
            engine.call("POST", "/images/load", image, "application/x-tar")
        for network in ("none", "bridge"):
            times = {peer: [], gantry: []}
            for turn in range(WARM_UP + arguments.n):
                for engine in (peer, gantry):
                    taken = once(engine, network)
                    # The first rounds warm both up: a JVM compiles, a cgroup tree is made.
                    if turn >= WARM_UP:
                        times[engine].append(taken)
            medians = {engine: statistics.median(values) for engine, values in times.items()}
            ratio = medians[gantry] / medians[peer]
            worst = max(worst, ratio)
            for engine, values in times.items():
                print(f"{network:7} {engine.name:8} median {medians[engine]:7.1f} ms   min {min(values):7.1f}   max {max(values):7.1f}")
            print(f"{network:7} ratio    {ratio:.3f}")
    print(f"worst ratio {worst:.3f}, allowed {ALLOWED_RATIO}")
    sys.exit(0 if worst <= ALLOWED_RATIO else 1)


main()
