import { wellFormed } from './exchange.ts'

/** Elements of JATS face markup, HTML and MathML that registries leave in titles; other angle brackets are the author's. */
const ELEMENTS: ReadonlySet<string> = new Set(
  `i b em strong sub sup sc scp u tt p br span div italic bold underline monospace roman sans-serif small inf big font a
   title overline strike del ins xref inline-formula tex-math alternatives math semantics annotation mi mn mo ms mtext
   mspace mrow mfrac msqrt mroot mstyle merror mpadded mphantom mfenced msub msup msubsup munder mover munderover mtable
   mtr mtd maligngroup mprescripts none mmultiscripts`.split(/\s+/),
)
const LONGEST_TAG = 4000

/**
 * Text of a registry as it reads: markup taken out, entities decoded (twice at most: some were encoded twice), white space
 * collapsed.
 */
export function plainText(text: string): string {
  return collapse(withoutTags(decodeEntities(withoutTags(decodeEntities(text)))))
}

function withoutTags(text: string): string {
  if (!text.includes('<')) return text
  let plain = ''
  let from = 0
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    if (at < from) continue
    const tag = /^<\/?(?:(?:mml|jats|m|xhtml|html)\d?:)?([A-Za-z][\w-]{0,30})(?=[\s/>])/.exec(text.slice(at, at + 50))
    const isMeant = tag !== null && ELEMENTS.has((tag[1] as string).toLowerCase())
    const end = isMeant ? text.indexOf('>', at) : -1
    if (end === -1 || end - at > LONGEST_TAG) continue
    plain += text.slice(from, at) + (/^<\/?(?:br|p|div|mspace|title)\b/i.test((tag as RegExpExecArray)[0]) ? ' ' : '')
    from = end + 1
  }
  return plain + text.slice(from)
}

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', thinsp: ' ', ensp: ' ', emsp: ' ', shy: '' },
  ...{ ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»' },
  ...{ times: '×', deg: '°', plusmn: '±', micro: 'µ', middot: '·', bull: '•', prime: '′', minus: '−' },
  ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', kappa: 'κ', lambda: 'λ', mu: 'μ', sigma: 'σ' },
  ...{ omega: 'ω', Delta: 'Δ', Omega: 'Ω', pi: 'π', theta: 'θ', tau: 'τ', phi: 'φ', chi: 'χ', psi: 'ψ', zeta: 'ζ' },
  ...{ eacute: 'é', egrave: 'è', ecirc: 'ê', euml: 'ë', aacute: 'á', agrave: 'à', acirc: 'â', auml: 'ä', aring: 'å' },
  ...{
    atilde: 'ã',
    aelig: 'æ',
    ccedil: 'ç',
    iacute: 'í',
    icirc: 'î',
    iuml: 'ï',
    ntilde: 'ñ',
    oacute: 'ó',
    ograve: 'ò',
  },
  ...{ ocirc: 'ô', otilde: 'õ', ouml: 'ö', oslash: 'ø', uacute: 'ú', ugrave: 'ù', ucirc: 'û', uuml: 'ü', szlig: 'ß' },
  ...{ yacute: 'ý', Eacute: 'É', Aring: 'Å', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', Oslash: 'Ø', Ccedil: 'Ç', scaron: 'š' },
  ...{ Scaron: 'Š', ccaron: 'č', Ccaron: 'Č', zcaron: 'ž', Zcaron: 'Ž', rcaron: 'ř', ecaron: 'ě', lstrok: 'ł' },
}

/** Character references of HTML, one layer of them. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([A-Za-z]{2,8}));/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? all
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    const isCharacter = code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : ' '
  })
}

function collapse(text: string): string {
  return wellFormed(text.split(/\s/).filter(Boolean).join(' '))
}
