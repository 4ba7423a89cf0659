import { z } from "zod";

/**
 * The files beside a sentence model, as far as they say how texts become vectors. What is malformed counts as not there,
 * but for what would change the vectors without a word.
 */

/** https://github.com/huggingface/transformers/blob/main/src/transformers/configuration_utils.py */
export const ModelConfig = z.object({
  model_type: z.string().optional().catch(undefined),
  max_position_embeddings: z.number().int().positive().optional().catch(undefined),
});

/** A model without a limit has a number of 31 digits there. */
export const TokenizerConfig = z.looseObject({ model_max_length: z.number().positive().optional().catch(undefined) });

/** https://sbert.net/docs/sentence_transformer/usage/custom_models.html: the steps that a text goes through. */
export const Modules = z.array(z.object({ path: z.string().catch(""), type: z.string() }));

/** sentence_bert_config.json */
export const TransformerConfig = z.object({
  max_seq_length: z.number().int().positive().nullish().catch(undefined),
});

/** config_sentence_transformers.json */
export const SentenceConfig = z.object({
  prompts: z.record(z.string(), z.string()).catch({}).default({}),
  default_prompt_name: z.string().nullish().catch(undefined),
});

/** 1_Pooling/config.json: a flag for each way, or its name. */
export const PoolingConfig = z.looseObject({
  pooling_mode: z.string().optional(),
  include_prompt: z.boolean().optional(),
});
