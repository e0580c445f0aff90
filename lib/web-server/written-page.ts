import { createHash } from 'node:crypto'
import { DATA_CONTENT_SECURITY_POLICY } from '@/lib/http/security-headers'
import type { MessageKey } from '@/lib/i18n/message-key'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { escaped } from './escaped'

// Pages that the server writes by itself, where Next is not asked or cannot answer: one frame, one dress, no file besides. The colours
// and measures are those of app/styles/tokens.css, which has another name with every build.

const STYLE = [
  ':root{color-scheme:light dark;--paper:#f2f6f4;--surface:#fff;--edge:#647a76;--ink:#11282c;--sea:#0c5560;--on-sea:#fff;--focus:#11282c}',
  '@media(prefers-color-scheme:dark){:root{--paper:#0d1a1d;--surface:#15262a;--edge:#7d9796;--ink:#e9f1ef;--sea:#86d3cf;--on-sea:#06201f;--focus:#f6c445}}',
  "body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Roboto,'Segoe UI',-apple-system,'Noto Sans',sans-serif}",
  ':lang(km),:lang(my){line-height:1.9}',
  'main{max-width:36rem;margin:0 auto;padding:2rem 1rem 3rem}',
  'h1{font-size:1.75rem;line-height:1.35;margin:0 0 1rem}',
  'p{margin:0 0 1rem;overflow-wrap:anywhere}',
  'a{color:var(--sea);display:inline-block;padding:.75rem 0}',
  'textarea{box-sizing:border-box;width:100%;padding:.75rem;font:inherit;color:inherit;background:var(--surface);border:1px solid var(--edge);border-radius:.5rem}',
  'button{min-height:3rem;padding:.5rem 1.5rem;font:inherit;font-weight:700;color:var(--on-sea);background:var(--sea);border:0;border-radius:.5rem;cursor:pointer}',
  ':focus-visible{outline:3px solid var(--focus);outline-offset:2px}',
].join('')

/** Of such a page: its style is known by its hash, a form goes to us, nothing else may load, run or be framed. */
export const WRITTEN_PAGE_POLICY = `${DATA_CONTENT_SECURITY_POLICY}; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'`

/** The words of the language of an address. */
export function wordsAt(address: string) {
  return translatorFor(toLocale(address.split('/')[1] ?? ''))
}

/** A page: heading, what follows it as HTML, and the way to the first page. */
export function writtenPage(t: ReturnType<typeof wordsAt>, heading: MessageKey, rest: string): string {
  return [
    `<!doctype html><html lang="${t.locale}"><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>Passage</title><style>${STYLE}</style><main><h1>${escaped(t(heading))}</h1>${rest}`,
    `<p><a href="/${t.locale}">${escaped(t('common.first_page'))}</a></p></main></html>`,
  ].join('')
}
