import { Safe } from '../tagged.ts'
import { type Content, type Html, html } from './markup.ts'
import { sha256 } from './sha256.ts'
import { STYLE } from './style/index.ts'

export interface PageParts {
  readonly title: string
  readonly body: Iterable<Html>
  /** a program of ours; the page is whole without it */
  readonly script?: string
}

/**
 * A page that needs nothing but itself: it may load nothing, run nothing but the named script and send nothing anywhere.
 * In chunks.
 */
export function* page({ title, body, script }: PageParts): Iterable<string> {
  const allowed = [
    "default-src 'none'",
    `style-src 'sha256-${sha256(STYLE)}'`,
    ...(script === undefined ? [] : [`script-src 'sha256-${sha256(script)}'`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  yield html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${allowed}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="citelint">
<title>${title}</title>
<style>${new Safe('html', STYLE)}</style>
</head>
<body>
`.text
  for (const part of body) yield `${part.text}\n`
  if (script !== undefined) yield `<script>${script}</script>\n`
  yield '</body>\n</html>\n'
}

/** A part of a page with its heading; empty content leaves it out. */
export function part(id: string, heading: string, content: readonly Content[], aside?: Content): readonly Html[] {
  if (content.every((one) => one === undefined || one === false || one === '')) return []
  return [
    html`<section class="part" id="${id}" aria-labelledby="${id}-h">
<h2 id="${id}-h">${heading}</h2>
${aside !== undefined && html`<p class="lead">${aside}</p>\n`}${content}
</section>`,
  ]
}
