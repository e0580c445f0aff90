import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'

/** When the page for failures fails, too: its words without any dress. */
export function plainestFailure(localeText: string, number: string | null): string {
  const t = translatorFor(toLocale(localeText))
  return [
    `<!doctype html><html lang="${t.locale}"><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>Passage</title><main><h1>${t('errors.failed_heading')}</h1><p>${t('errors.failed_lead')}</p>`,
    number === null ? '' : `<p>${t('errors.failed_number', { number: number.replaceAll(/[^\w@:-]/gu, '') })}</p>`,
    `<p><a href="/${t.locale}">${t('common.first_page')}</a></p></main></html>`,
  ].join('')
}
