import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import { sql, type Kysely } from "kysely";
import type { NamingDeliveries } from "../core/forgotten-people.ts";
import { hasLogin } from "../storage/people/without-person.ts";
import type { Tables } from "../storage/tables.ts";
import { forgetLater, forgetNow, restForgotten } from "./forget-deliveries.ts";

/** Deliveries whose texts are looked at in one transaction. */
const atOnce = 50;

/**
 * Forgets what deliveries say that name somebody, whole: payload, plans and the words of the outcome. Dead letters among
 * them are done with. What waits or is in progress is handled first, and forgotten when it ends. With `isDry` they are
 * only counted.
 */
export async function forgetPersonDeliveries(
  db: Kysely<Tables>,
  login: string,
  { isDry, at }: { readonly isDry: boolean; readonly at: Date },
): Promise<NamingDeliveries> {
  let ended = 0;
  let unfinished = 0;
  for (let after = -1; ; await yieldToEventLoop()) {
    const rows = await candidates(db, login.toLowerCase(), after);
    const end = rows.at(-1);
    if (end === undefined) return { ended, unfinished };
    after = end.seq;
    const naming: typeof rows = [];
    for (const row of rows) if (await names(db, row, login)) naming.push(row);
    const isOver = ({ state }: (typeof rows)[number]) => state === "done" || state === "dead";
    ended += naming.filter(isOver).length;
    unfinished += naming.filter((it) => !isOver(it)).length;
    if (isDry) continue;
    await db.transaction().execute(async (transaction) => {
      for (const row of naming) {
        if (isOver(row)) await forgetNow(transaction, row.seq, row.outcome, row.state === "done" ? undefined : at);
        else await forgetLater(transaction, row.seq);
      }
    });
  }
}

/** Those with the login anywhere in them, part of another word or not, by their order. */
async function candidates(db: Kysely<Tables>, lower: string, after: number) {
  const pattern = `%${lower.replaceAll(/[%_\\]/gu, String.raw`\$&`)}%`;
  const isLike = (column: string) => sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape ${"\\"}`;
  return db
    .selectFrom("deliveries")
    .select(["seq", "state", "outcome", "actor"])
    .where("seq", ">", after)
    .where((eb) =>
      eb.or([
        isLike("deliveries.actor"),
        isLike("deliveries.outcome"),
        eb.exists(
          eb
            .selectFrom("delivery_payloads as said")
            .select("said.delivery")
            .whereRef("said.delivery", "=", "deliveries.seq")
            .where(isLike("said.payload")),
        ),
        eb.exists(
          eb
            .selectFrom("delivery_plans as planned")
            .select("planned.delivery")
            .whereRef("planned.delivery", "=", "deliveries.seq")
            .where(isLike("planned.plan")),
        ),
      ]),
    )
    .orderBy("seq")
    .limit(atOnce)
    .execute();
}

async function names(
  db: Kysely<Tables>,
  { seq, actor, outcome }: { readonly seq: number; readonly actor: string | null; readonly outcome: string | null },
  login: string,
): Promise<boolean> {
  // What is left of a forgotten one are names of features, which may be somebody's login as well.
  const isForgotten = outcome?.endsWith(restForgotten) === true;
  if (hasLogin(isForgotten ? "" : `${actor ?? ""} ${outcome ?? ""}`, login)) return true;
  const said = await db.selectFrom("delivery_payloads").select("payload as text").where("delivery", "=", seq).execute();
  const planned = await db.selectFrom("delivery_plans").select("plan as text").where("delivery", "=", seq).execute();
  return [...said, ...planned].some(({ text }) => hasLogin(text, login));
}
