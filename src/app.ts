import type { ApplicationFunction } from "probot";
import type { Delivery } from "./core/delivery.ts";

/**
 * The Probot app: hands each verified delivery to `accept` and does nothing else, since Probot answers GitHub only
 * when its handlers are through, and GitHub waits no longer than ten seconds:
 * https://docs.github.com/en/webhooks/using-webhooks/best-practices-for-using-webhooks
 */
export default function app(accept: (delivery: Delivery) => Promise<unknown>): ApplicationFunction {
  return (probot) => {
    probot.onAny(async ({ id, name, payload }) => {
      await accept({ id, name, payload });
    });
  };
}
