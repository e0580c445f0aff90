import 'server-only'
import { fileWords } from '@/lib/i18n/statistic-names'
import { translatorFor } from '@/lib/i18n/translate'
import type { WordsOf } from '@/lib/usecases/statistics/schedules/run-schedules'

/** Words of statistics for files that are made without anybody asking. */
export const statisticWords: WordsOf = (language) => fileWords(translatorFor(language))
