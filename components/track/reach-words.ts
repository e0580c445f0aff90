import { labelOf } from '@/components/report/labels'
import type { ContactAnswer } from '@/lib/domain/report/answers'
import type { Translator } from '@/lib/i18n/translate'

/** How the worker can be reached, in one line. */
export function sayReach(t: Translator, { channel, detail, safeTimes }: ContactAnswer): string {
  return [labelOf(t, 'contact_channel', channel), detail, safeTimes].filter(Boolean).join(', ')
}
