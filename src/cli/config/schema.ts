import * as v from 'valibot'

const LEVELS = ['off', 'info', 'warning', 'error'] as const

const strings = v.union([v.string(), v.array(v.string())])
const setting = v.union([v.picklist(LEVELS), v.tuple([v.picklist(LEVELS), v.record(v.string(), v.unknown())])])
const rules = v.record(v.string(), setting)

/** The configuration as its author writes it. `docs/config.schema.json` says the same for editors. */
export const configSchema = v.strictObject({
  $schema: v.optional(v.string()),
  extends: v.optional(strings),
  manuscripts: v.optional(strings),
  bibliography: v.optional(strings),
  ignore: v.optional(strings),
  rules: v.optional(rules),
  overrides: v.optional(v.array(v.strictObject({ files: strings, rules }))),
  accept: v.optional(
    v.strictObject({
      names: v.optional(v.array(v.string())),
      pairs: v.optional(v.array(v.tuple([v.string(), v.string()]))),
      dois: v.optional(v.array(v.string())),
      hosts: v.optional(v.array(v.string())),
    }),
  ),
  offline: v.optional(v.boolean()),
})

export type WrittenConfig = v.InferOutput<typeof configSchema>

/** `citelint.suppress.yaml`: a list of findings that are left alone, each with its reason. */
export const suppressSchema = v.array(
  v.pipe(
    v.strictObject({
      rule: v.string(),
      path: v.string(),
      fingerprint: v.optional(v.string()),
      text: v.optional(v.string()),
      reason: v.pipe(v.string(), v.trim(), v.nonEmpty()),
      until: v.optional(v.pipe(v.string(), v.isoDate())),
    }),
    v.forward(
      v.check(({ fingerprint, text }) => fingerprint !== undefined || text !== undefined),
      ['text'],
    ),
  ),
)

/** The keys that an object of a schema may have. */
export const KEYS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(configSchema.entries),
  overrides: ['files', 'rules'],
  accept: ['names', 'pairs', 'dois', 'hosts'],
  suppress: ['rule', 'path', 'fingerprint', 'text', 'reason', 'until'],
}

export const RULE_LEVELS: readonly string[] = LEVELS
