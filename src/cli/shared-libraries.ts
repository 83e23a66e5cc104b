import { resolve } from 'node:path'
import { formatOf } from '../disk/formats.ts'
import { kindOf, shownPath } from '../disk/place.ts'
import { Failure } from '../model/failure.ts'

/** The libraries of `--bibliography`, else of the configuration: absolute paths of files that exist and are libraries. */
export async function librariesOf(
  given: readonly string[] | undefined,
  configured: readonly string[],
  { cwd, folder }: { cwd: string; folder: string },
): Promise<readonly string[]> {
  const paths = given?.map((path) => resolve(cwd, path)) ?? configured.map((path) => resolve(folder, path))
  for (const path of paths) {
    const shown = shownPath(path, cwd)
    const { kind, what } = await kindOf(path)
    if (kind === 'missing') throw new Failure('missing', `the library ${shown} does not exist`)
    if (kind !== 'file') throw new Failure('not-a-file', `the library ${shown} is ${what}, not a file`)
    const format = formatOf(path)
    if (format === undefined || format === 'markdown' || format === 'text') {
      throw new Failure('unknown-format', `${shown} has no format of a library`, {
        help: 'Libraries end in .bib, .json, .yaml, .yml or .ris.',
      })
    }
  }
  return paths
}
