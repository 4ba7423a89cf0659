import type { Kysely } from "kysely";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { FeatureRequest, IssueLink, RequestState, StoredRequest } from "../feature-request.ts";
import type { ListedRequest, RequestReads, RequestRecords } from "./request-records.ts";
import { inTurn } from "../../../storage/in-turn.ts";
import type { Database } from "../../../storage/open-database.ts";
import type { Tables } from "../../../storage/tables.ts";

/** The feature's own table. What its texts hold is taken on trust: only this store writes them. */
type RequestTables = {
  feature_requests: FeatureRequestsTable;
};

/** Feature requests by the number of their discussion. */
interface FeatureRequestsTable {
  repository: number;
  number: number;
  state: RequestState;
  /** `FeatureRequest` */
  record: string;
  /** Of the discussion itself, as the sweep last saw them. */
  votes: number;
  /** Number of its issue, and the `IssueLink`; null where there is none yet. */
  issue: number | null;
  link: string | null;
}

/** Feature requests in the database. Writing the same twice is writing it once. */
export class RequestStore implements RequestRecords {
  readonly #db: Kysely<Tables & RequestTables>;

  constructor(database: Database) {
    this.#db = database.db.withTables<RequestTables>();
  }

  async findRequest({ id }: RepositoryRef, number: number): Promise<StoredRequest | undefined> {
    const row = await this.#db
      .selectFrom("feature_requests")
      .select(["record", "votes", "link"])
      .where("repository", "=", id)
      .where("number", "=", number)
      .executeTakeFirst();
    return row && toStored(row);
  }

  async requestsOfIssue({ id }: RepositoryRef, issue: number): Promise<readonly number[]> {
    const rows = await this.#db
      .selectFrom("feature_requests")
      .select("number")
      .where("repository", "=", id)
      .where("issue", "=", issue)
      .orderBy("number")
      .execute();
    return rows.map(({ number }) => number);
  }

  async requests(wanted: Parameters<RequestReads["requests"]>[0]): Promise<readonly ListedRequest[]> {
    let query = this.#db
      .selectFrom("feature_requests as request")
      .innerJoin("repositories as served", "served.id", "request.repository")
      .select(["served.id", "served.owner", "served.name", "served.installation"])
      .select(["request.record", "request.votes", "request.link"])
      .orderBy("request.repository")
      .orderBy("request.number")
      .limit(wanted.limit);
    if (wanted.repository) query = query.where("request.repository", "=", wanted.repository.id);
    if (wanted.states) query = query.where("request.state", "in", [...wanted.states]);
    const rows = await query.execute();
    return rows.map(({ id, owner, name, installation, ...row }) => {
      return { repository: { id, owner, name, installation }, ...toStored(row) };
    });
  }

  async keepRequest({ id }: RepositoryRef, request: FeatureRequest): Promise<void> {
    const now = { state: request.state, record: JSON.stringify(request) };
    await this.#db
      .insertInto("feature_requests")
      .values({ repository: id, number: request.number, votes: 0, issue: null, link: null, ...now })
      .onConflict((conflict) => conflict.columns(["repository", "number"]).doUpdateSet(now))
      .execute();
  }

  async addRequest(repository: RepositoryRef, request: FeatureRequest): Promise<boolean> {
    const record = JSON.stringify(request);
    const { id } = repository;
    await this.#db
      .insertInto("feature_requests")
      .values({
        repository: id,
        number: request.number,
        votes: 0,
        issue: null,
        link: null,
        state: request.state,
        record,
      })
      .onConflict((conflict) => conflict.columns(["repository", "number"]).doNothing())
      .execute();
    // Done again after it was not heard of, it is the same one.
    const kept = await this.findRequest(repository, request.number);
    return JSON.stringify(kept?.request) === record;
  }

  async keepVotes({ id }: RepositoryRef, number: number, votes: number): Promise<void> {
    await this.#db
      .updateTable("feature_requests")
      .set({ votes })
      .where("repository", "=", id)
      .where("number", "=", number)
      .execute();
  }

  async linkIssue({ id }: RepositoryRef, number: number, issue: IssueLink): Promise<void> {
    await this.#db
      .updateTable("feature_requests")
      .set({ issue: issue.number, link: JSON.stringify(issue) })
      .where("repository", "=", id)
      .where("number", "=", number)
      .execute();
  }

  async addNotSet({ id }: RepositoryRef, number: number, what: string): Promise<void> {
    await inTurn(this.#db, id, async (transaction) => {
      const row = await transaction
        .selectFrom("feature_requests")
        .select("link")
        .where("repository", "=", id)
        .where("number", "=", number)
        .executeTakeFirst();
      const issue = row?.link ? (JSON.parse(row.link) as IssueLink) : undefined;
      if (!issue || issue.notSet.includes(what)) return;
      await transaction
        .updateTable("feature_requests")
        .set({ link: JSON.stringify({ ...issue, notSet: [...issue.notSet, what] }) })
        .where("repository", "=", id)
        .where("number", "=", number)
        .execute();
    });
  }

  async forgetRequest({ id }: RepositoryRef, number: number): Promise<void> {
    await this.#db.deleteFrom("feature_requests").where("repository", "=", id).where("number", "=", number).execute();
  }

  async forgetRepository({ id }: Pick<RepositoryRef, "id">): Promise<void> {
    await this.#db.deleteFrom("feature_requests").where("repository", "=", id).execute();
  }
}

function toStored(row: {
  readonly record: string;
  readonly votes: number;
  readonly link: string | null;
}): StoredRequest {
  const issue = row.link === null ? undefined : (JSON.parse(row.link) as IssueLink);
  return { request: JSON.parse(row.record) as FeatureRequest, votes: row.votes, ...(issue && { issue }) };
}
