import { BURMESE } from './my'
import { CHINESE } from './zh'
import { FILIPINO } from './fil'
import { INDONESIAN } from './id'
import { KHMER } from './km'
import { VIETNAMESE } from './vi'
import type { DemoCountry } from '../survey/figure'
import type { LanguageWords } from './language-words'

/** The words of the workers of each country of the survey. */
export const WORDS_OF: Readonly<Record<DemoCountry, LanguageWords>> = {
  VN: VIETNAMESE,
  CN: CHINESE,
  ID: INDONESIAN,
  PH: FILIPINO,
  MM: BURMESE,
  KH: KHMER,
}
