#!/usr/bin/env node
// Plain JavaScript without new syntax: it must still run, and say so, where Node is too old for the rest.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";

const needed = [24, 16];
const [major, minor] = process.versions.node.split(".").map(Number);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

if (major > needed[0] || (major === needed[0] && minor >= needed[1])) {
  // A checkout runs its sources; the published package holds them compiled.
  const { run } = await import(existsSync(here("../src/cli.ts")) ? "../src/cli.ts" : "../dist/src/cli.js");
  await run(process.argv.slice(2));
} else {
  // A checkout brings a Node of its own where there is one for the machine.
  const own = here("../node_modules/node-linux-" + process.arch + "/bin/node");
  if (!existsSync(own)) {
    process.stderr.write(
      "Frontdesk needs Node " + needed.join(".") + " or newer, and this is " + process.versions.node + ".\n",
    );
    process.exit(2);
  }
  const child = spawn(own, [here("./frontdesk.js"), ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // As shells tell it of a program that a signal has ended: 130 for Ctrl-C.
  child.on("exit", (status, signal) => process.exit(status === null ? 128 + (constants.signals[signal] || 0) : status));
}
