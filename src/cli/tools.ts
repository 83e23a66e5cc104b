import { lazyParser } from '../disk/model.ts'
import type { Tools } from '../engine/pipeline.ts'
import type { Plugin } from '../model/plugin.ts'
import type { Registry } from '../model/query.ts'
import type { Rule } from '../model/rule.ts'
import { loadReader } from '../readers/index.ts'
import { createReferenceParser } from '../reference-parser/index.ts'
import { rules } from '../rules/index.ts'

/** What the stages work with, the rules and readers of plugins included. A plugin's reader replaces that of its format. */
export function toolsWith(plugins: readonly Plugin[], registry?: Registry): Tools {
  const readers = new Map(plugins.flatMap((plugin) => plugin.readers ?? []).map((reader) => [reader.format, reader]))
  return {
    reader: async (format) => readers.get(format) ?? (await loadReader(format)),
    rules: rulesWith(plugins),
    parser: lazyParser(createReferenceParser),
    ...(registry === undefined ? {} : { registry }),
  }
}

export function rulesWith(plugins: readonly Plugin[]): readonly Rule[] {
  return [...rules, ...plugins.flatMap((plugin) => plugin.rules ?? [])]
}
