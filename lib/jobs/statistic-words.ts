import 'server-only'
import type { MessageKey } from '@/lib/i18n/message-key'
import { translatorFor } from '@/lib/i18n/translate'
import type { WordsOf } from '@/lib/usecases/statistics/schedules/run-schedules'

/** Words of statistics for files that are made without anybody asking. */
export const statisticWords: WordsOf = (language) => {
  const t = translatorFor(language)
  return (key) => t(key as MessageKey)
}
