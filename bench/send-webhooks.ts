import { createHmac, randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

export interface Load {
  readonly url: string;
  readonly secret: string;
  readonly event: string;
  readonly perSecond: number;
  readonly seconds: number;
  /** The body of the nth webhook. */
  readonly body: (index: number) => string;
}

/** What became of a load. */
export interface LoadResult {
  /** From the moment each should have been sent to the end of its answer, so that no wait is left out. */
  readonly milliseconds: readonly number[];
  /** How many answers had each status; "error" for none. */
  readonly answers: Readonly<Record<string, number>>;
}

/** Sends signed webhooks at a steady rate, whether or not the earlier ones have been answered. */
export async function sendWebhooks(load: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const prepared = Array.from({ length: load.perSecond * load.seconds }, (_, index) => load.body(index));
  const milliseconds: number[] = [];
  const answers: Record<string, number> = {};
  const start = performance.now() + 100;
  const sent = prepared.map(async (body, index) => {
    const due = start + (index * 1_000) / load.perSecond;
    await sleep(due - performance.now());
    const status = await send(load, body, agent).catch(() => "error");
    milliseconds.push(performance.now() - due);
    answers[status] = (answers[status] ?? 0) + 1;
  });
  await Promise.all(sent);
  agent.destroy();
  return { milliseconds, answers };
}

async function send({ url, secret, event }: Load, body: string, agent: Agent): Promise<string> {
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "x-github-event": event,
      "x-github-delivery": randomUUID(),
      "x-hub-signature-256": `sha256=${signature}`,
    };
    const post = request(url, { method: "POST", agent, headers }, (answer) => {
      answer.resume().on("end", () => resolve(String(answer.statusCode)));
    });
    post.on("error", reject).end(body);
  });
}
