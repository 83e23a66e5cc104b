/**
 * Does a path (with `/`) match a glob? `*` and `?` stay inside a folder, `**` crosses folders, `{a,b}` is either; a glob
 * without `/` is met in any folder. No regular expression is built, so that no glob can keep the run busy: time is
 * O(glob × path) for each of the at most 64 forms that the braces stand for.
 */
export function matchesGlob(path: string, glob: string): boolean {
  const parts = path.split('/')
  return expandBraces(glob).some((form) => {
    const plain = form.startsWith('./') ? form.slice(2) : form
    const pattern = plain.includes('/') ? plain.split('/').filter((part) => part !== '') : ['**', plain]
    if (plain.endsWith('/')) pattern.push('**')
    return matchParts(parts, pattern)
  })
}

const MOST_FORMS = 64

function expandBraces(glob: string): readonly string[] {
  const done: string[] = []
  const open = [glob]
  while (open.length > 0 && open.length + done.length <= MOST_FORMS) {
    const form = open.pop() as string
    const end = form.indexOf('}')
    const start = end < 0 ? -1 : form.lastIndexOf('{', end)
    if (start < 0) {
      done.push(form)
      continue
    }
    for (const choice of form
      .slice(start + 1, end)
      .split(',')
      .reverse()) {
      open.push(form.slice(0, start) + choice + form.slice(end + 1))
    }
  }
  return done
}

/** Greedy with one way back, to the last `**`: that is enough, since what an earlier one took is free to any later one. */
function matchParts(parts: readonly string[], pattern: readonly string[]): boolean {
  return wildcard(parts.length, pattern.length, {
    isAny: (at) => pattern[at] === '**',
    meets: (part, at) => matchName(parts[part] as string, pattern[at] as string),
  })
}

function matchName(name: string, pattern: string): boolean {
  return wildcard(name.length, pattern.length, {
    isAny: (at) => pattern[at] === '*',
    meets: (unit, at) => pattern[at] === '?' || pattern[at] === name[unit],
  })
}

function wildcard(
  length: number,
  patternLength: number,
  { isAny, meets }: { isAny: (at: number) => boolean; meets: (item: number, at: number) => boolean },
): boolean {
  let item = 0
  let at = 0
  let any = -1
  let taken = 0
  while (item < length) {
    if (at < patternLength && isAny(at)) {
      any = at
      taken = item
      at += 1
    } else if (at < patternLength && meets(item, at)) {
      item += 1
      at += 1
    } else if (any >= 0) {
      taken += 1
      item = taken
      at = any + 1
    } else return false
  }
  while (at < patternLength && isAny(at)) at += 1
  return at === patternLength
}
