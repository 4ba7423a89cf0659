import { graphql } from "@octokit/graphql";
import { z } from "zod";

/** Somebody who acts through the plain GitHub API, as any script could. */
export class Person {
  readonly #graphql: typeof graphql;
  readonly #repository: { readonly owner: string; readonly name: string };

  constructor(github: string, repository: string, token: string) {
    const [owner = "", name = ""] = repository.split("/");
    this.#repository = { owner, name };
    this.#graphql = graphql.defaults({ baseUrl: github, headers: { authorization: `token ${token}` } });
  }

  /** Opens a discussion in the category of this slug; its number. */
  async ask(title: string, body: string, category = "q-a"): Promise<number> {
    const { repository } = repositoryAnswer.parse(
      await this.#graphql(
        `query($owner: String!, $name: String!, $category: String!) {
          repository(owner: $owner, name: $name) { id discussionCategory(slug: $category) { id } }
        }`,
        { ...this.#repository, category },
      ),
    );
    const made = createdAnswer.parse(
      await this.#graphql(
        `mutation($repositoryId: ID!, $categoryId: ID!, $title: String!, $body: String!) {
          createDiscussion(input: {repositoryId: $repositoryId, categoryId: $categoryId, title: $title, body: $body}) {
            discussion { number }
          }
        }`,
        { repositoryId: repository.id, categoryId: repository.discussionCategory.id, title, body },
      ),
    );
    return made.createDiscussion.discussion.number;
  }

  /** Says something in a discussion. */
  async comment(number: number, body: string): Promise<void> {
    const { repository } = discussionAnswer.parse(
      await this.#graphql(
        `query($owner: String!, $name: String!, $number: Int!) {
          repository(owner: $owner, name: $name) { discussion(number: $number) { id } }
        }`,
        { ...this.#repository, number },
      ),
    );
    await this.#graphql(
      `mutation($discussionId: ID!, $body: String!) {
        addDiscussionComment(input: {discussionId: $discussionId, body: $body}) { comment { id } }
      }`,
      { discussionId: repository.discussion.id, body },
    );
  }

  /** Changes a file of the default branch, by one commit. */
  async commit(path: string, edit: (text: string) => string): Promise<void> {
    const { owner, name } = this.#repository;
    const { repository } = fileAnswer.parse(
      await this.#graphql(
        `query($owner: String!, $name: String!, $file: String!) {
          repository(owner: $owner, name: $name) {
            object(expression: $file) { ... on Blob { text } }
            defaultBranchRef { name target { oid } }
          }
        }`,
        { owner, name, file: `HEAD:${path}` },
      ),
    );
    const { name: branch, target } = repository.defaultBranchRef;
    const contents = Buffer.from(edit(repository.object.text)).toString("base64");
    await this.#graphql(
      `mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }`,
      {
        input: {
          branch: { repositoryNameWithOwner: `${owner}/${name}`, branchName: branch },
          message: { headline: `Change ${path}` },
          expectedHeadOid: target.oid,
          fileChanges: { additions: [{ path, contents }] },
        },
      },
    );
  }

  /** What was said in a discussion, top-level comments only. */
  async read(number: number): Promise<readonly { readonly author: string; readonly body: string }[]> {
    const { repository } = commentsAnswer.parse(
      await this.#graphql(
        `query($owner: String!, $name: String!, $number: Int!) {
          repository(owner: $owner, name: $name) {
            discussion(number: $number) { comments(first: 50) { nodes { body author { login } } } }
          }
        }`,
        { ...this.#repository, number },
      ),
    );
    return repository.discussion.comments.nodes.map(({ body, author }) => ({ body, author: author.login }));
  }
}

const repositoryAnswer = z.object({
  repository: z.object({ id: z.string(), discussionCategory: z.object({ id: z.string() }) }),
});
const fileAnswer = z.object({
  repository: z.object({
    object: z.object({ text: z.string() }),
    defaultBranchRef: z.object({ name: z.string(), target: z.object({ oid: z.string() }) }),
  }),
});
const createdAnswer = z.object({ createDiscussion: z.object({ discussion: z.object({ number: z.number() }) }) });
const discussionAnswer = z.object({ repository: z.object({ discussion: z.object({ id: z.string() }) }) });
const commentsAnswer = z.object({
  repository: z.object({
    discussion: z.object({
      comments: z.object({
        nodes: z.array(z.object({ body: z.string(), author: z.object({ login: z.string() }) })),
      }),
    }),
  }),
});

/** Asks again until the answer is there. Rejects after `patienceMs`. */
export async function eventually<T>(ask: () => Promise<T | undefined>, patienceMs = 15_000): Promise<T> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`still nothing after ${patienceMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
