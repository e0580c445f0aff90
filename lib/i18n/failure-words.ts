import type { Translator } from './translate'

/** The few words an error page needs; it renders in the browser, where no catalog is. */
export type FailureWords = {
  readonly title: string
  readonly heading: string
  readonly lead: string
  /** With `{number}` still in it: the number is known only when something fails. */
  readonly number: string
  readonly tryAgain: string
  readonly firstPage: string
  readonly firstPageHref: string
  /** When the page is of a former version, and what it wanted is not here any more. */
  readonly renewed: { readonly heading: string; readonly lead: string; readonly open: string }
}

export function failureWords(t: Translator): FailureWords {
  return {
    title: t('errors.failed_title'),
    heading: t('errors.failed_heading'),
    lead: t('errors.failed_lead'),
    number: t('errors.failed_number', { number: '{number}' }),
    tryAgain: t('common.try_again'),
    firstPage: t('common.first_page'),
    firstPageHref: `/${t.locale}`,
    renewed: {
      heading: t('errors.renewed_heading'),
      lead: t('errors.renewed_lead'),
      open: t('errors.renewed_open'),
    },
  }
}
