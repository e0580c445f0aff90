import type { OriginCode } from '../countries'
import { confirmed, type Published, type PublishedRow } from './published'
import type { SurveySource } from './survey-sources'

/** Answers valid in the survey of 10 December 2021 to 30 April 2022 (ISA with OTIT, July 2022). */
export const SURVEY_RESPONDENTS = 2184

/** The period the survey was held in. */
export const SURVEY_PERIOD = { from: '2021-12-10', to: '2022-04-30' } as const

/** The month whose rates the survey converted amounts with. */
export const SURVEY_RATE_MONTH = '2022-01'

/** The debt question: how many answered it, and how many of them had borrowed. */
export const SURVEY_DEBT_ANSWERS = { answered: 2107, inDebt: 1152 } as const

/** How many told what they had paid in all. */
export const SURVEY_TOTAL_ANSWERS = 1369

/** Footnotes of the published figures; labels under `statistics.caveat`. */
export const SURVEY_CAVEATS = [
  'indonesia_cambodia_interchanged',
  'averages_of_payers_only',
  'broker_share_confused',
  'not_a_random_sample',
] as const

/** A footnote of the published figures. */
export type SurveyCaveat = (typeof SURVEY_CAVEATS)[number]

// The JICA slide of 2024 prints Indonesia 4,900 and Cambodia 2,000 dollars. Four independent reports
// of the same survey give Cambodia about 570,000 yen and Indonesia about 230,000: its two rows are
// very probably interchanged. Averages are corrected here; shares and broker figures of these two
// countries exist on that slide only and stay doubtful until the survey's own table is read.
function fromSlide(value: number): Published {
  return { value, sources: ['jica_2024'], confidence: 'low', isDoubtful: true }
}
function seenOnce(value: number, source: SurveySource): Published {
  return { value, sources: [source], confidence: 'medium' }
}
function aboutYen(value: number, source: SurveySource): Published {
  return { ...seenOnce(value, source), isRounded: true }
}

/** The published table by country of origin, and over all countries. */
export const SURVEY_BASELINE: {
  readonly all: PublishedRow
  readonly byOrigin: Readonly<Partial<Record<OriginCode, PublishedRow>>>
} = {
  all: {
    respondents: SURVEY_RESPONDENTS,
    sendingShareTenths: confirmed(853, 'viet_jo'),
    sendingAverageJpy: confirmed(521_065, 'viet_jo'),
    sendingAverageUsd: null,
    brokerShareTenths: confirmed(115, 'viet_jo'),
    brokerAverageJpy: confirmed(335_378, 'viet_jo'),
    brokerAverageUsd: null,
    totalAverageJpy: confirmed(542_311, 'viet_jo', 'jiji'),
    debtShareTenths: confirmed(547, 'jiji'),
    debtAverageJpy: confirmed(547_788, 'jiji'),
  },
  byOrigin: {
    VN: {
      respondents: 930,
      sendingShareTenths: confirmed(978, 'viet_jo', 'jica_2024'),
      sendingAverageJpy: confirmed(656_014, 'viet_jo', 'poste'),
      sendingAverageUsd: confirmed(5_700, 'jica_2024'),
      brokerShareTenths: confirmed(172, 'viet_jo', 'jica_2024'),
      brokerAverageJpy: confirmed(446_963, 'viet_jo'),
      brokerAverageUsd: confirmed(3_850, 'jica_2024'),
      totalAverageJpy: confirmed(688_143, 'viet_jo', 'jiji', 'jp_mirai'),
      debtShareTenths: confirmed(800, 'nippon_com'),
      debtAverageJpy: confirmed(674_480, 'jiji', 'poste'),
    },
    CN: {
      respondents: 416,
      sendingShareTenths: null,
      sendingAverageJpy: confirmed(578_326, 'poste'),
      sendingAverageUsd: null,
      brokerShareTenths: null,
      brokerAverageJpy: null,
      brokerAverageUsd: null,
      totalAverageJpy: confirmed(591_777, 'viet_jo', 'jiji', 'jp_mirai'),
      debtShareTenths: null,
      debtAverageJpy: confirmed(528_847, 'jiji'),
    },
    ID: {
      respondents: 324,
      sendingShareTenths: fromSlide(877),
      sendingAverageJpy: aboutYen(230_000, 'mydo'),
      sendingAverageUsd: seenOnce(2_000, 'corrected'),
      brokerShareTenths: fromSlide(63),
      brokerAverageJpy: null,
      brokerAverageUsd: fromSlide(430),
      totalAverageJpy: confirmed(235_343, 'viet_jo', 'jp_mirai'),
      debtShareTenths: null,
      debtAverageJpy: null,
    },
    PH: {
      respondents: 281,
      sendingShareTenths: seenOnce(164, 'jica_2024'),
      sendingAverageJpy: aboutYen(94_000, 'nippon_com'),
      sendingAverageUsd: seenOnce(800, 'jica_2024'),
      brokerShareTenths: seenOnce(33, 'jica_2024'),
      brokerAverageJpy: null,
      brokerAverageUsd: seenOnce(300, 'jica_2024'),
      totalAverageJpy: confirmed(94_821, 'viet_jo'),
      debtShareTenths: null,
      debtAverageJpy: null,
    },
    MM: {
      respondents: 125,
      sendingShareTenths: null,
      sendingAverageJpy: confirmed(287_405, 'poste'),
      sendingAverageUsd: null,
      brokerShareTenths: null,
      brokerAverageJpy: null,
      brokerAverageUsd: null,
      totalAverageJpy: confirmed(287_405, 'viet_jo'),
      debtShareTenths: null,
      debtAverageJpy: null,
    },
    KH: {
      respondents: 108,
      sendingShareTenths: fromSlide(972),
      sendingAverageJpy: confirmed(571_560, 'poste'),
      sendingAverageUsd: seenOnce(4_900, 'corrected'),
      brokerShareTenths: fromSlide(97),
      brokerAverageJpy: null,
      brokerAverageUsd: fromSlide(600),
      totalAverageJpy: confirmed(573_607, 'viet_jo', 'jiji'),
      debtShareTenths: confirmed(835, 'nippon_com'),
      debtAverageJpy: confirmed(566_889, 'jiji', 'poste'),
    },
  },
}
