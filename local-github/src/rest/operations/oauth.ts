import { noContent } from "../answers.ts";
import { refusalByText, restErrorTexts } from "../error-texts.ts";
import type { RestOperation } from "../rest-operation.ts";

/** What an app does, by its client id and secret, about its users' tokens. */
export const oauthOperations: readonly RestOperation[] = [
  {
    name: "DELETE /applications/{client_id}/token",
    docs: "apps/oauth-applications#delete-an-app-token",
    handle: ({ viewer, parameters, access, input }) => {
      if (viewer.kind !== "client" || viewer.app.clientId !== parameters["client_id"]) {
        throw refusalByText(restErrorTexts.notFound);
      }
      if (access.authorizations.revoke(viewer.app, input.text("access_token"))) return noContent;
      throw refusalByText(restErrorTexts.userTokenUnknown);
    },
  },
];
