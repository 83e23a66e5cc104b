import process from 'node:process'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { VERSION } from '../version.ts'
import { EXIT } from './exit.ts'
import { FORMAT_NAMES } from './formats.ts'
import { complain, stderr, stdout } from './streams.ts'

/** Parses the arguments, runs the command that they name and sets the exit code. Never rejects. */
export async function main(argv: readonly string[]): Promise<void> {
  // Node would end with 1, which means findings
  process.on('uncaughtException', (error) => void complain(error).then(() => process.exit(EXIT.failed)))
  try {
    await program().parseAsync([...argv], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.clean : EXIT.failed
    else {
      process.exitCode = EXIT.failed
      await complain(error)
    }
  }
}

function program(): Command {
  const root = new Command('citelint')
    .description('Checks the references, citations, names and numbers of manuscripts.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'citelint: ')),
    })
    .addHelpText('after', HELP)
  check(root)
  compare(root)
  extract(root)
  parse(root)
  explain(root)
  init(root)
  snapshot(root)
  return root
}

const HELP = `
Exit codes: 0 clean, 1 findings, 2 usage, configuration or unreadable input, 3 could not check (--strict-network),
130 interrupted. \`citelint check --help\` shows the options of a command.`

function check(root: Command): void {
  checking(root.command('check').description('check manuscripts and their reference libraries'))
    .option(
      '--format <F[:PATH]>',
      `${FORMAT_NAMES.join(', ')}; with PATH into a file, html and csv also into a folder (repeatable)`,
      collect,
    )
    .option('--ledger', 'list every number with what it counts, and every relation that was checked')
    .option('--quiet', 'show errors only, and no progress')
    .option('--max-warnings <N>', 'exit with 1 above this number of warnings', count)
    .addOption(new Option('--fail-on <SEVERITY>', 'exit with 1 at this severity').choices(SEVERITIES).default('error'))
    .option('--today <DATE>', 'the day that rules compare with, YYYY-MM-DD', date)
    .option('--rule <ID=SEVERITY>', 'off, info, warning or error for one rule (repeatable)', collect)
    .option('--exit-zero', 'exit with 0 whatever is found')
    .option('--strict-network', 'exit with 3 where something could not be looked up')
    .option('--mailto <ADDRESS>', 'tell the registries who asks: they answer faster')
    .option('--plan', 'print the requests that --online would begin with, and send none')
    .option('--cache-dir <DIR>', 'where answers are kept; default: the cache folder of the user')
    .option('--max-age <DAYS>', 'oldest answer that is still used, default 7; also 12h', age)
    .option('--refresh', 'ask again, whatever is kept')
    .option('--record <FILE>', 'write all answers to a file')
    .addOption(new Option('--replay <FILE>', 'answer as a recorded run was answered').conflicts(['online', 'record']))
    .option('--snapshot <DIR>', 'answer from this snapshot first, also offline (see citelint snapshot build)')
    .option('--proxy <URL>', 'proxy for all requests; private addresses behind names cannot be seen then')
    .option('--fix', 'make the repairs that are safe, in the files themselves')
    .option('--fix-dry-run', 'print what --fix would change as a unified diff')
    .option('--unsafe-fixes', 'with --fix or --fix-dry-run: also repairs that two independent sources agree on')
    .option('--baseline <FILE>', 'leave the findings alone that stand in this file')
    .option('--update-baseline', 'write what is found now into the baseline')
    .option('--prune-baseline', 'take out of the baseline what is gone')
    .option('--only-changed <REV>', 'leave findings alone that touch nothing changed since this revision of git')
    .option('--watch', 'check again whenever a file changes')
    .option('--resume', 'keep results until the run is done, and go on with those of a run that was ended')
    .option('--time-limit <SECONDS>', 'time for one file, default 30', seconds)
    .option('--redact-text', "reports without the manuscript's prose")
    .option('--print-config', 'print the configuration as it counts (for PATH, if one is given) and end')
    .action(async (paths: string[], options) => (await import('./check.ts')).check(paths, options))
}

function compare(root: Command): void {
  const command = root
    .command('compare')
    .description('say which findings of an old version are fixed, still there or new')
  reading(command.argument('<OLD>', 'file or folder').argument('<NEW>', 'the same, later'))
    .addOption(new Option('--format <F>', 'how to say it').choices(['text', 'json']).default('text'))
    .addOption(
      new Option('--fail-on <SEVERITY>', 'exit with 1 for new ones of it').choices(SEVERITIES).default('error'),
    )
    .option('--today <DATE>', 'the day that rules compare with, YYYY-MM-DD', date)
    .option('--rule <ID=SEVERITY>', 'off, info, warning or error for one rule (repeatable)', collect)
    .option('--exit-zero', 'exit with 0 whatever is new')
    .option('--quiet', 'no progress')
    .action(async (before: string, after: string, options) => {
      await (await import('./compare.ts')).compare(before, after, options)
    })
}

function extract(root: Command): void {
  checking(root.command('extract').description("write each manuscript's references to a library file"))
    .addOption(new Option('--format <F>', 'format of the library').choices(LIBRARY_FORMATS).default('csl-json'))
    .option('--output <DIR>', 'folder to write to', 'bibliography')
    .option('--force', 'write over files that citelint did not write')
    .option('--quiet', 'do not say what was written')
    .action(async (paths: string[], options) => (await import('./extract.ts')).extract(paths, options))
}

/** What commands that read manuscripts have in common. */
function checking(command: Command): Command {
  return reading(
    command.argument('[PATHS...]', "files, folders or globs; default: the configuration's, else manuscripts/"),
  )
    .option('--stdin', 'read one manuscript from standard input')
    .option('--stdin-filename <NAME>', 'name and ending of what standard input holds')
}

/** How manuscripts are read, however they are named. */
function reading(command: Command): Command {
  return command
    .option('--config <FILE>', 'configuration to use instead of the one that is found')
    .addOption(new Option('--offline', 'ask no registry: the default').conflicts('online'))
    .addOption(new Option('--online', 'ask registries about DOIs and look at links'))
    .option('--bibliography <FILE>', 'library of every manuscript (repeatable)', collect)
    .option('--untrusted', 'obey no configuration, ignore file or suppression of the checked tree')
    .option('--plugin <FILE>', 'program with more rules and readers (repeatable)', collect)
    .option('--jobs <N>', 'workers at a time; default: one a processor', positive)
    .option('--no-color', 'no colours')
}

function parse(root: Command): void {
  root
    .command('parse')
    .description('read typed-out references, one a line')
    .argument('[FILE]', 'file, or - for standard input', '-')
    .addOption(new Option('--format <F>', 'what to write').choices(PARSE_FORMATS).default('csl-json'))
    .option(
      '--explain',
      'with places and confidences of the fields, and the label of each token (csl-json, jsonl, text)',
    )
    .action(async (file: string, options) => (await import('./parse.ts')).parse(file, options))
}

function explain(root: Command): void {
  root
    .command('explain')
    .description('show what a rule wants, why, and what it cannot see')
    .argument('[RULE]', 'id of the rule; without it, the list')
    .option('--plugin <FILE>', 'program with more rules (repeatable)', collect)
    .option('--no-color', 'no colours')
    .action(async (rule: string | undefined, options) => (await import('./explain.ts')).explain(rule, options))
}

function init(root: Command): void {
  root
    .command('init')
    .description('write a configuration, a CI workflow and a pre-commit hook; existing files are left alone')
    .action(async () => (await import('./init.ts')).init())
}

function snapshot(root: Command): void {
  root
    .command('snapshot')
    .description('keep records of registries on disk, for check --snapshot')
    .command('build')
    .description('build a snapshot, or go on with one that was interrupted')
    .argument(
      '<DUMP...>',
      "files or folders: Crossref's or DataCite's dumps, CSL-JSON, BibTeX, RIS, Retraction Watch's CSV",
    )
    .requiredOption('--output <DIR>', 'folder of the snapshot')
    .option('--today <DATE>', 'the day of the build, YYYY-MM-DD', date)
    .option('--quiet', 'no progress')
    .action(async (dumps: string[], options) => (await import('./snapshot.ts')).build(dumps, options))
}

const SEVERITIES = ['error', 'warning', 'info']
const LIBRARY_FORMATS = ['csl-json', 'bibtex', 'ris']
const PARSE_FORMATS = ['csl-json', 'jsonl', 'bibtex', 'ris', 'text']

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

function count(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 0.')
  return Number(value)
}

function positive(value: string): number {
  const number = count(value)
  if (number < 1 || number > 256) throw new InvalidArgumentError('It must be a whole number from 1 to 256.')
  return number
}

function seconds(value: string): number {
  const number = count(value)
  if (number < 1 || number > 86_400) throw new InvalidArgumentError('It must be a whole number from 1 to 86400.')
  return number
}

/** `7`, `7d`, `12h`: days */
function age(value: string): number {
  const match = /^(\d{1,4})([dh]?)$/.exec(value)
  if (match === null) throw new InvalidArgumentError('It must be a number of days, or of hours as 12h.')
  return Number(match[1]) / (match[2] === 'h' ? 24 : 1)
}

function date(value: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) {
    throw new InvalidArgumentError('It must be a day as YYYY-MM-DD.')
  }
  return value
}
