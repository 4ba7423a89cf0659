import { structuredPatch } from "diff";
import type { Ending } from "./play.ts";

/** In what an end differs from that of a quiet run, as a diff; "" where it does not. */
export function differencesFrom(quiet: Ending, ending: Ending): string {
  const { inbox, left } = ending;
  const isLeft = inbox.waiting + inbox.running + inbox.dead > 0;
  return [
    ...(isLeft ? ["not all deliveries were handled:", ...left] : []),
    ...changes("what people see", quiet.world, ending.world),
    ...changes("what was recorded", quiet.records, ending.records),
  ].join("\n");
}

function changes(what: string, quiet: string, ending: string): readonly string[] {
  const { hunks } = structuredPatch("quiet", "in trouble", quiet, ending, "", "", { context: 2 });
  return hunks.flatMap(({ lines, oldStart }) => [`${what}, from line ${oldStart} on:`, ...lines]);
}
