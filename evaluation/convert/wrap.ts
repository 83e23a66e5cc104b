/**
 * Markdown as plain text out of a PDF: headings without marks, lines of about 90 columns broken hard, some of them at a
 * hyphen, a page number and a form feed every 45 lines. The same text gives the same result.
 */
export function hardWrap(markdown: string, columns = 90): string {
  const lines: string[] = []
  let page = 1
  for (const block of markdown.split(/\n{2,}/)) {
    const rows = block.startsWith('|') ? block.split('\n') : wrapBlock(block.replace(/^#+ /, ''), columns)
    for (const row of [...rows, '']) {
      lines.push(row)
      if (lines.length % 46 === 45) lines.push('', String(page++), '\f')
    }
  }
  return `${lines.join('\n').trimEnd()}\n`
}

function wrapBlock(text: string, columns: number): readonly string[] {
  const rows: string[] = []
  let row = ''
  for (const word of text.split(' ')) {
    if (row !== '' && row.length + 1 + word.length > columns) {
      const room = columns - row.length - 2
      // every fourth full line is broken inside its last word, where that is long enough
      if (rows.length % 4 === 3 && room >= 3 && /^\p{Ll}{8,}$/u.test(word)) {
        rows.push(`${row} ${word.slice(0, room)}-`)
        row = word.slice(room)
        continue
      }
      rows.push(row)
      row = word
    } else {
      row = row === '' ? word : `${row} ${word}`
    }
  }
  return [...rows, row]
}
