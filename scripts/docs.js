// Writes docs/rules from the rule objects: `node scripts/docs.js`; with --check it only says what is not current.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { compile } from './compile.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Every page of docs/rules by its path in the project, from the rules as they stand in src/. */
export async function rulePages() {
  const place = compiled()
  try {
    return await pagesOf(join(place, 'modules'))
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

async function pagesOf(dist) {
  const { rules } = await import(pathToFileURL(join(dist, 'rules', 'index.js')).href)
  const { toMarkdownIndex, toMarkdownPage } = await import(pathToFileURL(join(dist, 'reporters', 'rule-page.js')).href)
  return new Map([
    ['docs/rules/README.md', toMarkdownIndex(rules)],
    ...rules.map((rule) => [`docs/rules/${rule.id}.md`, toMarkdownPage(rule)]),
  ])
}

/** The modules in a folder of their own: `dist` may be of yesterday or not there, and its files are no modules. */
function compiled() {
  mkdirSync(join(root, '.citelint'), { recursive: true })
  const place = mkdtempSync(join(root, '.citelint', 'docs-'))
  compile(join(place, 'modules'))
  writeFileSync(join(place, 'package.json'), '{"type":"module"}')
  return place
}

async function main() {
  const pages = await rulePages()
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
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
