import type { Hono } from "hono";
import { clockView, movesFrom } from "../views/clock-view.ts";
import { showPage } from "../views/layout.ts";
import { chosen, formFields, type PageEnv } from "../visit.ts";

/** The time in this world, and buttons that move it forward. */
export function routeClock(app: Hono<PageEnv>): void {
  app.get("/-/clock", (c) => showPage(c, { title: "Clock", main: clockView(c.var.visit) }));
  app.post("/-/clock", async (c) => {
    const { world, clock } = c.var.visit;
    const moves = movesFrom(world.now());
    const fields = await formFields(c);
    const by = chosen(
      moves.map((move) => move.by),
      fields.get("by"),
    );
    const move = moves.find((it) => it.by === by);
    if (move !== undefined) clock.moveTo(move.to);
    return c.redirect("/-/clock", 303);
  });
}
