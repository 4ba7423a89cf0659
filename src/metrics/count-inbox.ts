import type { HandledAs, Meter } from "../core/meter.ts";
import type { Delivery } from "../core/delivery.ts";
import type { Inbox } from "../core/inbox.ts";

/** More are never in progress in one process; of those whose lease was lost nothing is heard any more. */
const maxInProgress = 1_000;

/**
 * The same inbox, which counts what comes and how each try ends. Calls go to it as they are, so that it may be any; `now`
 * is in milliseconds and only grows.
 */
export function countInbox<Counted extends Inbox>(inbox: Counted, meter: Meter, now: () => number): Counted {
  const tries = new Map<string, { readonly name: string; readonly since: number }>();
  const end = (id: string, how: HandledAs): void => {
    const it = tries.get(id);
    if (it) meter.handled(it.name, how, (now() - it.since) / 1000);
    tries.delete(id);
  };
  const counted: Pick<Inbox, "accept" | "claim" | "finish" | "fail"> = {
    async accept(delivery, ...rest) {
      const isNew = await inbox.accept(delivery, ...rest);
      meter.accepted(nameOf(delivery), isNew);
      return isNew;
    },
    async claim(...given) {
      const claimed = await inbox.claim(...given);
      if (claimed) tries.set(claimed.id, { name: nameOf(claimed), since: now() });
      for (const oldest of tries.keys()) {
        if (tries.size <= maxInProgress) break;
        tries.delete(oldest);
      }
      return claimed;
    },
    async finish(id, outcome, at, shortfall) {
      await inbox.finish(id, outcome, at, shortfall);
      end(id, shortfall ?? "done");
    },
    async fail(id, error, at, retryAt, setback) {
      await inbox.fail(id, error, at, retryAt, setback);
      end(id, retryAt === undefined ? "given-up" : setback === "wait" ? "put-back" : "failed");
    },
  };
  return new Proxy(inbox, {
    get(target, key) {
      if (Object.hasOwn(counted, key)) return counted[key as keyof typeof counted];
      const value: unknown = Reflect.get(target, key);
      // A class with private fields works on itself alone.
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}

/** GitHub's name of a webhook, and of our own events their kind. */
function nameOf({ name, payload }: Delivery): string {
  if (name !== "frontdesk" || typeof payload !== "object" || payload === null || !("kind" in payload)) return name;
  return typeof payload.kind === "string" ? `${name}:${payload.kind}` : name;
}
