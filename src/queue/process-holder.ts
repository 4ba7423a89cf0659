import { randomUUID } from "node:crypto";
import { hostname } from "node:os";

/** A name for this process as a holder of leases: machine, process and a word of its own, since numbers come again. */
export function processHolder(): string {
  return `${hostname()}|${process.pid}|${randomUUID()}`;
}

/**
 * Whether a holder is a process of this machine that is gone, so that its leases need not run out first. Of another
 * machine nothing is known. A holder with our own number is an earlier process, as in a container where it is always 1.
 */
export function isGoneHolder(holder: string): boolean {
  const [host, pid] = holder.split("|");
  if (host !== hostname()) return false;
  return Number(pid) === process.pid || !isAlive(Number(pid));
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
