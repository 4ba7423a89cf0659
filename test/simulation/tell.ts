import type { Desk } from "../helpers/open-desk.ts";
import { webhookPath } from "../../src/web/server.ts";
import type { Act } from "./act.ts";
import { Stage } from "./perform-act.ts";
import { PostOffice, type FateOf } from "./post-office.ts";
import { nextTick } from "./ticks.ts";

/** How a script is told to the app. */
export interface Telling {
  readonly fateOf: FateOf;
  /** Until when time goes on after the last act, in milliseconds: for what is late, lost, or due by then. */
  readonly until: number;
}

/**
 * Performs a script in the desk's world, act by act at its time, with the webhooks it sets off; the app looks at the
 * clock as often as it has to. When it ends, nothing is on its way any more.
 */
export async function tell(desk: Desk, script: readonly Act[], { fateOf, until }: Telling): Promise<Stage> {
  const { world, webhooks, clock } = desk.github;
  const now = () => world.now().getTime();
  const office = new PostOffice({ now, to: () => desk.app.url + webhookPath, fateOf });
  const stage = new Stage(world, desk.repository);
  desk.github.sendWebhooksTo(await office.open());

  const settle = async () => {
    for (let seen: number | undefined = -1; seen !== webhooks.list()[0]?.id;) {
      seen = webhooks.list()[0]?.id;
      await webhooks.drain();
      await office.deliver();
      await desk.app.idle();
    }
  };
  const advanceTo = async (at: number) => clock.advance(Math.max(0, at - now()));

  let tickAt = nextTick(now());
  for (let next = 0; ;) {
    const actAt = script[next]?.at ?? Number.POSITIVE_INFINITY;
    const at = Math.min(actAt, tickAt, office.nextAt ?? Number.POSITIVE_INFINITY);
    if (at > until) break;
    await advanceTo(at);
    if (at === actAt) {
      const act = script[next++];
      if (act !== undefined) stage.perform(act);
    } else if (at === tickAt) {
      tickAt = nextTick(at);
      await desk.app.tick();
    }
    await settle();
  }
  await office.close();
  return stage;
}
