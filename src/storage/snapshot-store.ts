import { setImmediate as yieldToEventLoop, setTimeout as sleep } from "node:timers/promises";
import type { Kysely, Transaction } from "kysely";
import type { RepositoryRef } from "../core/discussion.ts";
import type { IndexSnapshots } from "../core/finder.ts";
import type { RepositoryRows } from "../core/repository-rows.ts";
import type { Database } from "./open-database.ts";
import { dropPieces, dropSnapshot, leftOverEditions } from "./snapshot-pieces.ts";
import type { Tables } from "./tables.ts";
import { inTurn } from "./in-turn.ts";

/** Bytes written in one transaction: a millisecond or two in which others wait. */
const pieceBytes = 256 * 1024;

/**
 * The time between two pieces, in milliseconds. Who finds the database locked looks again after 1, 2, 5, 10 ms and more
 * (SQLite's busy handler), and its thread stands still meanwhile: it must not find the next piece each time.
 */
const betweenPiecesMs = 20;

/**
 * Snapshots in the database. The pieces of a new one are written beside those of the one before, and then
 * take their place in one step: whoever is killed in between leaves the old one as it was, and pieces that the next
 * writer sweeps up.
 */
export class SnapshotStore implements IndexSnapshots, RepositoryRows {
  readonly #db: Kysely<Tables>;

  constructor(database: Database) {
    this.#db = database.db;
  }

  async findSnapshot({
    id,
  }: RepositoryRef): Promise<{ readonly revision: number; readonly bytes: Uint8Array } | undefined> {
    const row = await this.#db
      .selectFrom("snapshots")
      .select(["edition", "revision", "size"])
      .where("repository", "=", id)
      .executeTakeFirst();
    if (row === undefined || row.edition === null || row.revision === null || row.size === null) return undefined;
    const bytes = await this.#readPieces(id, row.edition, row.size);
    return bytes && { revision: row.revision, bytes };
  }

  async keepSnapshot({ id }: RepositoryRef, revision: number, bytes: Uint8Array): Promise<boolean> {
    const edition = await this.#begin(id, revision);
    if (edition === undefined) return false;
    for (let piece = 0; piece * pieceBytes < bytes.length; piece++, await sleep(betweenPiecesMs)) {
      const some = bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes);
      await this.#db
        .insertInto("snapshot_pieces")
        .values({ repository: id, edition, piece, bytes: some })
        // Editions count from the start again after a repository was forgotten; an old piece of this number is in nobody's way.
        .onConflict((conflict) => conflict.columns(["repository", "edition", "piece"]).doUpdateSet({ bytes: some }))
        .execute();
    }
    // Not where another process has finished a later edition, or where the repository was forgotten meanwhile.
    const { numUpdatedRows } = await this.#db
      .updateTable("snapshots")
      .set({ edition, revision, size: bytes.length })
      .where("repository", "=", id)
      .where("begun", ">=", edition)
      .where((eb) => eb.or([eb("edition", "is", null), eb("edition", "<", edition)]))
      .executeTakeFirstOrThrow();
    for (const leftOver of await leftOverEditions(this.#db, id, edition)) await dropPieces(this.#db, leftOver);
    return numUpdatedRows > 0;
  }

  async forgetRepository({ id }: Pick<RepositoryRef, "id">): Promise<void> {
    await dropSnapshot(this.#db, id);
  }

  /** A number for a new edition, which no other writer has; undefined where the knowledge is at another revision. */
  async #begin(repository: number, revision: number): Promise<number | undefined> {
    return inTurn(this.#db, repository, async (transaction) => {
      const knowledge = await transaction
        .selectFrom("knowledge")
        .select("revision")
        .where("repository", "=", repository)
        .executeTakeFirst();
      return knowledge?.revision === revision ? nextEdition(transaction, repository) : undefined;
    });
  }

  /** Undefined when pieces are missing: another process has just put a new edition in its place. */
  async #readPieces(repository: number, edition: number, size: number): Promise<Uint8Array | undefined> {
    const bytes = new Uint8Array(size);
    let read = 0;
    for (let piece = 0; read < size; piece++, await yieldToEventLoop()) {
      const row = await this.#db
        .selectFrom("snapshot_pieces")
        .select("bytes")
        .where("repository", "=", repository)
        .where("edition", "=", edition)
        .where("piece", "=", piece)
        .executeTakeFirst();
      if (row === undefined || row.bytes.length === 0 || read + row.bytes.length > size) return undefined;
      bytes.set(row.bytes, read);
      read += row.bytes.length;
    }
    return bytes;
  }
}

async function nextEdition(transaction: Transaction<Tables>, repository: number): Promise<number> {
  const { begun } = await transaction
    .insertInto("snapshots")
    .values({ repository, begun: 1, edition: null, revision: null, size: null })
    .onConflict((conflict) =>
      conflict.column("repository").doUpdateSet((eb) => ({ begun: eb("snapshots.begun", "+", 1) })),
    )
    .returning("begun")
    .executeTakeFirstOrThrow();
  return begun;
}
