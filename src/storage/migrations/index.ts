import type { Migration } from "kysely/migration";
import { inbox } from "./0001-inbox.ts";
import { knowledge } from "./0002-knowledge.ts";
import { records } from "./0003-records.ts";
import { snapshots } from "./0004-snapshots.ts";
import { issues } from "./0005-issues.ts";
import { suggestions } from "./0006-suggestions.ts";
import { vectors } from "./0007-vectors.ts";
import { faq } from "./0008-faq.ts";
import { faqMarks } from "./0009-faq-marks.ts";
import { featureRequests } from "./0010-feature-requests.ts";
import { shortfalls } from "./0011-shortfalls.ts";
import { claims } from "./0012-claims.ts";
import { forgetting } from "./0013-forgetting.ts";
import { commandUses } from "./0014-command-uses.ts";
import { outlines } from "./0015-outlines.ts";
import { waitsAndCauses } from "./0016-waits-and-causes.ts";
import { timelines } from "./0017-timelines.ts";
import { watchedThreads } from "./0018-watched-threads.ts";
import { onCall } from "./0019-on-call.ts";
import { resolution } from "./0020-resolution.ts";
import { livingIssue } from "./0021-living-issue.ts";
import { sharedLivingIssue } from "./0022-shared-living-issue.ts";
import { bookings } from "./0023-bookings.ts";
import { calendarFeed } from "./0024-calendar-feed.ts";
import { surveys } from "./0025-surveys.ts";
import { interviews } from "./0026-interviews.ts";
import { reports } from "./0027-reports.ts";
import { finishedByKey } from "./0028-finished-by-key.ts";
import { firstOfKey } from "./0029-first-of-key.ts";
import { githubBudgets } from "./0030-github-budgets.ts";
import { privacy } from "./0031-privacy.ts";
import { webhookSweeps } from "./0032-webhook-sweeps.ts";
import { expiringNames } from "./0033-expiring-names.ts";
import { codePlaces } from "./0034-code-places.ts";
import { onboarding } from "./0035-onboarding.ts";
import { configIssues } from "./0036-config-issues.ts";
import { oneIndexEach } from "./0037-one-index-each.ts";

/**
 * All migrations by name. They run in the order of their names, each once. One that has been released is never
 * changed: databases out there have run it.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-inbox": inbox,
  "0002-knowledge": knowledge,
  "0003-records": records,
  "0004-snapshots": snapshots,
  "0005-issues": issues,
  "0006-suggestions": suggestions,
  "0007-vectors": vectors,
  "0008-faq": faq,
  "0009-faq-marks": faqMarks,
  "0010-feature-requests": featureRequests,
  "0011-shortfalls": shortfalls,
  "0012-claims": claims,
  "0013-forgetting": forgetting,
  "0014-command-uses": commandUses,
  "0015-outlines": outlines,
  "0016-waits-and-causes": waitsAndCauses,
  "0017-timelines": timelines,
  "0018-watched-threads": watchedThreads,
  "0019-on-call": onCall,
  "0020-resolution": resolution,
  "0021-living-issue": livingIssue,
  "0022-shared-living-issue": sharedLivingIssue,
  "0023-bookings": bookings,
  "0024-calendar-feed": calendarFeed,
  "0025-surveys": surveys,
  "0026-interviews": interviews,
  "0027-reports": reports,
  "0028-finished-by-key": finishedByKey,
  "0029-first-of-key": firstOfKey,
  "0030-github-budgets": githubBudgets,
  "0031-privacy": privacy,
  "0032-webhook-sweeps": webhookSweeps,
  "0033-expiring-names": expiringNames,
  "0034-code-places": codePlaces,
  "0035-onboarding": onboarding,
  "0036-config-issues": configIssues,
  "0037-one-index-each": oneIndexEach,
};

/**
 * Names under which databases out there have recorded some of these: two migrations were numbered 0008 once. The record
 * is put right before it is compared; what they do is the same.
 */
export const formerNames: Readonly<Record<string, string>> = {
  "0008-faq-marks": "0009-faq-marks",
  "0009-feature-requests": "0010-feature-requests",
};
