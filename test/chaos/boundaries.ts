import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { play, type Ending, type Run } from "./play.ts";

/**
 * Plays the script while the app is killed once at each boundary between two steps that it comes to: of all, or of those
 * whose name says this. Which these were, and how it ended. `place`: as for `play`.
 */
export async function playAtBoundaries(
  saying = "",
  place: Pick<Run, "databaseUrl"> = {},
): Promise<{ readonly ending: Ending; readonly boundaries: readonly string[] }> {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-boundaries-"));
  const file = join(folder, "boundaries");
  try {
    const ending = await play({ ...place, die: () => ({ onceEach: { file, saying } }) });
    const boundaries = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
    return { ending, boundaries };
  } finally {
    await rm(folder, { recursive: true });
  }
}
