import { toConfidence } from "../../../src/search/confidence/confidence.ts";
import { confidenceDepth } from "../../../src/search/confidence/confidence-features.ts";
import { rank } from "../../../src/search/ranking/rank.ts";
import { type Reliability, reliabilityOf } from "../reliability.ts";
import type { Case, Task } from "./read-cases.ts";

/** What the confidence of the first result is good for. */
export interface Calibration {
  /** How often one of the first three pages is right when so many are spoken to, the surest first: .1, .2, .25, .3. */
  readonly helpful: readonly number[];
  /** At an answer rate of a quarter: the share spoken to of the questions without, and with, a known answer. */
  readonly spokenWithout: number;
  readonly spokenWith: number;
  readonly reliability: Reliability;
}

const answerRates = [0.1, 0.2, 0.25, 0.3];
const shown = 3;

/** Asks all questions anew, with the weights that are shipped, as the app would. */
export function calibrate({ view }: Task, cases: readonly Case[], isMixed: boolean): Calibration {
  const asked = cases.map(({ query, groups, kind }) => {
    const kinds = isMixed ? undefined : new Set([kind]);
    const options = { limit: confidenceDepth, exclude: query.own, ...(kinds && { kinds }) };
    const ranking = rank(view, query.question, options);
    const [first] = ranking.results;
    const ofKind = ranking.results.filter(({ entry }) => entry.kind === kind);
    const pages = [...new Set(ofKind.map(({ entry }) => entry.group))].slice(0, shown);
    return {
      confidence: first === undefined ? 0 : toConfidence(ranking)(first),
      hasAnswer: groups.size > 0,
      isHelped: pages.some((page) => groups.has(page)),
    };
  });
  asked.sort((a, b) => b.confidence - a.confidence);
  const surest = (rate: number) => asked.slice(0, Math.ceil(rate * asked.length));
  const quarter = surest(0.25);
  const spoken = (hasAnswer: boolean) =>
    share(
      quarter.filter((question) => question.hasAnswer === hasAnswer).length,
      asked.filter((question) => question.hasAnswer === hasAnswer).length,
    );
  return {
    helpful: answerRates.map((rate) =>
      share(surest(rate).filter(({ isHelped }) => isHelped).length, surest(rate).length),
    ),
    spokenWithout: spoken(false),
    spokenWith: spoken(true),
    reliability: reliabilityOf(asked),
  };
}

function share(count: number, all: number): number {
  return all === 0 ? 0 : count / all;
}
