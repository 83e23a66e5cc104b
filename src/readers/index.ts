import type { Reader } from '../model/plugin.ts'
import type { Format } from '../model/source.ts'

/** How each format is read; loaded when the first file of that format turns up. */
const LOADERS: Readonly<Record<Format, () => Promise<Reader>>> = {
  markdown: async () => (await import('./markdown/index.ts')).markdown,
  text: async () => (await import('./text/index.ts')).text,
  bibtex: async () => (await import('./bibtex/index.ts')).bibtex,
  'csl-json': async () => (await import('./csl-json/index.ts')).cslJson,
  'csl-yaml': async () => (await import('./csl-yaml/index.ts')).cslYaml,
  ris: async () => (await import('./ris/index.ts')).ris,
}

const loaded = new Map<Format, Promise<Reader>>()

/** The reader of a format. */
export function loadReader(format: Format): Promise<Reader> {
  const known = loaded.get(format)
  if (known !== undefined) return known
  const reader = LOADERS[format]()
  loaded.set(format, reader)
  return reader
}
