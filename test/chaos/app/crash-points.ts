import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { ClaimedDelivery } from "../../../src/core/inbox.ts";
import type { Plan } from "../../../src/core/plan.ts";
import { InboxStore } from "../../../src/queue/inbox-store.ts";
import type { Die } from "./messages.ts";

/**
 * Ends this process by SIGKILL at a boundary between two steps of a delivery's way: before and after a plan is stored,
 * between the steps of it (an action done and not marked, marked and the next one not begun), before and after the end is
 * written down. All of these are calls of the inbox, so what is called is wrapped.
 */
export function dieAtPoints(die: Die): void {
  const pass = passing(die);
  const plans = new Map<string, Plan>();
  const nameOf = new Map<string, string>();
  const store = InboxStore.prototype;
  const { claim, keepPlan, markDone, finish } = store;
  const doing = (id: string, stage: string, step: number) =>
    plans.get(`${id} ${stage}`)?.actions[step]?.do ?? "nothing";

  store.claim = async function claimed(...args) {
    const delivery = await claim.apply(this, args);
    if (delivery) {
      nameOf.set(delivery.id, kindOf(delivery));
      for (const [stage, { plan }] of Object.entries(delivery.plans)) plans.set(`${delivery.id} ${stage}`, plan);
    }
    return delivery;
  };
  store.keepPlan = async function kept(id, stage, plan) {
    plans.set(`${id} ${stage}`, plan);
    pass(`before the plan of ${stage}`);
    await keepPlan.call(this, id, stage, plan);
    pass(`after the plan of ${stage}`);
  };
  store.markDone = async function marked(id, stage, step) {
    pass(`after ${doing(id, stage, step)}, unmarked`);
    await markDone.call(this, id, stage, step);
    pass(`after ${doing(id, stage, step)}, marked`);
  };
  store.finish = async function finished(id, ...rest) {
    pass(`before the end of ${nameOf.get(id)}`);
    await finish.call(this, id, ...rest);
    pass(`after the end of ${nameOf.get(id)}`);
  };
}

function kindOf({ name, payload }: ClaimedDelivery): string {
  const { action, kind } = Object(payload) as { readonly action?: string; readonly kind?: string };
  return [name, action ?? kind].filter(Boolean).join(".");
}

function passing({ atPoint, onceEach }: Die): (point: string) => void {
  if (onceEach !== undefined) {
    const { file, saying } = onceEach;
    const passed = new Set(existsSync(file) ? readFileSync(file, "utf8").split("\n") : []);
    return (point) => {
      if (passed.has(point) || !point.includes(saying)) return;
      appendFileSync(file, `${point}\n`);
      die();
    };
  }
  let left = atPoint ?? Number.POSITIVE_INFINITY;
  return () => {
    left -= 1;
    if (left <= 0) die();
  };
}

/** At once, in the middle of whatever runs. */
function die(): void {
  process.kill(process.pid, "SIGKILL");
  // The signal may take a moment to come; nothing of ours may happen in it.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
