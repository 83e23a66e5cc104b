import { base } from './base.ts'
import { media } from './media.ts'
import { parts } from './parts.ts'
import { text } from './text.ts'

/** The one style sheet of every page. ASCII, because its digest stands in the page's policy. */
export const STYLE: string = base + text + parts + media
