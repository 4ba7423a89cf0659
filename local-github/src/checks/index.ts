/** GitHub's own descriptions of its APIs, and a GitHub that holds every request, answer and webhook against them. */
export { startCheckedGitHub } from "./checked-github.ts";
export { restProblems } from "./rest-description.ts";
export { webhookProblems } from "./webhook-description.ts";
export { loadPublicSchema } from "../graphql/schema.ts";
