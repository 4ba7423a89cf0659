import type { Comment, Discussion, RepositoryRef, Thread } from "../../src/core/discussion.ts";
import type { FeatureRequest } from "../../src/features/feature-requests/feature-request.ts";
import type { Hit, KnowledgeItem, Section } from "../../src/core/knowledge.ts";

/** Things as they usually are; a test names only what matters to it. */

export const repository: RepositoryRef = { id: 7, owner: "acme", name: "widgets", installation: 70 };

const monday = new Date("2026-03-02T09:00:00Z");

export function aComment(given: Partial<Comment> = {}): Comment {
  return {
    id: "DC_1",
    body: "Set `level: debug`.",
    author: { login: "hana", isBot: false },
    url: "https://github.com/acme/widgets/discussions/12#discussioncomment-1",
    createdAt: monday,
    isOurs: false,
    isMinimized: false,
    ...given,
  };
}

export function aDiscussion(given: Partial<Discussion> = {}): Discussion {
  return {
    id: "D_12",
    number: 12,
    title: "How do I change the log level?",
    body: "I see no debug output.",
    url: "https://github.com/acme/widgets/discussions/12",
    author: { login: "ann", isBot: false },
    category: { slug: "q-a", name: "Q&A", isAnswerable: true },
    labels: [],
    createdAt: monday,
    updatedAt: monday,
    locked: false,
    ...given,
  };
}

export function aThread(given: Partial<Thread> = {}): Thread {
  return { ...aDiscussion(given), comments: [], ...given };
}

function anItem(given: Partial<KnowledgeItem> = {}): KnowledgeItem {
  return {
    id: "docs:docs/logging.md#log-level",
    group: "page:docs/logging.md",
    kind: "docs",
    title: "Log level",
    context: ["Logging"],
    aliases: [],
    body: "Set the level to debug to see more.",
    code: "",
    answer: "",
    links: [],
    url: "https://github.com/acme/widgets/blob/HEAD/docs/logging.md#log-level",
    ...given,
  };
}

/** What stands under one heading of a page. */
export function aSection(path: string, given: Partial<Section> = {}): Section {
  return {
    path,
    anchor: "why",
    headings: ["Why?"],
    title: "Why?",
    text: "So.",
    code: "",
    links: [],
    aliases: [],
    line: 3,
    ...given,
  };
}

export function aHit(confidence: number, given: Partial<KnowledgeItem> = {}): Hit {
  const item = anItem(given);
  return {
    item,
    score: confidence * 10,
    parts: { lexical: confidence * 10 },
    confidence,
    terms: [{ term: "level", fields: ["title"], score: 3 }],
    excerpt: item.body,
  };
}

/** A comment whose author deleted their account. */
export function aGhostComment(): Comment {
  const { author: _, ...rest } = aComment();
  return rest;
}

export function aRequest(given: Partial<FeatureRequest> = {}): FeatureRequest {
  return {
    number: 12,
    discussion: "D_12",
    title: "Dark mode",
    url: "https://github.com/acme/widgets/discussions/12",
    askedBy: "ann",
    askedAt: monday.toISOString(),
    state: "asked",
    since: monday.toISOString(),
    answers: {},
    isReady: false,
    related: [],
    votesFrom: {},
    ...given,
  };
}
