import { accessSync, constants, statfsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Environment variables of every test, and of the processes it starts. */
export function testEnvironment(): Record<string, string> {
  return { ...memoryFolder(), NODE_COMPILE_CACHE: compileCache };
}

/**
 * A process of ours reads TypeScript, which takes half a second of processor each time. What Node makes of it is kept:
 * https://nodejs.org/api/module.html#module-compile-cache
 */
const compileCache = fileURLToPath(new URL("../node_modules/.cache/node-compile", import.meta.url));

/** Linux's file system in memory. Containers may have little of it (`docker run --shm-size`). */
const inMemory = "/dev/shm";
const minFreeBytes = 1024 ** 3;

/**
 * Temporary folders lie in memory where there is room: on a disk, SQLite waits for it after each commit.
 */
function memoryFolder(): Record<string, string> {
  try {
    accessSync(inMemory, constants.W_OK);
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize >= minFreeBytes ? { TMPDIR: inMemory } : {};
  } catch {
    // There is none here: the usual folder serves as well, only slower.
    return {};
  }
}
