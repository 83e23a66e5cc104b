// Rewrites reports/ and bibliography/ from manuscripts/ with the built command line, and docs/rules/ from the rules themselves;
// removes what has no source any more. `npm run reports` must leave no difference on a fresh checkout; `--check` says so without git.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rulePages } from './docs.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const cli = join(root, 'dist', 'cli.js')
// reports say what was true on one day
const today = '2026-11-22'
const manuscripts = projectFiles('manuscripts').filter(
  (path) => /\.(?:md|txt)$/.test(path) && !path.endsWith('README.md'),
)

if (!existsSync(cli)) fail('dist/cli.js is missing: run `npm run build` first')
if (manuscripts.length === 0) fail('manuscripts/ holds no manuscript')

const scratch = mkdtempSync(join(tmpdir(), 'citelint-reports-'))
const written = new Map()
try {
  const json = join(scratch, 'report.json')
  for (const path of manuscripts) {
    const name = path.slice('manuscripts/'.length).replace(/\.[^.]+$/, '')
    const forms = ['--format', 'terminal', '--format', `json:${json}`]
    written.set(`reports/${name}.txt`, run(['check', path, ...forms, '--offline', '--today', today, '--exit-zero']))
    written.set(`reports/${name}.json`, readFileSync(json, 'utf8'))
  }
  rmSync(json)
  run(['extract', ...manuscripts, '--output', scratch])
  // laid out as `citelint extract` lays it out by itself
  for (const path of filesUnder(scratch)) written.set(`bibliography/${path}`, readFileSync(join(scratch, path), 'utf8'))
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

const pages = await rulePages()
for (const [path, text] of pages) written.set(path, text)
written.set('README.md', withExample(readFileSync(join(root, 'README.md'), 'utf8'), 'troubled-parallel-lists-ru'))

const stale = ['reports', 'bibliography', 'docs/rules']
  .flatMap(projectFiles)
  .filter((path) => !written.has(path) && !path.endsWith('README.md'))
const changed = [...written].filter(
  ([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text,
)

if (process.argv.includes('--check')) {
  for (const path of [...stale, ...changed.map(([path]) => path)])
    console.error(`${path} is not what \`npm run reports\` writes`)
  process.exit(stale.length + changed.length === 0 ? 0 : 1)
}
for (const path of stale) rmSync(join(root, path))
for (const [path, text] of changed) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
console.log(
  `${manuscripts.length} manuscripts, ${pages.size - 1} rules, ${written.size} files: ${changed.length} rewritten, ${stale.length} removed`,
)

/** What the command writes to standard output. Its surroundings must not show in a report. */
function run(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NO_COLOR: '1' },
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) fail(`citelint ${args.join(' ')} ended with ${status}\n${stderr}`)
  return stdout
}

/** Files below a folder, sorted, relative to it. */
function filesUnder(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** The same for a folder of the project, with its name in front. */
function projectFiles(folder) {
  return filesUnder(join(root, folder)).map((path) => `${folder}/${path}`)
}

function fail(message) {
  console.error(message)
  process.exit(1)
}

/** The README with the report of one worked manuscript between its two marks. */
function withExample(readme, name) {
  const [before, , after] = readme.split(/(?<=<!-- example -->\n)|(?=<!-- \/example -->)/)
  const report = written.get(`reports/${name}.txt`)
  const path = manuscripts.find((one) => one.includes(`/${name}.`))
  return `${before}\n\`\`\`console\n$ npx citelint check ${path}\n${report.trimEnd()}\n\`\`\`\n\n${after}`
}
