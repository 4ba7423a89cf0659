import { expect, it } from "vitest";
import type { Act } from "./act.ts";
import { dayMs, hourMs } from "../../src/core/clock.ts";
import { expectedStatuses } from "./expected-status.ts";
import { inOrder, inTrouble } from "./fates.ts";
import { openProject } from "./open-project.ts";
import { outcomeOf, type ThreadOutcome } from "./outcome.ts";
import { isOpenInBerlin } from "./berlin-minutes.ts";
import { measuredByApp } from "./measured-by-app.ts";
import type { FateOf } from "./post-office.ts";
import { tell } from "./tell.ts";
import { comparedThreads, reckonedTwice, slowMeasures, type Reckoned } from "./slow-measures.ts";
import { writeScript } from "./write-script.ts";

/**
 * Two weeks, between which the clocks of Berlin go forward, or as many as the variable says: the quarter around that takes
 * thirteen, of a project that is a third as busy, and many minutes.
 */
const weeks = Number(process.env["FRONTDESK_SIMULATED_WEEKS"] ?? 2);
const size = {
  seed: 7,
  from: Date.parse(weeks > 4 ? "2026-02-02T00:00:00Z" : "2026-03-23T00:00:00Z"),
  weeks,
  threads: weeks > 4 ? 15 : 45,
};

/** Some days after the last act, when nothing of it is on its way any more. */
const endsAt = size.from + (size.weeks * 7 + 3) * dayMs;

/** Of a hundred webhooks. */
const trouble = { seed: 11, doubled: 15, refused: 3, forever: 3 };

type Outcomes = ReadonlyMap<string, ThreadOutcome>;

/** Performs the script, and lets days go by until nothing of it is on its way any more. */
async function play(
  script: readonly Act[],
  fateOf: FateOf,
): Promise<{ readonly outcomes: Outcomes; readonly measured: Reckoned }> {
  const desk = await openProject(size.from - hourMs);
  const stage = await tell(desk, script, { fateOf, until: endsAt });
  const outcomes = await outcomeOf(desk, stage);
  const measured = await measuredByApp(desk, stage, new Date(endsAt));
  expect(await desk.givenUp()).toBe(0);
  await desk.close();
  return { outcomes, measured };
}

/** The threads that ended differently, with all that people did in them. `unawares`: who was called may differ. */
function differences(script: readonly Act[], calm: Outcomes, troubled: Outcomes, unawares: ReadonlySet<string>) {
  const threads = new Set([...calm.keys(), ...troubled.keys()]);
  return [...threads].flatMap((name) => {
    const ends = [calm, troubled].map((outcomes) => {
      const { calls, ...rest } = outcomes.get(name) ?? {};
      return unawares.has(name) ? rest : { ...rest, calls };
    });
    const [inOrder, inTrouble] = ends;
    if (JSON.stringify(inOrder) === JSON.stringify(inTrouble)) return [];
    return [{ name, inOrder, inTrouble, acts: script.filter(({ thread }) => thread === name) }];
  });
}

/** What is measured of the threads that are reckoned twice, by measure; in the order of their names. */
function compared(script: readonly Act[], reckoned: Reckoned) {
  const threads = comparedThreads(script);
  return reckonedTwice.map((measure) => {
    const values = (reckoned[measure] ?? []).filter(([thread]) => threads.has(thread));
    return [measure, values.map((it) => it.join(" ")).toSorted()];
  });
}

it(
  "a busy project ends the same whether its webhooks come in order, or late, twice and some not at all",
  {
    timeout: weeks * 300_000,
  },
  async () => {
    const script = writeScript(size);
    const { outcomes: calm, measured: inCalm } = await play(script, inOrder);
    const { fateOf, unawares } = inTrouble(script, trouble);
    const { outcomes: troubled, measured: afterTrouble } = await play(script, fateOf);

    expect(differences(script, calm, troubled, unawares)).toEqual([]);
    const statuses = [...expectedStatuses(script)].map(([name]) => [name, calm.get(name)?.watched?.state.status]);
    expect(statuses).toEqual([...expectedStatuses(script)]);
    const again = compared(script, slowMeasures(script, endsAt, isOpenInBerlin));
    expect(compared(script, inCalm)).toEqual(again);
    expect(compared(script, afterTrouble)).toEqual(again);
    // What was compared is not nothing.
    const aware = [...calm].filter(([name]) => !unawares.has(name));
    expect(aware.length).toBeGreaterThan(0.3 * size.weeks * size.threads);
    expect(aware.flatMap(([, { calls }]) => calls).length).toBeGreaterThan(size.weeks);
  },
);
