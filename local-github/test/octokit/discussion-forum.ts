import { beforeAll } from "vitest";
import { useWidgets, type Widgets } from "../rest/widgets.ts";
import { graphqlOf } from "./octokit-clients.ts";

export const say = `mutation($id: ID!, $body: String!, $to: ID) {
  addDiscussionComment(input: { discussionId: $id, body: $body, replyToId: $to }) { comment { id } } }`;

export const create = `mutation($repositoryId: ID!, $categoryId: ID!, $title: String!) { createDiscussion(input: {
  repositoryId: $repositoryId, categoryId: $categoryId, title: $title, body: "Please help." }) { discussion { id } } }`;

/** A mutation with one id, and what is asked of its answer. */
export const act = (name: string, key: string, answer: string, more = "") =>
  `mutation($id: ID!) { ${name}(input: { ${key}: $id ${more} }) { ${answer} } }`;

export const inWidgets = (fields: string) => `{ repository(owner: "acme", name: "widgets") { ${fields} } }`;

type Variables = Readonly<Record<string, unknown>>;

/** acme/widgets, asked by `@octokit/graphql`. */
export interface Forum {
  readonly widgets: () => Widgets;
  /** Node ids of the repository and of its category for questions. */
  readonly place: { repositoryId: string; categoryId: string };
  ask<Data>(login: string, query: string, variables?: Variables): Promise<Data>;
  /** The only part of an answer that is asked for, however deep it lies. */
  only(login: string, query: string, variables?: Variables): Promise<unknown>;
  aDiscussion(title?: string, login?: string): Promise<string>;
  aComment(discussion: string, body?: string, login?: string, to?: string): Promise<string>;
}

/** Starts it for the tests of a file. */
export function useForum(): Forum {
  const widgets = useWidgets();
  const place = { repositoryId: "", categoryId: "" };
  const ask = <Data>(login: string, query: string, variables: Variables = {}) =>
    graphqlOf(widgets().github, login)<Data>(query, variables);
  const only = async (login: string, query: string, variables: Variables = {}) => {
    let found: unknown = await ask<unknown>(login, query, variables);
    while (typeof found === "object" && found !== null && !Array.isArray(found) && Object.keys(found).length === 1) {
      [found] = Object.values(found);
    }
    return found;
  };
  beforeAll(async () => {
    const query = inWidgets('id discussionCategory(slug: "q-a") { id }');
    const { repository } = await ask<{ repository: { id: string; discussionCategory: { id: string } } }>(
      "maria",
      query,
    );
    Object.assign(place, { repositoryId: repository.id, categoryId: repository.discussionCategory.id });
  });
  return {
    widgets,
    place,
    ask,
    only,
    aDiscussion: async (title = "How?", login = "maria") => String(await only(login, create, { ...place, title })),
    aComment: async (id, body = "Like this.", login = "tim", to) =>
      String(await only(login, say, { id, body, ...(to !== undefined && { to }) })),
  };
}
