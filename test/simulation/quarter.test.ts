import { expect, it } from "vitest";
import type { Act } from "./act.ts";
import { dayMs, hourMs } from "../../src/core/clock.ts";
import { expectedStatuses } from "./expected-status.ts";
import { inOrder, inTrouble } from "./fates.ts";
import { openProject } from "./open-project.ts";
import { outcomeOf, type ThreadOutcome } from "./outcome.ts";
import type { FateOf } from "./post-office.ts";
import { tell } from "./tell.ts";
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

/** Of a hundred webhooks. */
const trouble = { seed: 11, doubled: 15, refused: 3, forever: 3 };

type Outcomes = ReadonlyMap<string, ThreadOutcome>;

/** Performs the script, and lets days go by until nothing of it is on its way any more. */
async function play(script: readonly Act[], fateOf: FateOf): Promise<Outcomes> {
  const desk = await openProject(size.from - hourMs);
  const stage = await tell(desk, script, { fateOf, until: size.from + (size.weeks * 7 + 3) * dayMs });
  const outcome = await outcomeOf(desk, stage);
  expect(await desk.givenUp()).toBe(0);
  await desk.close();
  return outcome;
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

it(
  "a busy project ends the same whether its webhooks come in order, or late, twice and some not at all",
  {
    timeout: weeks * 300_000,
  },
  async () => {
    const script = writeScript(size);
    const calm = await play(script, inOrder);
    const { fateOf, unawares } = inTrouble(script, trouble);
    const troubled = await play(script, fateOf);

    expect(differences(script, calm, troubled, unawares)).toEqual([]);
    const statuses = [...expectedStatuses(script)].map(([name]) => [name, calm.get(name)?.watched?.state.status]);
    expect(statuses).toEqual([...expectedStatuses(script)]);
    // What was compared is not nothing.
    const aware = [...calm].filter(([name]) => !unawares.has(name));
    expect(aware.length).toBeGreaterThan(0.3 * size.weeks * size.threads);
    expect(aware.flatMap(([, { calls }]) => calls).length).toBeGreaterThan(size.weeks);
  },
);
