/** How many lines of what stays are shown around a change. */
const CONTEXT = 3
/** More changed lines than this in one file are shown as one replacement: the search grows with their square. */
const MOST_CHANGES = 2000

interface Step {
  /** half-open ranges of lines that differ */
  readonly fromOld: number
  readonly toOld: number
  readonly fromNew: number
  readonly toNew: number
}

/**
 * The difference of two texts as a unified diff (GNU diffutils, "Detailed Description of Unified Format"), empty where there is
 * none. Lines end with LF; a CR before it belongs to the line, so that a patch keeps it.
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return ''
  const old = linesOf(before)
  const now = linesOf(after)
  const name = /[\s"]/.test(path) ? `${path}\t` : path
  let diff = `--- a/${name}\n+++ b/${name}\n`
  for (const hunk of hunksOf(steps(old, now))) {
    const first = hunk[0] as Step
    const last = hunk.at(-1) as Step
    const top = Math.min(CONTEXT, first.fromOld)
    const bottom = Math.min(CONTEXT, old.length - last.toOld)
    diff += `@@ -${range(first.fromOld - top, last.toOld + bottom)} +${range(first.fromNew - top, last.toNew + bottom)} @@\n`
    let at = first.fromOld - top
    for (const step of hunk) {
      diff += shown(' ', old, at, step.fromOld)
      diff += shown('-', old, step.fromOld, step.toOld)
      diff += shown('+', now, step.fromNew, step.toNew)
      at = step.toOld
    }
    diff += shown(' ', old, at, last.toOld + bottom)
  }
  return diff
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/(?<=\n)/)
  return lines.length === 1 && lines[0] === '' ? [] : lines
}

function shown(sign: string, lines: readonly string[], from: number, to: number): string {
  return lines
    .slice(from, to)
    .map((line) => (line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`))
    .join('')
}

function range(from: number, to: number): string {
  const length = to - from
  return length === 1 ? `${from + 1}` : `${length === 0 ? from : from + 1},${length}`
}

/** Changes whose surroundings meet are one hunk. */
function hunksOf(all: readonly Step[]): readonly (readonly Step[])[] {
  const hunks: Step[][] = []
  for (const step of all) {
    const last = hunks.at(-1)?.at(-1)
    if (last !== undefined && step.fromOld - last.toOld <= 2 * CONTEXT) hunks.at(-1)?.push(step)
    else hunks.push([step])
  }
  return hunks
}

/** Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), on the lines between the common ends. */
function steps(old: readonly string[], now: readonly string[]): readonly Step[] {
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head++
  let tail = 0
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++
  const rows = old.length - head - tail
  const columns = now.length - head - tail
  const whole: Step = { fromOld: head, toOld: head + rows, fromNew: head, toNew: head + columns }
  const trace = searched(rows, columns, (row, column) => old[head + row] === now[head + column])
  return trace === undefined ? [whole] : walkedBack(trace, rows, columns, head)
}

/** For each number of changes, the furthest row reached on each diagonal; undefined where too much differs. */
function searched(
  rows: number,
  columns: number,
  same: (row: number, column: number) => boolean,
): readonly Int32Array[] | undefined {
  const most = Math.min(rows + columns, MOST_CHANGES)
  const trace: Int32Array[] = []
  let reached = new Int32Array(2 * most + 3)
  for (let changes = 0; changes <= most; changes++) {
    const next = reached.slice()
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let row = isDown(reached, diagonal, changes, most)
        ? at(reached, diagonal + 1, most)
        : at(reached, diagonal - 1, most) + 1
      let column = row - diagonal
      while (row < rows && column < columns && same(row, column)) {
        row++
        column++
      }
      next[diagonal + most + 1] = row
      if (row >= rows && column >= columns) {
        trace.push(reached)
        return trace
      }
    }
    trace.push(reached)
    reached = next
  }
  return undefined
}

function at(reached: Int32Array, diagonal: number, most: number): number {
  return reached[diagonal + most + 1] as number
}

function isDown(reached: Int32Array, diagonal: number, changes: number, most: number): boolean {
  if (diagonal === -changes) return true
  return diagonal !== changes && at(reached, diagonal - 1, most) < at(reached, diagonal + 1, most)
}

function walkedBack(trace: readonly Int32Array[], rows: number, columns: number, head: number): readonly Step[] {
  const found: Step[] = []
  let row = rows
  let column = columns
  for (let changes = trace.length - 1; changes > 0; changes--) {
    const reached = trace[changes] as Int32Array
    const most = (reached.length - 3) / 2
    const diagonal = row - column
    const down = isDown(reached, diagonal, changes, most)
    const before = at(reached, down ? diagonal + 1 : diagonal - 1, most)
    const beforeColumn = before - (down ? diagonal + 1 : diagonal - 1)
    const step: Step = {
      fromOld: head + before,
      toOld: head + before + (down ? 0 : 1),
      fromNew: head + beforeColumn,
      toNew: head + beforeColumn + (down ? 1 : 0),
    }
    const last = found.at(-1)
    if (last !== undefined && step.toOld === last.fromOld && step.toNew === last.fromNew) {
      found[found.length - 1] = { ...step, toOld: last.toOld, toNew: last.toNew }
    } else found.push(step)
    row = before
    column = beforeColumn
  }
  return found.reverse()
}
