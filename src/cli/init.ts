import { resolve } from 'node:path'
import process from 'node:process'
import { kindOf } from '../disk/place.ts'
import { save } from '../disk/save.ts'
import { VERSION } from '../version.ts'
import { stdout } from './streams.ts'

/** `citelint init`: a configuration, a CI workflow and a pre-commit hook; what exists is left alone. */
export async function init(): Promise<void> {
  for (const [path, text] of Object.entries(filesFor(VERSION))) {
    const absolute = resolve(process.cwd(), path)
    if ((await kindOf(absolute)).kind !== 'missing') {
      await stdout.write(`${path} exists and is left alone\n`)
      if (path === HOOKS) await stdout.write(`  to add the hook, put this below \`repos:\`\n${indented(hook(VERSION))}`)
      continue
    }
    await save(absolute, text, { shown: path })
    await stdout.write(`${path} written\n`)
  }
}

const HOOKS = '.pre-commit-config.yaml'

function filesFor(release: string): Readonly<Record<string, string>> {
  return {
    'citelint.config.yaml': CONFIGURATION,
    '.github/workflows/citelint.yml': workflow(release),
    [HOOKS]: `repos:\n${hook(release)}`,
  }
}

const CONFIGURATION = `# What citelint checks and how. \`citelint explain\` lists the rules, \`citelint check --print-config\` shows what counts.
extends: recommended
manuscripts:
  - manuscripts/

# rules:
#   references/uncited: off
#   references/missing-field: error

# What is right as it is:
# accept:
#   names: [Nguyễn]
#   pairs: [[Tchaikovsky, Chaikovskii]]
#   dois: []
#   hosts: []
`

function workflow(release: string): string {
  return `name: citelint
on: [push, pull_request]
permissions:
  contents: read
jobs:
  citelint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npx --yes citelint@${release} check
`
}

function hook(release: string): string {
  return `  - repo: local
    hooks:
      - id: citelint
        name: citelint
        entry: citelint check --offline
        language: node
        additional_dependencies: ['citelint@${release}']
        files: \\.(md|markdown|qmd|rmd|txt|bib)$
`
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ').trimEnd().concat('\n')
}
