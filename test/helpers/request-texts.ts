import { english } from "../../src/core/language.ts";
import {
  requestStates,
  type FeatureRequest,
  type StoredRequest,
} from "../../src/features/feature-requests/feature-request.ts";
import { requestIssueBody } from "../../src/features/feature-requests/messages/issue-body.ts";
import { requestSection } from "../../src/features/feature-requests/messages/request-section.ts";
import { adoptedIssue, declinedIssue, shippedComment } from "../../src/features/feature-requests/messages/comments.ts";
import { planningChecklist } from "../../src/features/feature-requests/planning/checklist.ts";
import type { PlanImpact } from "../../src/features/feature-requests/planning/plan-impact.ts";
import { aRequest } from "./builders.ts";

const slot = { key: "DC_1", start: "2026-12-08T13:00:00.000Z", end: "2026-12-08T13:30:00.000Z" };

/** What it means for a plan with this milestone, person and iteration. */
function impactOf(text: string): PlanImpact {
  const work = { issues: 12, isAll: true, estimates: { total: 34.5, without: 3, usual: 2 } };
  return {
    on: "2026-11-26",
    milestone: {
      title: text,
      due: "2026-12-15",
      work,
      forecast: {
        pace: { unit: "issues", weeks: 13, perWeek: 4.25, slowest: 1, fastest: 6, cut: 1 },
        through: "2026-12-20",
        earliest: "2026-12-08",
      },
    },
    people: [{ login: text, work, limit: 10 }],
    iterations: [
      {
        title: text,
        start: "2026-11-23",
        end: "2026-12-06",
        work,
        isOurs: true,
        past: { unit: "estimates", least: 3, most: 6, iterations: 2 },
      },
    ],
    board: "too-big",
  };
}

/** A request in whose every word is this text. */
export function madeOf(text: string, state: FeatureRequest["state"] = "accepted"): StoredRequest {
  const request = aRequest({
    state,
    title: text,
    askedBy: text,
    answers: { why: text, outcome: text, urgency: text },
    related: [{ title: text, url: "https://github.com/acme/widgets/issues/9", kind: text }],
    meeting: { when: text, by: text, outcome: text, slot: { ...slot, hosts: [text], isOver: false } },
    decision: {
      is: state === "declined" ? "declined" : "accepted",
      by: text,
      at: "2026-03-02T09:00:00.000Z",
      reason: text,
      votes: 3,
      instead: [{ title: text, url: "https://example.com/docs", kind: text }],
    },
    duplicateOf: { number: 9, title: text, url: "https://github.com/acme/widgets/discussions/9" },
    seen: { state: "open", milestone: { number: 2, title: text, due: "2026-12-15" } },
    votesFrom: { "9": 2 },
    impact: impactOf(text),
  });
  const issue = {
    number: 40,
    id: "I",
    url: "https://github.com/acme/widgets/issues/40",
    isAdopted: false,
    notSet: [text],
  };
  return { request, votes: 3, issue };
}

/** What is known of its issue, in this text as well. */
export const facts = (text: string) => ({
  votes: 3,
  by: text,
  deliverables: [text],
  due: "2026-12-15",
  estimate: text,
  hasQuestions: true,
});

/** The agenda of its meeting, with an open question. */
function agendaOf(text: string): string {
  const { request, votes } = madeOf(text, "meeting");
  const meeting = { when: text, by: text, slot: { ...slot, hosts: [text], isOver: true } };
  const url = "https://github.com/acme/widgets/discussions/12#discussioncomment-1";
  return requestSection({ request: { ...request, meeting }, votes }, [{ text, url, by: text }])(english);
}

/** All that is said about a request. */
export function requestTexts(text: string): string[] {
  const { request } = madeOf(text);
  return [
    ...requestStates.map((state) => requestSection(madeOf(text, state))(english)),
    agendaOf(text),
    requestIssueBody(request, facts(text))(english),
    planningChecklist({ who: text, roadmap: text, goals: text }),
    adoptedIssue(request, 3)(english),
    declinedIssue(request)(english),
    shippedComment(request)(english),
  ];
}
