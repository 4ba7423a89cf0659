import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { cpus, loadavg, release, tmpdir, totalmem, type } from "node:os";
import { join } from "node:path";
import { spread } from "./figures.ts";

/** What the figures depend on: the time, the machine, and what else it has to do. */
export function printConditions(): void {
  const [processor] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  console.log(`${new Date().toISOString()}, Node ${process.version}, ${type()} ${release()} ${process.arch}`);
  console.log(`${cpus().length} × ${processor?.model.trim() ?? "unknown processor"}, ${memory}; ${currentLoad()}`);
  console.log("GitHub, app and load share this machine.");
}

/**
 * How busy the machine is, and how long its disk takes for a durable write. Each delivery waits for a few of those,
 * so a figure without this one says little.
 */
export function currentLoad(): string {
  const [load = Number.NaN] = loadavg();
  return `load ${load.toFixed(1)}, a durable write of 4 kB takes ${spread(durableWrites(200))}`;
}

function durableWrites(count: number): number[] {
  const folder = mkdtempSync(join(tmpdir(), "frontdesk-bench-"));
  const file = openSync(join(folder, "written"), "w");
  const block = Buffer.alloc(4096, 1);
  const took = Array.from({ length: count }, () => {
    const from = performance.now();
    writeSync(file, block);
    fdatasyncSync(file);
    return performance.now() - from;
  });
  closeSync(file);
  rmSync(folder, { recursive: true });
  return took;
}
