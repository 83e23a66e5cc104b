import type { RuleSetting } from './plugin.ts'

/** A configuration after `extends` was followed and everything was checked. */
export interface Config {
  readonly manuscripts: readonly string[]
  readonly bibliography: readonly string[]
  readonly ignore: readonly string[]
  readonly rules: Readonly<Record<string, RuleSetting>>
  readonly overrides: readonly {
    readonly files: readonly string[]
    readonly rules: Readonly<Record<string, RuleSetting>>
  }[]
  /** names, pairs of forms, DOIs and hosts that are right as they are */
  readonly accept: Accept
  readonly offline: boolean
}

export interface Accept {
  readonly names: readonly string[]
  /** two spellings of one name, both right */
  readonly pairs: readonly (readonly [string, string])[]
  readonly dois: readonly string[]
  readonly hosts: readonly string[]
}
