import type { FileReport } from '../model/report.ts'
import { digest } from '../text/digest.ts'

/** Longest name of a file in UTF-16 units: four bytes each still fit into the 255 bytes of most disks. */
const longest = 60

/**
 * A name for the page of each file, below the folder of the report: the file's own path without what leads upward or what a
 * disk or a web server would take otherwise. Names differ also where letters of both cases are one.
 */
export function pageNames(files: readonly FileReport[], ending: string): readonly string[] {
  const used = new Set([`index${ending}`])
  return files.map(({ source: { path } }) => {
    const segments = path
      .split(/[/\\]/)
      .filter((segment) => segment !== '' && segment !== '.')
      .map((segment) => (segment === '..' ? 'up' : tame(segment)))
    const plain = segments.join('/') || 'unnamed'
    let name = `${plain}${ending}`
    for (let count = 0; used.has(name.toLowerCase()); count++) name = `${plain}-${digest(`${path}${count}`)}${ending}`
    used.add(name.toLowerCase())
    return name
  })
}

/** Letters, digits, marks and a few signs of any script; the rest becomes `_`. A leading dot would hide the file. */
function tame(segment: string): string {
  const plain = segment.replace(/[^\p{L}\p{M}\p{N} ._()+-]/gu, '_').replace(/^[. -]|[. ]$/g, '_')
  const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(plain)
  return plain.length > longest || reserved ? `${[...plain].slice(0, 30).join('')}-${digest(segment)}` : plain
}
