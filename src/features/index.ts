import { answeredThreads } from "./answered-threads/feature.ts";
import type { Feature } from "./feature.ts";
import { faqReview } from "./faq-review/feature.ts";
import { faq } from "./faq/feature.ts";
import { featureRequests } from "./feature-requests/feature.ts";
import { feedback } from "./feedback/feature.ts";
import { knownIssues } from "./known-issues/feature.ts";
import { relatedAnswers } from "./related-answers/feature.ts";
import { redelivery } from "./redelivery/feature.ts";
import { repositories } from "./repositories/feature.ts";
import { requestSweep } from "./request-sweep/feature.ts";
import { wiki } from "./wiki/feature.ts";

/**
 * Every feature, in the order they look at an event: what is learnt comes before what is said, and a repository is
 * remembered as served when what it takes to serve it has been set going.
 */
export const features: readonly Feature[] = [
  redelivery,
  wiki,
  answeredThreads,
  knownIssues,
  repositories,
  relatedAnswers,
  feedback,
  faq,
  faqReview,
  featureRequests,
  requestSweep,
];
