import { setTimeout as sleep } from "node:timers/promises";
import type { Kysely, Transaction } from "kysely";
import { inTurn } from "./in-turn.ts";
import type { Tables } from "./tables.ts";

/** The pieces of one attempt to write a snapshot. */
export interface Edition {
  readonly repository: number;
  readonly edition: number;
}

/** Pieces deleted in one transaction, and the time between two of these, in milliseconds: others want to write as well. */
const piecesAtOnce = 4;
const pauseMs = 5;

/**
 * Editions whose pieces nobody will read: those that a later one has replaced, this one (`edition`) if it did not get
 * into place, and what is left of repositories that were forgotten while theirs was written.
 */
export async function leftOverEditions(
  db: Kysely<Tables>,
  repository: number,
  edition: number,
): Promise<readonly Edition[]> {
  return db
    .selectFrom("snapshot_pieces as piece")
    .leftJoin("snapshots as whole", "whole.repository", "piece.repository")
    .select(["piece.repository", "piece.edition"])
    .distinct()
    .where((eb) =>
      eb.or([
        eb("whole.repository", "is", null),
        eb("piece.edition", "<", eb.ref("whole.edition")),
        eb.and([
          eb("piece.repository", "=", repository),
          eb("piece.edition", "=", edition),
          eb.or([eb("whole.edition", "is", null), eb("whole.edition", "!=", edition)]),
        ]),
      ]),
    )
    .execute();
}

/** Delete an edition's pieces, a few at a time, so that others can write in between. */
export async function dropPieces(db: Kysely<Tables>, { repository, edition }: Edition): Promise<void> {
  for (let from = 0; ; await sleep(pauseMs)) {
    const some = await db
      .selectFrom("snapshot_pieces")
      .select("piece")
      .where("repository", "=", repository)
      .where("edition", "=", edition)
      .where("piece", ">=", from)
      .orderBy("piece")
      .limit(piecesAtOnce)
      .execute();
    const last = some.at(-1);
    if (last === undefined) return;
    await db
      .deleteFrom("snapshot_pieces")
      .where("repository", "=", repository)
      .where("edition", "=", edition)
      .where("piece", "<=", last.piece)
      .execute();
    from = last.piece + 1;
  }
}

/** Delete the snapshot of a repository: it holds words that are to be nowhere any more. Whoever needs it makes a new one. */
export async function dropSnapshot(db: Kysely<Tables>, repository: number): Promise<void> {
  const editions = await inTurn(db, repository, (transaction) => unlistSnapshot(transaction, repository));
  for (const edition of editions) await dropPieces(db, edition);
}

/** Forget that there is a snapshot of a repository, and tell which pieces are left of it. */
async function unlistSnapshot(transaction: Transaction<Tables>, repository: number): Promise<readonly Edition[]> {
  await transaction.deleteFrom("snapshots").where("repository", "=", repository).execute();
  const rows = await transaction
    .selectFrom("snapshot_pieces")
    .select("edition")
    .distinct()
    .where("repository", "=", repository)
    .execute();
  return rows.map(({ edition }) => ({ repository, edition }));
}
