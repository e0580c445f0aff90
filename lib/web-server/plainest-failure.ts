import { escaped } from './escaped'
import { wordsAt, writtenPage } from './written-page'

/** When the page for failures fails, too. */
export function plainestFailure(address: string, number: string | null): string {
  const t = wordsAt(address)
  const said = number === null ? '' : t('errors.failed_number', { number: number.replaceAll(/[^\w@:-]/gu, '') })
  return writtenPage(
    t,
    'errors.failed_heading',
    `<p>${escaped(t('errors.failed_lead'))}</p>${said === '' ? '' : `<p>${escaped(said)}</p>`}`,
  )
}
