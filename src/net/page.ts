import { decodeEntities } from '../registries/markup.ts'

const LONGEST_TITLE = 300

/** The `<title>` of an HTML page, its white space collapsed; undefined where there is none. */
export function titleOf(text: string | undefined): string | undefined {
  const open = /<title(?:\s[^>]{0,200})?>/i.exec(text?.slice(0, 64 * 1024) ?? '')
  if (text === undefined || open === null) return undefined
  const start = open.index + open[0].length
  const close = text.slice(start, start + 4000).search(/<\/title/i)
  if (close === -1) return undefined
  const title = decodeEntities(text.slice(start, start + close))
    .split(/\s/)
    .filter(Boolean)
    .join(' ')
  return title === '' ? undefined : title.slice(0, LONGEST_TITLE)
}

/** Words of error pages in titles; in a body they prove nothing: a standard may say “has been removed”. */
const NOT_FOUND =
  /\b(?:404|not found|page (?:does not|doesn['’]t) exist|no longer (?:available|exists)|page missing)\b|не найден|не существует|табылмады|找不到|不存在|页面未找到|nicht gefunden|introuvable|no encontrad|não encontrad|non trovat/iu

export function looksMissing(title: string | undefined): boolean {
  return title !== undefined && title.length < 120 && NOT_FOUND.test(title)
}

const FOR_SALE =
  /domain (?:name )?(?:is |may be |might be )?(?:for sale|available for purchase|parked)|buy this domain|this domain (?:has expired|is parked)|parked free|hugedomains|sedoparking|домен (?:продаётся|продается|припаркован)|域名(?:出售|转让)/iu

export function looksParked(title: string | undefined, text: string | undefined): boolean {
  return FOR_SALE.test(title ?? '') || FOR_SALE.test((text ?? '').slice(0, 20_000))
}

const LOGIN =
  /(?:^|[/._-])(?:login|log-in|signin|sign-in|sso|auth|oauth2?|authenticate|shibboleth|wayf|consent|cookieabsent)(?:[/._?-]|$)/i

/** Does this address ask who one is? */
export function isLogin({ hostname, pathname }: URL): boolean {
  return LOGIN.test(pathname) || /^(?:login|sso|auth|idp|signin|accounts|consent)\./i.test(hostname)
}

const CHALLENGE =
  /just a moment\.\.\.|captcha|cf-chl|attention required|are you a robot|access denied|request unsuccessful/i

/** A page that stands between a program and the page that was meant. */
export function isChallenge(title: string | undefined, text: string | undefined): boolean {
  return CHALLENGE.test(title ?? '') || ((text?.length ?? 0) < 8000 && CHALLENGE.test(text ?? ''))
}
