import { closedAsDuplicate } from "./all/closed-as-duplicate.ts";
import { closedAsOutdated } from "./all/closed-as-outdated.ts";
import { csat } from "./all/csat.ts";
import { deflectionConfirmed } from "./all/deflection-confirmed.ts";
import { deflectionImplied } from "./all/deflection-implied.ts";
import { discussionsOpened } from "./all/discussions-opened.ts";
import { endedAtOfficeHours } from "./all/ended-at-office-hours.ts";
import { endedAtQAndA } from "./all/ended-at-q-and-a.ts";
import { endedAtWiki } from "./all/ended-at-wiki.ts";
import { faqHitRate } from "./all/faq-hit-rate.ts";
import { hintPrecision } from "./all/hint-precision.ts";
import { reopenRate } from "./all/reopen-rate.ts";
import { requestsByState } from "./all/requests-by-state.ts";
import { silenceRate } from "./all/silence-rate.ts";
import { slaFirstResponse } from "./all/sla-first-response.ts";
import { slaNextResponse } from "./all/sla-next-response.ts";
import { slaResolution } from "./all/sla-resolution.ts";
import { surveyResponseRate } from "./all/survey-response-rate.ts";
import { timeToAnswer } from "./all/time-to-answer.ts";
import { timeToDecision } from "./all/time-to-decision.ts";
import { timeToFirstResolution } from "./all/time-to-first-resolution.ts";
import { timeToFirstResponse } from "./all/time-to-first-response.ts";
import { timeToFirstTeamResponse } from "./all/time-to-first-team-response.ts";
import { timeToNextResponse } from "./all/time-to-next-response.ts";
import { timeToShip } from "./all/time-to-ship.ts";
import { timeToTotalResolution } from "./all/time-to-total-resolution.ts";
import { unanswered } from "./all/unanswered.ts";
import { unansweredAge } from "./all/unanswered-age.ts";
import type { Measure } from "./measure.ts";

/** Every measure, in the order in which they are told. */
export const measures: readonly Measure[] = [
  discussionsOpened,
  timeToFirstResponse,
  timeToFirstTeamResponse,
  timeToNextResponse,
  unanswered,
  unansweredAge,
  timeToAnswer,
  timeToFirstResolution,
  timeToTotalResolution,
  reopenRate,
  closedAsDuplicate,
  closedAsOutdated,
  slaFirstResponse,
  slaNextResponse,
  slaResolution,
  deflectionConfirmed,
  deflectionImplied,
  hintPrecision,
  silenceRate,
  faqHitRate,
  endedAtWiki,
  endedAtQAndA,
  endedAtOfficeHours,
  csat,
  surveyResponseRate,
  requestsByState,
  timeToDecision,
  timeToShip,
];
