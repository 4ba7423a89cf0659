/** Builders of exports, in the shape of GitHub's GraphQL. */

interface Person {
  readonly login: string;
  readonly __typename?: string;
}

export const person = (login: string): Person => ({ login, __typename: "User" });
export const bot = (login: string): Person => ({ login, __typename: "Bot" });

/** A time of one day: `at(9)` is nine o'clock. */
export const at = (hour: number, day = 17) => new Date(Date.UTC(2026, 10, day, hour)).toISOString().replace(".000", "");

export function said(id: string, author: Person | null, createdAt: string, over: object = {}) {
  return { id, author, authorAssociation: "NONE", createdAt, replies: { nodes: [] as object[] }, ...over };
}

export function discussion(number: number, over: object = {}) {
  return {
    number,
    title: `Question ${number}`,
    url: `https://github.com/acme/app/discussions/${number}`,
    createdAt: at(9),
    closed: false,
    closedAt: null,
    stateReason: null,
    isAnswered: false,
    answerChosenAt: null,
    answer: null,
    author: person("ada"),
    category: { name: "Q&A", slug: "q-a", isAnswerable: true },
    labels: { nodes: [{ name: "bug" }] },
    upvoteCount: 1,
    comments: { nodes: [] as object[] },
    ...over,
  };
}
