// Writes docs/rules from the rule objects: `node scripts/docs.js`; with --check it only says what is not current.
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Every page of docs/rules by its path in the project, from the compiled program in `dist`. */
export async function rulePages(dist) {
  const { rules } = await import(pathToFileURL(join(dist, 'rules', 'index.js')).href)
  const { toMarkdownIndex, toMarkdownPage } = await import(pathToFileURL(join(dist, 'reporters', 'rule-page.js')).href)
  return new Map([
    ['docs/rules/README.md', toMarkdownIndex(rules)],
    ...rules.map((rule) => [`docs/rules/${rule.id}.md`, toMarkdownPage(rule)]),
  ])
}

/** Compiles the program beside `dist`, which may be of yesterday or not there. */
function compile() {
  mkdirSync(join(root, '.citelint'), { recursive: true })
  const place = mkdtempSync(join(root, '.citelint', 'docs-'))
  const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))
  spawnSync(process.execPath, [join(typescript, 'bin', 'tsc'), '-p', root, '--outDir', join(place, 'dist')])
  writeFileSync(join(place, 'package.json'), '{"type":"module"}')
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'), 'junction')
  return place
}

async function main() {
  const place = compile()
  try {
    const pages = await rulePages(join(place, 'dist'))
    const changed = [...pages].filter(
      ([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text,
    )
    const stale = readdirSync(join(root, 'docs/rules'), { recursive: true, encoding: 'utf8' })
      .map((path) => `docs/rules/${path.split(sep).join('/')}`)
      .filter((path) => path.endsWith('.md') && !pages.has(path))
    if (process.argv.includes('--check')) {
      for (const path of [...stale, ...changed.map(([path]) => path)])
        console.error(`${path} is not what scripts/docs.js writes`)
      process.exitCode = stale.length + changed.length === 0 ? 0 : 1
      return
    }
    for (const path of stale) rmSync(join(root, path))
    for (const [path, text] of changed) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    console.log(`${pages.size} pages: ${changed.length} rewritten, ${stale.length} removed`)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
