import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { escaped } from './escaped'
import { PROOF_FIELD } from './form-proof'

type Page = { readonly address: string }

/** For what came from another site: it was not done, and why. */
export function elsewherePage({ address }: Page): string {
  const t = words(address)
  return pageOf(t, t('errors.elsewhere_heading'), `<p>${t('errors.elsewhere_lead')}</p>`)
}

/** For a form with files, or one that cannot be repeated, from a browser that tells nothing. */
export function untoldFilesPage({ address }: Page): string {
  const t = words(address)
  return pageOf(t, t('errors.elsewhere_heading'), `<p>${t('errors.untold_files')}</p>`)
}

/** Asks whether the person sent this, with everything they typed: the same form once more, with a proof. */
export function askingPage({
  address,
  fields,
  proof,
}: Page & { readonly fields: readonly (readonly [string, string])[]; readonly proof: string }): string {
  const t = words(address)
  const send = t('errors.untold_send')
  const hidden = [...fields, [PROOF_FIELD, proof] as const].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  )
  // A line break right behind the tag would be taken for the tag's own: each value stands in an attribute.
  const form = `<form method="post" action="${escaped(address)}" enctype="multipart/form-data">${hidden.join('')}<button>${escaped(send)}</button></form>`
  return pageOf(t, t('errors.untold_heading'), `<p>${escaped(t('errors.untold_lead', { send }))}</p>${form}`)
}

function words(address: string) {
  return translatorFor(toLocale(address.split('/')[1] ?? ''))
}

function pageOf(t: ReturnType<typeof words>, heading: string, rest: string): string {
  return [
    `<!doctype html><html lang="${t.locale}"><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>Passage</title><main><h1>${heading}</h1>${rest}<p><a href="/${t.locale}">${t('common.first_page')}</a></p></main></html>`,
  ].join('')
}
