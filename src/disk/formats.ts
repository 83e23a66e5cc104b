import type { Format } from '../model/source.ts'

const FORMATS: Readonly<Record<string, Format>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.qmd': 'markdown',
  '.rmd': 'markdown',
  '.txt': 'text',
  '.bib': 'bibtex',
  '.ris': 'ris',
  '.json': 'csl-json',
  '.yaml': 'csl-yaml',
  '.yml': 'csl-yaml',
}

/** Extensions that most often belong to something else: such a file is a library only where somebody names it. */
const ONLY_WHEN_NAMED: ReadonlySet<string> = new Set(['.json', '.yaml', '.yml'])

/** Every extension that has a format, with its dot, lower case. */
export const EXTENSIONS: readonly string[] = Object.keys(FORMATS)

/** The format of a file by its name, or undefined. */
export function formatOf(path: string): Format | undefined {
  return FORMATS[extensionOf(path)]
}

/** Is a file that was met in a folder, not named, taken for a manuscript or a library? */
export function isMetInFolders(path: string): boolean {
  const extension = extensionOf(path)
  return extension in FORMATS && !ONLY_WHEN_NAMED.has(extension)
}

function extensionOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(dot).toLowerCase() : ''
}
