import type { Translator } from '@/lib/i18n/translate'
import type { CodesWords } from './codes-form'

/** The words of the form that makes recovery codes. */
export function codesWords(t: Translator): CodesWords {
  return {
    make: t('account.codes_make'),
    heading: t('account.codes_made'),
    once: t('account.codes_once'),
    print: t('account.codes_print'),
  }
}
