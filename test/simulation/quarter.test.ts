import { expect, it } from "vitest";
import type { Act } from "./act.ts";
import { dayMs, hourMs } from "./chances.ts";
import { expectedStatuses } from "./expected-status.ts";
import { inOrder, inTrouble } from "./fates.ts";
import { openProject } from "./open-project.ts";
import { outcomeOf, type ThreadOutcome } from "./outcome.ts";
import type { Fate, Letter } from "./post-office.ts";
import { tell } from "./tell.ts";
import { writeScript } from "./write-script.ts";

/** A quarter in which the clocks of Berlin go forward where tests take their time, else the week before that. */
const isWhole = process.env["FRONTDESK_TROUBLE"] !== undefined;
const size = isWhole
  ? { seed: 7, from: Date.parse("2026-02-02T00:00:00Z"), weeks: 13, threads: 45 }
  : { seed: 1, from: Date.parse("2026-03-23T00:00:00Z"), weeks: 1, threads: 40 };

/** Of a hundred webhooks. */
const trouble = { seed: 11, doubled: 15, refused: 5, forever: 0 };

/** Performs the script, and lets days go by until nothing of it is on its way any more. */
async function play(script: readonly Act[], fateOf: (letter: Letter) => Fate) {
  const desk = await openProject(size.from - hourMs);
  const stage = await tell(desk, script, { fateOf, until: size.from + (size.weeks * 7 + 3) * dayMs });
  const outcome = await outcomeOf(desk, stage);
  expect(await desk.givenUp()).toBe(0);
  await desk.close();
  return outcome;
}

/** The threads that ended differently, with all that people did in them. */
function differences(
  script: readonly Act[],
  calm: ReadonlyMap<string, ThreadOutcome>,
  troubled: ReadonlyMap<string, ThreadOutcome>,
) {
  const threads = new Set([...calm.keys(), ...troubled.keys()]);
  return [...threads].flatMap((name) => {
    const [one, other] = [calm.get(name), troubled.get(name)];
    if (JSON.stringify(one) === JSON.stringify(other)) return [];
    return [{ name, inOrder: one, inTrouble: other, acts: script.filter(({ thread }) => thread === name) }];
  });
}

it(
  "a busy project ends the same whether its webhooks come in order, or late, twice and some not at all",
  {
    timeout: isWhole ? 1_800_000 : 240_000,
  },
  async () => {
    const script = writeScript(size);
    const calm = await play(script, inOrder);
    const troubled = await play(script, inTrouble(script, trouble));
    expect(calm.size).toBeGreaterThan(0.9 * size.weeks * size.threads);
    expect(differences(script, calm, troubled)).toEqual([]);
    const asked = new Set(
      script.flatMap((act) => (act.do === "comment" && act.body.startsWith("/needs-info") ? [act.thread] : [])),
    );
    for (const [name, status] of expectedStatuses(script)) {
      if (!asked.has(name)) expect([name, calm.get(name)?.state?.status]).toEqual([name, status]);
    }
  },
);
