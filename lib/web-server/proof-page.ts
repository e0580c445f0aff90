import { escaped } from './escaped'
import { PROOF_FIELD } from './form-proof'
import { wordsAt, writtenPage } from './written-page'

type Page = { readonly address: string }

/** For what came from another site: it was not done, and why. */
export function elsewherePage({ address }: Page): string {
  const t = wordsAt(address)
  return writtenPage(t, 'errors.elsewhere_heading', `<p>${escaped(t('errors.elsewhere_lead'))}</p>`)
}

/** For a form with files, or one that cannot be repeated, from a browser that tells nothing. */
export function untoldFilesPage({ address }: Page): string {
  const t = wordsAt(address)
  return writtenPage(t, 'errors.elsewhere_heading', `<p>${escaped(t('errors.untold_files'))}</p>`)
}

/** Asks whether the person sent this, with everything they typed: the same form once more, with a proof. */
export function askingPage({
  address,
  fields,
  proof,
}: Page & { readonly fields: readonly (readonly [string, string])[]; readonly proof: string }): string {
  const t = wordsAt(address)
  const send = t('errors.untold_send')
  const hidden = [...fields, [PROOF_FIELD, proof] as const].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  )
  // A line break right behind the tag would be taken for the tag's own: each value stands in an attribute.
  const form = `<form method="post" action="${escaped(address)}" enctype="multipart/form-data">${hidden.join('')}<button>${escaped(send)}</button></form>`
  return writtenPage(t, 'errors.untold_heading', `<p>${escaped(t('errors.untold_lead', { send }))}</p>${form}`)
}
