import type { ManuscriptParts } from './block.ts'
import type { Severity } from './finding.ts'
import type { LibraryParts } from './reference.ts'
import type { Rule } from './rule.ts'
import type { Format, SourceFile, Span } from './source.ts'

/** Turns one format into parts. Never throws: damage becomes a trouble. */
export interface Reader {
  readonly format: Format
  /** with the dot, lower case */
  readonly extensions: readonly string[]
  read(source: SourceFile): ManuscriptParts | LibraryParts
  /** the libraries that a manuscript names, without reading the rest of it */
  libraries?(source: SourceFile): readonly { readonly path: string; readonly span: Span }[]
}

/** Rules, readers and presets from outside: a plain object, no registration, no base class. */
export interface Plugin {
  readonly name: string
  readonly rules?: readonly Rule[]
  readonly readers?: readonly Reader[]
  readonly presets?: Readonly<Record<string, Preset>>
}

export type RuleSetting = Severity | 'off' | readonly [Severity, object]

export interface Preset {
  readonly rules?: Readonly<Record<string, RuleSetting>>
}
