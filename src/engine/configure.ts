import type { Config } from '../model/config.ts'
import type { Severity } from '../model/finding.ts'
import type { Preset, RuleSetting } from '../model/plugin.ts'
import type { Rule } from '../model/rule.ts'
import type { OuterSuppression, RuleChoice, Settings } from '../model/settings.ts'
import { matchesGlob } from './glob.ts'

/** A configuration as somebody wrote it: everything may be absent. */
export interface PartialConfig {
  readonly manuscripts?: readonly string[] | undefined
  readonly bibliography?: readonly string[] | undefined
  readonly ignore?: readonly string[] | undefined
  readonly rules?: Readonly<Record<string, RuleSetting>> | undefined
  readonly overrides?: Config['overrides'] | undefined
  readonly accept?: { readonly [Kind in keyof Config['accept']]?: Config['accept'][Kind] | undefined } | undefined
  readonly offline?: boolean | undefined
}

export const DEFAULTS: Config = {
  manuscripts: ['manuscripts/'],
  bibliography: [],
  ignore: [],
  rules: {},
  overrides: [],
  accept: { names: [], pairs: [], dois: [], hosts: [] },
  offline: true,
}

/** Lays `above` over `below`: rules by id, overrides and accepted forms are added, lists of paths are replaced. */
export function layer(below: Config, above: PartialConfig): Config {
  const { accept = {} } = above
  return {
    manuscripts: above.manuscripts ?? below.manuscripts,
    bibliography: above.bibliography ?? below.bibliography,
    ignore: above.ignore ?? below.ignore,
    rules: { ...below.rules, ...above.rules },
    overrides: [...below.overrides, ...(above.overrides ?? [])],
    accept: {
      names: [...below.accept.names, ...(accept.names ?? [])],
      pairs: [...below.accept.pairs, ...(accept.pairs ?? [])],
      dois: [...below.accept.dois, ...(accept.dois ?? [])],
      hosts: [...below.accept.hosts, ...(accept.hosts ?? [])],
    },
    offline: above.offline ?? below.offline,
  }
}

const STRICTER: Readonly<Record<Severity, Severity>> = { error: 'error', warning: 'error', info: 'warning' }

/** `recommended` is what the rules say of themselves; journals ask for what their author guidelines name. */
const PRESETS: Readonly<Record<string, (rules: readonly Rule[]) => Preset>> = {
  recommended: () => ({}),
  strict: (rules) => ({ rules: Object.fromEntries(rules.map(({ id, severity }) => [id, STRICTER[severity]])) }),
  // https://joss.readthedocs.io/en/latest/paper.html: every reference complete, with its DOI, and cited in the paper
  'journal:joss': known({
    'citations/placeholder': 'error',
    'identifiers/doi-malformed': 'error',
    'references/duplicate': 'error',
    'references/missing-field': 'warning',
    'references/placeholder': 'error',
    'references/uncited': 'warning',
  }),
}

function known(table: Readonly<Record<string, RuleSetting>>): (rules: readonly Rule[]) => Preset {
  return (rules) => {
    const ids = new Set(rules.map(({ id }) => id))
    return { rules: Object.fromEntries(Object.entries(table).filter(([id]) => ids.has(id))) }
  }
}

export const PRESET_NAMES: readonly string[] = Object.keys(PRESETS)

/** A preset by name, or undefined. */
export function presetOf(name: string, rules: readonly Rule[]): Preset | undefined {
  return Object.hasOwn(PRESETS, name) ? PRESETS[name]?.(rules) : undefined
}

/** What decides beside the configuration. */
export interface Choices {
  /** `--rule`: above everything else */
  readonly rules?: Readonly<Record<string, RuleSetting>>
  readonly today?: string | undefined
  readonly untrusted?: boolean
  /** entries of `citelint.suppress.yaml` with the glob of the files that they are for */
  readonly suppressions?: readonly (OuterSuppression & { readonly path: string })[]
}

/** The settings of one file. `path` is relative to the folder of the configuration, with `/`. */
export function settingsFor(path: string, config: Config, choices: Choices = {}): Settings {
  const rules: Record<string, RuleChoice> = {}
  const lay = (table: Readonly<Record<string, RuleSetting>> | undefined): void => {
    for (const [id, setting] of Object.entries(table ?? {})) rules[id] = choose(setting, rules[id])
  }
  lay(config.rules)
  for (const { files, rules: table } of config.overrides) {
    if (files.some((glob) => matchesGlob(path, glob))) lay(table)
  }
  lay(choices.rules)
  const suppressions = (choices.suppressions ?? []).filter((one) => matchesGlob(path, one.path))
  return {
    rules,
    accept: config.accept,
    ...(choices.today === undefined ? {} : { today: choices.today }),
    ...(choices.untrusted ? { untrusted: true } : {}),
    ...(suppressions.length === 0 ? {} : { suppressions: suppressions.map(withoutPath) }),
  }
}

/** A bare severity keeps the options that were given before. */
function choose(setting: RuleSetting, before: RuleChoice | undefined): RuleChoice {
  if (typeof setting !== 'string') return { severity: setting[0], options: setting[1] }
  return before?.options === undefined ? { severity: setting } : { severity: setting, options: before.options }
}

function withoutPath({ path: _, ...suppression }: OuterSuppression & { readonly path: string }): OuterSuppression {
  return suppression
}
