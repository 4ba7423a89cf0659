import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { anyFreePort } from "./free-port.ts";
import { openWorld, projectOf } from "./open-world.ts";

/** The demo's project on a GitHub of its own, with a token that reads it. */
export interface DemoHistory {
  readonly apiUrl: string;
  readonly token: string;
  readonly owner: string;
  readonly name: string;
  /** Stops the GitHub and leaves nothing behind. */
  close(): Promise<void>;
}

/** Starts a GitHub on loopback with the demo's project in it, as it is on the first day, and no app. */
export async function openDemoHistory(): Promise<DemoHistory> {
  const data = await mkdtemp(join(tmpdir(), "frontdesk-demo-"));
  const forget = (): void => rmSync(data, { recursive: true, force: true });
  // Ctrl-C ends the process without a close.
  process.once("exit", forget);
  const github = await openWorld({ json: false, port: 0, data, docs: undefined, fresh: false }, await anyFreePort());
  const { repository, owner } = projectOf(github.world);
  return {
    apiUrl: github.url,
    token: github.tokenFor(owner.login),
    owner: repository.owner.login,
    name: repository.name,
    async close() {
      await github.close();
      process.off("exit", forget);
      forget();
    },
  };
}
