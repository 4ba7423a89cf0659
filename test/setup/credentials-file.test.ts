import { chmod, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asEnvironmentFile, withCredentials, type AppCredentials } from "../../src/setup/app-credentials.ts";
import {
  readCredentials,
  tryFolder,
  withSavedCredentials,
  writeCredentials,
} from "../../src/setup/credentials-file.ts";

const credentials: AppCredentials = {
  APP_ID: "12",
  PRIVATE_KEY: "-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----\n",
  WEBHOOK_SECRET: "s3cret-enough",
  CLIENT_ID: "Iv23liabc",
  CLIENT_SECRET: "s3cret-client",
  PUBLIC_URL: "https://desk.example",
  GITHUB_WEB_URL: "https://github.com",
  GITHUB_API_URL: "https://api.github.com",
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("saved credentials", () => {
  it("are read as they were written, by nobody else", async () => {
    expect(readCredentials(folder)).toBeUndefined();
    const data = join(folder, "data");
    await writeCredentials(data, credentials);
    await writeCredentials(data, { ...credentials, APP_ID: "13" });
    expect(readCredentials(data)).toEqual({ ...credentials, APP_ID: "13" });
    expect((await stat(join(data, "credentials.json"))).mode & 0o777).toBe(0o600);
    expect(await readdir(data)).toEqual(["credentials.json"]);
  });

  it.each(["", "{", "[]", "null", '{"APP_ID": 12}', JSON.stringify({ ...credentials, APP_ID: "x" })])(
    "that are damaged are told, without what they are: %s",
    async (text) => {
      await writeFile(join(folder, "credentials.json"), text);
      expect(() => readCredentials(folder)).toThrow(/credentials\.json does not hold an app's credentials/u);
      try {
        readCredentials(folder);
      } catch (error) {
        expect(String(error)).not.toMatch(/s3cret|BEGIN/u);
      }
    },
  );

  it("are not begun where they could not be kept", async () => {
    await tryFolder(folder);
    expect(await readdir(folder)).toEqual([]);
    await writeFile(join(folder, "file"), "");
    await expect(tryFolder(join(folder, "file"))).rejects.toThrow(/EEXIST|ENOTDIR/u);
    if (process.getuid?.() === 0) return;
    await chmod(folder, 0o500);
    await expect(tryFolder(folder)).rejects.toThrow(/EACCES/u);
  });
});

describe("the environment", () => {
  it.each(["APP_ID", "PRIVATE_KEY", "PRIVATE_KEY_PATH", "WEBHOOK_SECRET"])(
    "that names an app by %s is left alone, be it incomplete",
    async (name) => {
      await writeCredentials(folder, credentials);
      const given = { [name]: "x", DATA_FOLDER: folder };
      expect(withSavedCredentials(given)).toEqual(given);
    },
  );

  it("has its say over what was saved, and empty variables have none", async () => {
    await writeCredentials(folder, credentials);
    expect(withSavedCredentials({ DATA_FOLDER: folder, APP_ID: "", PUBLIC_URL: "https://new.example" })).toEqual({
      ...credentials,
      DATA_FOLDER: folder,
      PUBLIC_URL: "https://new.example",
    });
    expect(withCredentials({ PORT: "1" }, undefined)).toEqual({ PORT: "1" });
  });

  it("can be printed as a file for a secret store, one line a variable", () => {
    const lines = asEnvironmentFile(credentials).trimEnd().split("\n");
    expect(lines).toHaveLength(8);
    expect(lines[1]).toBe(String.raw`PRIVATE_KEY=-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----`);
  });
});
