import { resolve } from 'node:path'
import process from 'node:process'
import { readBytes } from '../disk/load.ts'
import { kindOf, shownPath } from '../disk/place.ts'
import { save } from '../disk/save.ts'
import type { CslItem } from '../model/csl.ts'
import { Failure } from '../model/failure.ts'
import { EXIT } from './exit.ts'
import { interruptible } from './interrupt.ts'
import { keyMaker } from './libraries/keys.ts'
import { toBibtex, toRis } from './libraries/write.ts'
import { progress } from './progress.ts'
import { run } from './run.ts'
import { type Input, inputsOf, openSession, type ReadOptions } from './session.ts'
import { librariesOf } from './shared-libraries.ts'
import { complain, stdout, tell } from './streams.ts'
import type { Extracted } from './tasks.ts'

export interface ExtractOptions extends ReadOptions {
  readonly format: 'csl-json' | 'bibtex' | 'ris'
  readonly output: string
  readonly force?: boolean
}

/** `citelint extract`: the references of each manuscript as a library file. */
export async function extract(paths: readonly string[], options: ExtractOptions): Promise<void> {
  const session = await openSession(options)
  const { cwd, config, loaded } = session
  const bibliography = await librariesOf(options.bibliography, config.bibliography, { cwd, folder: loaded.folder })
  const found = await inputsOf(paths, options, session)
  await tell([...loaded.notes, ...found.notes])
  const inputs = found.inputs.filter(({ format }) => format === 'markdown' || format === 'text')
  if (inputs.length === 0 && found.failures.length + found.notes.length === 0)
    throw new Failure('no-manuscripts', 'there is no manuscript')
  const targets = targetsOf(inputs, options, cwd)
  const { quiet = false, untrusted = false, plugin: plugins = [] } = options
  const { signal, release } = interruptible()
  const { show, end } = progress(!quiet)
  const kind = 'extract'
  const keep = (found: Extracted): Extracted => found
  const done = await run(inputs, session, { kind, keep, bibliography, plugins, signal, onProgress: show })
  await end()
  const failures: Failure[] = [...found.failures]
  for (const [index, one] of done.entries()) {
    const { path } = inputs[index] as Input
    if (one.state === 'stopped') continue
    if (one.state === 'lost') {
      failures.push(new Failure(one.trouble.code, one.trouble.message))
      continue
    }
    for (const { code, message, fatal } of [...one.troubles, ...one.result.troubles]) {
      if (fatal) failures.push(new Failure(code, `${path}: ${message}`))
    }
    const { items } = one.result
    const target = targets[index] as string
    const shown = shownPath(target, cwd)
    if (items.length === 0) {
      if (!quiet) await stdout.write(`${path}: no references\n`)
      continue
    }
    try {
      if (!options.force) await refuseForeign(target, shown)
      const text = WRITERS[options.format](items, path)
      const within = untrusted ? { within: cwd } : {}
      await save(target, text, {
        shown,
        inputs: [...inputs.map(({ absolute }) => absolute), ...bibliography],
        ...within,
      })
      if (!quiet) await stdout.write(`${shown}: ${items.length} ${items.length === 1 ? 'reference' : 'references'}\n`)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failures.push(error)
    }
  }
  release()
  for (const failure of failures) await complain(failure)
  process.exitCode = signal.aborted ? EXIT.interrupted : failures.length > 0 ? EXIT.failed : EXIT.clean
}

const EXTENSIONS: Readonly<Record<ExtractOptions['format'], string>> = {
  'csl-json': '.json',
  bibtex: '.bib',
  ris: '.ris',
}

/**
 * Where each manuscript's library goes: its path without extension below the output folder. Two that differ only by
 * extension keep theirs; steps upward are left out, so that nothing lands outside of the folder.
 */
function targetsOf(inputs: readonly Input[], { output, format }: ExtractOptions, cwd: string): readonly string[] {
  const paths = inputs.map(({ path }) =>
    path
      .replace(/^[A-Za-z]:/, '')
      .split('/')
      .filter((step) => step !== '' && step !== '.' && step !== '..')
      .join('/'),
  )
  const stems = paths.map((path) => path.replace(/\.[^./]+$/, ''))
  const count = new Map<string, number>()
  for (const stem of stems) count.set(stem, (count.get(stem) ?? 0) + 1)
  return stems.map((stem, index) => {
    const name = (count.get(stem) as number) > 1 ? (paths[index] as string) : stem
    return resolve(cwd, output, `${name}${EXTENSIONS[format]}`)
  })
}

/** Stands in every file that `extract` writes; a file without it is somebody else's. */
const MARK = 'citelint extract'

async function refuseForeign(target: string, shown: string): Promise<void> {
  if ((await kindOf(target)).kind !== 'file') return
  const text = new TextDecoder().decode(await readBytes(target, { shown }))
  if (text.trim() === '' || text.includes(MARK)) return
  throw new Failure('not-ours', `${shown} was not written by citelint and is left alone`, {
    help: 'Use --force to write over it, or --output to write elsewhere.',
  })
}

type Writer = (items: readonly CslItem[], source: string) => Iterable<string>

const WRITERS: Readonly<Record<ExtractOptions['format'], Writer>> = {
  'csl-json'(items, source) {
    const keyOf = keyMaker()
    const marked = items.map((item) => ({
      ...item,
      id: keyOf(item),
      custom: { ...item.custom, generator: MARK, source },
    }))
    return [`${JSON.stringify(marked, undefined, 2)}\n`]
  },
  *bibtex(items, source) {
    const keyOf = keyMaker()
    yield `% ${MARK}: ${source}\n`
    for (const item of items) yield `\n${toBibtex(item, keyOf(item))}`
  },
  *ris(items, source) {
    const keyOf = keyMaker()
    for (const item of items) yield toRis(item, keyOf(item), `${MARK}: ${source}`)
  },
}
