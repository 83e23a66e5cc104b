import * as v from 'valibot'

const LEVELS = ['off', 'info', 'warning', 'error'] as const

const strings = v.union([v.string(), v.array(v.string())])
const setting = v.union([v.picklist(LEVELS), v.tuple([v.picklist(LEVELS), v.record(v.string(), v.unknown())])])
const rules = v.record(v.string(), setting)

type Strings = string | readonly string[]
type Level = 'off' | 'info' | 'warning' | 'error'
type WrittenRules = Readonly<Record<string, Level | readonly [Level, Readonly<Record<string, unknown>>]>>

/** The configuration as its author writes it. */
export interface WrittenConfig {
  readonly $schema?: string | undefined
  readonly extends?: Strings | undefined
  readonly manuscripts?: Strings | undefined
  readonly bibliography?: Strings | undefined
  readonly ignore?: Strings | undefined
  readonly rules?: WrittenRules | undefined
  readonly overrides?: readonly { readonly files: Strings; readonly rules: WrittenRules }[] | undefined
  readonly accept?:
    | {
        readonly names?: readonly string[] | undefined
        readonly pairs?: readonly (readonly [string, string])[] | undefined
        readonly dois?: readonly string[] | undefined
        readonly hosts?: readonly string[] | undefined
      }
    | undefined
  readonly offline?: boolean | undefined
}

const config = v.strictObject({
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

/** What a configuration must be; `docs/config.schema.json` says the same for editors. */
export const configSchema: v.GenericSchema<unknown, WrittenConfig> = config as v.GenericSchema<unknown, WrittenConfig>

/** `citelint.suppress.yaml`: a list of findings that are left alone, each with its reason. */
export const suppressSchema: v.GenericSchema = v.array(
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
  '': Object.keys(config.entries),
  overrides: ['files', 'rules'],
  accept: ['names', 'pairs', 'dois', 'hosts'],
  suppress: ['rule', 'path', 'fingerprint', 'text', 'reason', 'until'],
}

export const RULE_LEVELS: readonly string[] = LEVELS
