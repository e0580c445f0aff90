import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { Translator } from '@/lib/i18n/translate'
import { logFailure } from '@/lib/platform/logger'
import { readFields } from './form-fields'
import { IDLE, type FormAction } from './form-state'
import { speak, type RefusalKeys, type SpokenState } from './spoken-state'

/**
 * An action's answer in words. When something fails that should not, the form comes back with everything typed and
 * a number for us, also without scripts, where Next's own error page would be empty. Redirects pass through.
 */
export async function runFormAction(
  action: FormAction,
  data: FormData,
  t: Translator,
  refusals: RefusalKeys | undefined,
): Promise<SpokenState> {
  try {
    return speak(await action(IDLE, data), t, refusals)
  } catch (error) {
    unstable_rethrow(error)
    const reference = logFailure(error)
    return {
      status: 'failed',
      heading: t('errors.failed_heading'),
      titlePart: t('errors.failed_title'),
      errors: { '': { text: t('errors.failed_in_form', { number: reference }) } },
      values: readFields(data),
    }
  }
}
