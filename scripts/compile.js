// Two ways to make JavaScript of src/: as it runs, in a few files that load fast, and module by module.
import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const source = join(root, 'src')
const { dependencies } = createRequire(import.meta.url)('../package.json')

/** What commands begin with: small modules that do nothing when they are loaded, for the library and the workers get them too. */
const START =
  /[\\/]src[\\/](version|cli[\\/](exit|formats|libraries[\\/]keys)|disk[\\/](load|place)|model[\\/]failure|readers[\\/]encoding[\\/]binary)\.ts$/

/**
 * The program in few files, parted where it imports at run time: opening hundreds of small ones takes longer than what most
 * commands do. Dependencies stay where they are installed.
 */
export async function bundle(output) {
  const made = await rolldown({
    cwd: root,
    platform: 'node',
    // the name of each module stands above it
    experimental: { attachDebugInfo: 'simple' },
    input: { cli: 'src/cli.ts', index: 'src/index.ts', worker: 'src/cli/worker.ts' },
    external: isExternal,
    // a warning is a mistake here: a circle, or a name that nothing exports
    onLog(_, log) {
      throw new Error(log.message)
    },
  })
  await made.write({
    dir: output,
    format: 'esm',
    minifyInternalExports: false,
    // what a file imports shows in that file alone
    hoistTransitiveImports: false,
    // what every command begins with, else a file for each: to open one takes longer than to read it
    codeSplitting: { groups: [{ name: 'start', test: START }] },
    // all but the doors lie in one folder, so that `new URL('./worker.js', import.meta.url)` and '../reference-parser/model.bin'
    // name from there what they name in src/
    entryFileNames: ({ name }) => (name === 'worker' ? 'chunks/worker.js' : '[name].js'),
    chunkFileNames: 'chunks/[name]-[hash].js',
  })
  await made.close()
  copyData(output)
}

/** Whether an import stays one: what Node has and what users install. A bundler that needs a helper of its own is told no. */
function isExternal(id) {
  if (id.startsWith('.') || id.startsWith(source) || id.startsWith('src/')) return false
  const name = id.split('/', id.startsWith('@') ? 2 : 1).join('/')
  if (!id.startsWith('node:') && !(name in dependencies)) throw new Error(`${id} is imported and is no dependency`)
  return true
}

/** The type checker's own output: with `declarations` those alone, else a file for each module. What it says comes back. */
export function compile(output, { declarations = false } = {}) {
  const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))
  const only = declarations ? ['--emitDeclarationOnly'] : ['--declaration', 'false']
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(typescript, 'bin', 'tsc'), '-p', root, '--outDir', output, ...only],
    { encoding: 'utf8' },
  )
  if (!declarations) copyData(output)
  return { status, words: stdout + stderr }
}

/** What the program reads at run time and is no code. */
function copyData(output) {
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.ts') || entry.name.endsWith('.md')) continue
    const from = join(entry.parentPath, entry.name)
    cpSync(from, join(output, relative(source, from)))
  }
}
