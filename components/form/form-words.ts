import type { Translator } from '@/lib/i18n/translate'
import type { FormWords } from './form-context'

/** What every form may have to say by itself, found on the server. */
export function formWords(t: Translator): FormWords {
  return {
    check: t('common.check_sign'),
    sentOnce: t('common.sent_once'),
    errorsHeading: t('errors.look_again'),
    failedHeading: t('errors.failed_heading'),
    noNetwork: t('errors.no_network'),
    notSent: t('errors.not_sent'),
    tooLong: t('errors.too_long_to_send'),
  }
}
