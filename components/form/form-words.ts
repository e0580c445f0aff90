import type { Translator } from '@/lib/i18n/translate'
import type { FormWords } from './form-context'

/** What every form may have to say by itself, found on the server. */
export function formWords(t: Translator): FormWords {
  return { check: t('common.check_sign'), sentOnce: t('common.sent_once'), errorsHeading: t('errors.look_again') }
}
