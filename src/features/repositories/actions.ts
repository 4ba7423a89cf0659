import { actionSet, type ActionSet, type Writes } from "../../actions/action-set.ts";
import type { SharedAction } from "../../actions/shared-actions.ts";
import type { Plan } from "../../core/plan.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { OldRecords } from "../../core/retention.ts";
import { threadOrderKey } from "../../core/thread-order-key.ts";
import { fullName, threadName } from "../../core/repository-name.ts";

/** Serve a repository from now on. */
interface RememberRepository {
  readonly do: "remember-repository";
  readonly repository: RepositoryRef;
}

/** Forget all that a repository told us, and with the last one of an installation what that told us. */
interface ForgetRepository {
  readonly do: "forget-repository";
  readonly repository: RepositoryRef;
}

/** A repository has another owner: forget what was the former one's team's alone. */
interface ForgetFormerTeam {
  readonly do: "forget-former-team";
  readonly repository: RepositoryRef;
}

/** Forget records that are older than the operator wants them. */
interface ForgetOldRecords {
  readonly do: "forget-old-records";
  readonly what: OldRecords;
}

/** Something was deleted, or moved away: forget what deliveries of its thread said. `about`: of this comment alone. */
interface ForgetSaid {
  readonly do: "forget-said";
  readonly repository: RepositoryRef;
  readonly number: number;
  readonly about?: string;
}

/** Forget what we may do through an installation: it was changed or suspended. */
interface RenewAccess {
  readonly do: "renew-access";
  readonly installation: number;
}

/** Delete finished deliveries that ended before this time (ISO 8601). */
interface PruneInbox {
  readonly do: "prune-inbox";
  readonly before: string;
}

/** The changes that only repositories plan. */
type OwnAction =
  RememberRepository | ForgetRepository | ForgetSaid | ForgetFormerTeam | ForgetOldRecords | RenewAccess | PruneInbox;

export type RepositoryAction = SharedAction | OwnAction;
export type RepositoryPlan = Plan<RepositoryAction>;

const oldRecords: Readonly<Record<OldRecords["of"], string>> = {
  deliveries: "what deliveries said that ended",
  "closed-threads": "what is known of discussions that were closed",
  "private-words": "what was written for helpers alone",
};

export const repositoryActions: ActionSet<OwnAction, Writes> = actionSet({
  "remember-repository": {
    perform: ({ repository }, { records }) => records.rememberRepository(repository),
    describe: ({ repository }) => `serve ${fullName(repository)}`,
  },
  "forget-repository": {
    perform: async ({ repository }, writes) => {
      await writes.forgetRepository(repository);
      const { delivery, inbox, records, clock } = writes;
      await inbox.forget({ repository: repository.id }, delivery, clock());
      const { installation } = repository;
      const others = (await records.repositories()).some((it) => it.installation === installation);
      if (!others) await inbox.forget({ installation }, delivery, clock());
    },
    describe: ({ repository }) => `forget all about ${fullName(repository)}`,
  },
  "forget-said": {
    async perform({ repository, number, about }, { inbox, delivery, clock }) {
      const orderKey = threadOrderKey(repository, number);
      await inbox.forget({ orderKey, ...(about !== undefined && { about }) }, delivery, clock());
    },
    describe: ({ about, ...it }) =>
      `forget what deliveries said of ${about === undefined ? "" : "a comment in "}${threadName(it)}`,
  },
  "forget-former-team": {
    perform: ({ repository }, writes) => writes.forgetFormerTeam(repository),
    describe: ({ repository }) => `forget what was for the former owner's team of ${fullName(repository)} alone`,
  },
  "forget-old-records": {
    perform: async ({ what }, writes) => {
      await writes.forgetOld(what);
    },
    describe: ({ what: { of, before } }) => `forget ${oldRecords[of]} before ${before}`,
  },
  "renew-access": {
    perform: ({ installation }, { github }) => github.writes.renewAccess(installation),
    describe: ({ installation }) => `ask GitHub anew what installation ${installation} allows`,
  },
  "prune-inbox": {
    perform: async ({ before }, { inbox }) => {
      await inbox.prune(new Date(before));
    },
    describe: ({ before }) => `delete deliveries that ended before ${before}`,
  },
});
