import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An empty folder for a test's data, and how to take it away again. */
export interface DataFolder {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

export async function dataFolder(): Promise<DataFolder> {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-test-"));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
