import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((it) => it.endsWith(".ts"))
  .map((it) => join("src", it));

/** Code without its comments, roughly: they name addresses of docs. */
const codeOf = (file: string) =>
  readFileSync(file, "utf8")
    .replaceAll(/\/\*[^]*?\*\//gu, "")
    .replaceAll(/^\s*\/\/.*$/gmu, "");

it("is asked of addresses from settings, and by no other code than this", () => {
  const asking = files.filter((file) =>
    /(?<![.\w])fetch\(|new WebSocket\(|http2?\.request|\bnew pg\.|createConnection\(/u.test(codeOf(file)),
  );
  expect(asking.toSorted()).toEqual(
    [
      // GITHUB_API_URL and GITHUB_WEB_URL
      "src/github/complete-fetch.ts",
      "src/github/metered-fetch.ts",
      "src/github/user-authorization.ts",
      // The GitHub of the setup page, which whoever has its token may name
      "src/setup/convert-code.ts",
      // CHAT_WEBHOOK_URL, EMBEDDINGS_URL and DATABASE_URL
      "src/chat/webhook-chat.ts",
      "src/embeddings/openai-embedder.ts",
      "src/storage/postgres/open-postgres.ts",
      "src/storage/postgres/postgres-notices.ts",
      // PUBLIC_URL, by `frontdesk doctor`
      "src/compose-doctor.ts",
    ].toSorted(),
  );
});
