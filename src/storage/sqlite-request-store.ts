import type { Kysely } from "kysely";
import type { RepositoryRef } from "../core/discussion.ts";
import type { FeatureRequest, IssueLink, StoredRequest } from "../core/feature-request.ts";
import type { ListedRequest, RequestStore } from "../core/request-store.ts";
import type { Database } from "./open-database.ts";
import { parseIssueLink, parseRequest } from "./stored-json.ts";
import type { Tables } from "./tables.ts";

/** Feature requests in the data folder's database. Writing the same twice is writing it once. */
export class SqliteRequestStore implements RequestStore {
  readonly #db: Kysely<Tables>;

  constructor(database: Database) {
    this.#db = database.db;
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

  async requests(wanted: Parameters<RequestStore["requests"]>[0]): Promise<readonly ListedRequest[]> {
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

  async addNotSet(repository: RepositoryRef, number: number, what: string): Promise<void> {
    const issue = (await this.findRequest(repository, number))?.issue;
    if (!issue || issue.notSet.includes(what)) return;
    await this.linkIssue(repository, number, { ...issue, notSet: [...issue.notSet, what] });
  }

  async forgetRequest({ id }: RepositoryRef, number: number): Promise<void> {
    await this.#db.deleteFrom("feature_requests").where("repository", "=", id).where("number", "=", number).execute();
  }
}

function toStored(row: {
  readonly record: string;
  readonly votes: number;
  readonly link: string | null;
}): StoredRequest {
  const issue = parseIssueLink(row.link);
  return { request: parseRequest(row.record), votes: row.votes, ...(issue && { issue }) };
}
