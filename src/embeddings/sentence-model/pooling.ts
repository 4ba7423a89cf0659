import type { z } from "zod";
import type { PoolingConfig } from "./model-configs.ts";

/** How the vectors of a text's tokens become one of the text. */
export type Pooling = "mean" | "cls" | "max" | "lasttoken" | "weightedmean";

/**
 * Names of flags and values in 1_Pooling/config.json. The root of the length divides all numbers alike, and vectors are
 * compared by direction: `mean_sqrt_len_tokens` is the mean.
 *
 * @see https://sbert.net/docs/package_reference/sentence_transformer/models.html
 */
const names: Readonly<Record<string, Pooling>> = {
  cls: "cls",
  cls_token: "cls",
  max: "max",
  max_tokens: "max",
  mean: "mean",
  mean_tokens: "mean",
  mean_sqrt_len_tokens: "mean",
  weightedmean: "weightedmean",
  weightedmean_tokens: "weightedmean",
  lasttoken: "lasttoken",
};

/** What the config says, or why it cannot be followed. */
export function readPooling(config: z.infer<typeof PoolingConfig>): Pooling | { readonly problem: string } {
  const flags = Object.entries(config).flatMap(([key, value]) => {
    const name = /^pooling_mode_(\w+)$/u.exec(key)?.[1];
    return name !== undefined && value === true ? [name] : [];
  });
  const named = config.pooling_mode === undefined ? flags : config.pooling_mode.split("+");
  const [name, ...others] = named;
  const pooling = name === undefined ? undefined : names[name];
  if (pooling === undefined || others.length > 0) {
    return { problem: `pools by ${named.join(" and ") || "nothing that is named"}, which Frontdesk does not know` };
  }
  return pooling;
}

/** One vector of `tokens` vectors, which stand one after the other and have `width` numbers each. */
export function pool(vectors: ArrayLike<number>, tokens: number, width: number, pooling: Pooling): Float32Array {
  const at = (token: number) => Float32Array.from({ length: width }, (_, i) => vectors[token * width + i] ?? 0);
  if (tokens === 0) return new Float32Array(width);
  if (pooling === "cls") return at(0);
  if (pooling === "lasttoken") return at(tokens - 1);
  const pooled = new Float32Array(width).fill(pooling === "max" ? Number.NEGATIVE_INFINITY : 0);
  const all = pooling === "weightedmean" ? (tokens * (tokens + 1)) / 2 : tokens;
  for (let token = 0; token < tokens; token++) {
    const share = (pooling === "weightedmean" ? token + 1 : 1) / all;
    for (let i = 0; i < width; i++) {
      const [before = 0, value = 0] = [pooled[i], vectors[token * width + i]];
      pooled[i] = pooling === "max" ? Math.max(before, value) : before + value * share;
    }
  }
  return pooled;
}
