import type { Config } from "../../../config/schema.ts";
import type { CommandLocation } from "../../command.ts";
import type { ReadsWithWatch } from "./reads-with-watch.ts";

/**
 * Whether a thread is watched and asks for no feature: requests have commands of the same names, and elsewhere they may
 * be meant for another bot. By our own records.
 */
export async function isQuestion(
  location: CommandLocation,
  config: Pick<Config, "watch">,
  reads: ReadsWithWatch,
): Promise<boolean> {
  if (!(await isWatched(location, config, reads))) return false;
  return (await reads.requests.findRequest(location.repository, location.number)) === undefined;
}

/** Whether a thread is watched. By our own records. */
export async function isWatched(
  { repository, number }: CommandLocation,
  { watch: { mode } }: Pick<Config, "watch">,
  { watch }: ReadsWithWatch,
): Promise<boolean> {
  return mode === "on" && (await watch.findWatched(repository, number)) !== undefined;
}
