import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UnknownOutcomeError } from "../../../src/core/chat-writes.ts";
import { RefusedError } from "../../../src/core/errors.ts";
import type { OnCallWrites } from "../../../src/features/on-call/actions/keep-records.ts";
import { postToChat } from "../../../src/features/on-call/actions/post-to-chat.ts";
import { OnCallStore } from "../../../src/features/on-call/store/on-call-store.ts";
import { repository } from "../../helpers/builders.ts";
import { port } from "../../helpers/port.ts";
import { openTestDatabase } from "../../helpers/test-database.ts";

const message = { headline: "Hi", items: [], more: 0 };

let writes: OnCallWrites;
let close: () => Promise<void>;
/** What went wrong in the chat, the next try first, and how many messages it has. */
let troubles: Error[];
let posted: number;

beforeEach(async () => {
  const database = await openTestDatabase();
  troubles = [];
  posted = 0;
  writes = port<OnCallWrites>("writes", {
    onCall: new OnCallStore(database),
    clock: () => new Date("2026-03-02T12:00:00Z"),
    chat: {
      async post() {
        const trouble = troubles.shift();
        if (trouble) throw trouble;
        posted++;
      },
    },
  });
  close = () => database.close();
});
afterEach(() => close());

const post = (key = "a") => postToChat.perform({ do: "post-to-chat", repository, key, message }, writes);

describe("a message to a chat", () => {
  it("is posted once, however often it is performed", async () => {
    await post();
    await post();
    expect(posted).toBe(1);
    await post("b");
    expect(posted).toBe(2);
  });

  it("is sent again as long as it surely is not there", async () => {
    troubles = [new Error("503"), new Error("cannot be reached")];
    await expect(post()).rejects.toThrow("503");
    await expect(post()).rejects.toThrow("cannot be reached");
    await post();
    expect(posted).toBe(1);
  });

  it("is not sent again where it may be there, and the operator hears of it", async () => {
    troubles = [new UnknownOutcomeError("the chat did not answer in time")];
    await expect(post()).rejects.toThrow("a message to the chat of acme/widgets may have come through");
    await expect(post()).rejects.toThrow(RefusedError);
    expect(posted).toBe(0);
  });

  it("is not sent again when the process ended while it was sent", async () => {
    await writes.onCall.beginPost(repository, "a", writes.clock());
    await expect(post()).rejects.toThrow("the process ended while it was sent");
    expect(posted).toBe(0);
  });

  it("is refused for good, and sent again when a person retries it", async () => {
    troubles = [new RefusedError("the chat answered 404", "invalid")];
    await expect(post()).rejects.toThrow("404");
    await post();
    expect(posted).toBe(1);
  });
});
