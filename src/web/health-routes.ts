import { Hono } from "hono";
import type { Inbox } from "../core/inbox.ts";
import { shareDear } from "./share-dear.ts";

export interface HealthDeps {
  readonly inbox: Pick<Inbox, "counts">;
  /** Undefined while ready; else why not. */
  readonly notReady: () => Promise<string | undefined>;
}

/** `/healthz` and `/readyz`, for those who look after processes. */
export function healthRoutes({ inbox, notReady }: HealthDeps): Hono {
  const app = new Hono();
  // Counting takes longer with each delivery that is kept, and anybody may ask.
  const counts = shareDear(() => inbox.counts());
  /** The process lives. */
  app.get("/healthz", (c) => c.json({ status: "ok" }));
  /** It can keep deliveries, or work on them: the database can be written, and we are not on the way out. */
  app.get("/readyz", async (c) => {
    const reason = await notReady();
    if (reason !== undefined) return c.json({ status: "not ready", reason }, 503);
    return c.json({ status: "ready", inbox: await counts() });
  });
  return app;
}
