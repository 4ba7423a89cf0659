import type { RestOperation } from "../rest-operation.ts";
import { appOperations } from "./app.ts";
import { assigneeOperations, issuePartOperations, issueTypeOperations } from "./issue-parts.ts";
import { checkOperations } from "./checks.ts";
import { commitOperations } from "./commits.ts";
import { contentsOperations } from "./contents.ts";
import { gitDataOperations } from "./git-data.ts";
import { gitRefOperations } from "./git-refs.ts";
import { hookOperations } from "./hook.ts";
import { issueOperations } from "./issues.ts";
import { oauthOperations } from "./oauth.ts";
import { labelOperations } from "./labels.ts";
import { peopleOperations } from "./people.ts";
import { pullOperations } from "./pulls.ts";
import { repositoryOperations } from "./repositories.ts";
import { searchOperations } from "./search.ts";

/** Every REST operation the local GitHub has. To add one: write it, list it here, refresh the descriptions' extract. */
export const operations: readonly RestOperation[] = [
  ...appOperations,
  ...hookOperations,
  ...oauthOperations,
  ...repositoryOperations,
  ...peopleOperations,
  ...contentsOperations,
  ...gitDataOperations,
  ...gitRefOperations,
  ...commitOperations,
  ...pullOperations,
  ...issueOperations,
  ...issuePartOperations,
  ...assigneeOperations,
  ...issueTypeOperations,
  ...labelOperations,
  ...checkOperations,
  ...searchOperations,
];
