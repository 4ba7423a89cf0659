import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describeApi } from "../../../src/dashboard/api/description.ts";
import { endpoints } from "../../../src/dashboard/api/index.ts";

export const description = describeApi(endpoints);

interface Described {
  readonly paths: Readonly<
    Record<string, { readonly get: { readonly responses: Readonly<Record<string, { readonly content: object }>> } }>
  >;
}
const { paths } = JSON.parse(JSON.stringify(description)) as Described;

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);

/** What is wrong with an answer by the description of its path: nothing where it is as described. */
export async function problemsOf(path: string, answer: Response): Promise<readonly string[]> {
  const described = paths[path]?.get.responses[answer.status];
  if (!described) return [`${path} does not answer ${answer.status}`];
  const [content] = Object.entries(described.content as Readonly<Record<string, { readonly schema: object }>>);
  if (!content) return [`${path} does not say what it answers`];
  const [type, { schema }] = content;
  const sent = answer.headers.get("content-type") ?? "";
  if (!sent.startsWith(type)) return [`${path} answers ${sent} instead of ${type}`];
  const validate = ajv.compile(schema);
  validate(await answer.json());
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
