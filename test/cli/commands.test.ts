import { spawn, spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "frontdesk-"));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function frontdesk(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/frontdesk.js", ...args], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"] },
  });
  return { status, stdout, stderr };
}

/** `frontdesk start` while this process goes on. */
async function frontdeskLater(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ["bin/frontdesk.js", "start"], { env: { PATH: process.env["PATH"], ...env } });
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const [status] = (await once(child, "exit")) as [number | null];
  return { status, stderr };
}

describe("frontdesk check-config", () => {
  it("is content with a good file", () => {
    expect(frontdesk("check-config", file("good.yml", "docs: {}\n"))).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("is good"),
    });
  });

  it("says where a broken file is broken", () => {
    const path = file("bad.yml", "docs:\n  sight: x\n");
    expect(frontdesk("check-config", path)).toMatchObject({
      status: 1,
      stdout: `${path}:2:3 docs.sight: there is no such setting\n`,
    });
  });

  it("reads the standard input, and tells problems as JSON with all that is known of them", () => {
    const options = {
      encoding: "utf8",
      env: { PATH: process.env["PATH"] },
      input: "\uFEFFfaq:\r\n  collect: yes\r\n",
    } as const;
    const { status, stdout } = spawnSync(
      process.execPath,
      ["bin/frontdesk.js", "check-config", "-", "--json"],
      options,
    );
    const place = { path: "-", line: 2, column: 12, endLine: 2, endColumn: 14 };
    expect({ status, ...(JSON.parse(stdout) as object) }).toEqual({
      status: 1,
      problems: [
        {
          severity: "error",
          ...place,
          message: "faq.collect: must be `true` or `false`, and is text",
          suggestion: "true",
        },
      ],
    });
  });

  it("tells a warning, and is content all the same", () => {
    const path = join(folder, "latin1.yml");
    writeFileSync(path, Buffer.from("faq:\n  label: gel\u00f6st\n", "latin1"));
    expect(frontdesk("check-config", path)).toMatchObject({
      status: 0,
      stdout: `${path}:2:13 warning: The file is not UTF-8: a character here cannot be read. Save it as UTF-8\n${path} is good.\n`,
    });
  });

  it("refuses ten megabytes at once", () => {
    const path = file("large.yml", "# x\n".repeat(2_621_440));
    expect(frontdesk("check-config", path)).toMatchObject({
      status: 1,
      stdout: `${path}:1:1 The file is longer than 64 KB\n`,
    });
  });

  it("prints the schema that editors read", () => {
    expect(JSON.parse(frontdesk("check-config", "--schema").stdout)).toMatchObject({
      title: "Frontdesk",
      properties: { docs: {} },
    });
  });

  it("says what is wrong with a file of holidays, and that one is not there", () => {
    const calendar = (path: string) => `{ timezone: UTC, hours: 24/7, holidays-file: ${path} }`;
    file("torn.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260229\nEND:VEVENT\nEND:VCALENDAR\n");
    const path = file("holidays.yml", `calendars:\n  a: ${calendar("torn.ics")}\n  b: ${calendar("none.ics")}\n`);
    expect(frontdesk("check-config", path)).toMatchObject({
      status: 1,
      stdout: [
        `${path}:3:51 ${join(folder, "none.ics")} cannot be read\n`,
        `${join(folder, "torn.ics")}:3:9 "20260229" is no date, such as \`20261224\`\n`,
      ].join(""),
    });
  });

  it("shows the defaults that are in force", () => {
    const { stdout } = frontdesk("check-config", file("empty.yml", ""), "--json");
    expect(JSON.parse(stdout)).toMatchObject({ config: { "related-answers": { limit: 3 } } });
  });

  it("cannot check what is not there", () => {
    expect(frontdesk("check-config", join(folder, "none.yml"))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("cannot be read"),
    });
  });
});

describe("frontdesk start", () => {
  it("names every setting that is missing, and does not start", () => {
    // A process with a role of its own does not ask for an app of its own.
    const { status, stderr } = frontdesk("start", "--role", "worker");
    expect(status).toBe(2);
    expect(stderr).toMatch(/APP_ID is missing[^]*WEBHOOK_SECRET is missing[^]*PRIVATE_KEY is missing/);
  });

  it("names what is missing beside what is set", async () => {
    const { status, stderr } = await frontdeskLater({ APP_ID: "1" });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^WEBHOOK_SECRET is missing[^]*PRIVATE_KEY is missing/);
  });

  it("says where saved credentials are damaged, and asks for no others", async () => {
    const data = mkdtempSync(join(tmpdir(), "frontdesk-"));
    writeFileSync(join(data, "credentials.json"), '{"APP_ID": "1"');
    const { status, stderr } = await frontdeskLater({ DATA_FOLDER: data });
    expect(status).toBe(2);
    expect(stderr).toMatch(/credentials\.json does not hold an app's credentials .* Restore it from a backup/);
  });
});

describe("frontdesk start on a port that is taken", () => {
  it("says so in one line", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const { status, stderr } = await frontdeskLater({
      APP_ID: "1",
      PRIVATE_KEY: privateKey.export({ type: "pkcs1", format: "pem" }).toString(),
      WEBHOOK_SECRET: "a secret for tests",
      HOST: "127.0.0.1",
      PORT: port,
      DATA_FOLDER: folder,
    });
    server.close();
    expect(status).toBe(4);
    expect(stderr).toBe(
      `Cannot listen on 127.0.0.1:${port}: another program listens there. Stop it, or set PORT to another one.\n`,
    );
  });
});
