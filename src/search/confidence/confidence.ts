import type { Opinions } from "../../core/suggestion.ts";
import { weighOpinions } from "../feedback/item-opinions.ts";
import type { Ranked, Ranking } from "../ranking/rank.ts";
import { logOddsToHelp, toChance } from "./model.ts";
import { readSigns } from "./signs.ts";

/** From this share of the first result's score on, a result is as much worth showing as the first. */
const equalShare = 2 / 3;

/**
 * How sure we are that showing a result helps, from 0 to 1. The first carries the chance that one of the first three
 * helps, since they are posted together; those that score clearly lower carry proportionally less. What people thought
 * of a result before moves its own chance in small steps.
 */
export function toConfidence(ranking: Ranking, opinions?: ReadonlyMap<string, Opinions>): (result: Ranked) => number {
  const [first] = ranking.results;
  if (first === undefined) return () => 0;
  const logOdds = logOddsToHelp(readSigns(ranking));
  return ({ entry, score }) => {
    const found = opinions?.get(entry.id);
    const moved = logOdds + (found === undefined ? 0 : weighOpinions(found).logOdds);
    return toChance(moved) * Math.min(1, score / (equalShare * first.score));
  };
}
