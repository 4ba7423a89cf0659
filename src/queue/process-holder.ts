import { randomUUID } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import type { Engine } from "../storage/database.ts";

/** A name for this process as a holder of leases: place, process and a word of its own, since numbers come again. */
export function processHolder(engine: Engine): string {
  return `${placeFor(engine)}|${process.pid}|${randomUUID()}`;
}

/**
 * Whether a holder is a process of our own place that is gone, so that its leases need not run out first. Of another
 * place nothing is known. A holder with our own number is an earlier process, as in a container where it is always 1.
 */
export function isGoneHolder(holder: string, engine: Engine): boolean {
  const [place, pid] = holder.split("|");
  if (place !== placeFor(engine)) return false;
  return Number(pid) === process.pid || !isAlive(Number(pid));
}

/**
 * Where a number means one process. A file is used by one machine. On a server containers may meet that have the same
 * name, each with a process 1 and none of the others' to be seen: there a place is a namespace of processes since a boot,
 * where the system tells (https://man7.org/linux/man-pages/man7/pid_namespaces.7.html).
 */
function placeFor(engine: Engine): string {
  if (engine === "sqlite") return hostname();
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${hostname()} ${readlinkSync("/proc/self/ns/pid")} ${boot}`;
  } catch {
    // No Linux, and so no such namespaces.
    return hostname();
  }
}

function isAlive(pid: number): boolean {
  try {
    // Signal 0 only asks: https://nodejs.org/api/process.html#processkillpid-signal
    return process.kill(pid, 0);
  } catch (error) {
    // Not ours to signal is alive all the same.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
