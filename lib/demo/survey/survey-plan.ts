import { assumed, publishedMean, publishedPeople, type DemoCountry, type Figure } from './figure'

/** Who says what, of the reports of one country. Counts of people; means in whole yen over those who gave an amount. */
export type CountryPlan = {
  readonly sending: { readonly payers: Figure; readonly withAmount: Figure; readonly meanJpy: Figure }
  readonly broker: {
    readonly payers: Figure
    readonly withAmount: Figure
    /** Of those with an amount: who gave none for the sending organisation. */
    readonly withoutSendingAmount: Figure
    readonly meanJpy: Figure
  }
  /** Smaller payments to others (papers, medical check), by people who gave the amount for the sending organisation too. */
  readonly other: { readonly people: Figure; readonly sumJpy: Figure }
  readonly debt: { readonly answers: Figure; readonly inDebt: Figure; readonly meanJpy: Figure }
}

const SHARE_OF_ALL = '85.3 % of 2,184 is 1,863 people, which leaves 520 to China and Myanmar: nearly everybody of both'
const GAVE_AMOUNT =
  '1,369 gave a total (Jiji); shared out so that the means of all countries for sending organisations and in total come out with the published ones of each'
const BROKERS_OF_ALL = '11.5 % of 2,184 is 251 people, less the other countries'
const NEAREST =
  "no number of people gives the slide's share of all reports of the country; the nearest that leaves 251 in all"
const BROKER_AMOUNTS =
  'chosen so that the published mean of totals comes out: had everybody who paid a broker told how much, it would be higher'
const SLIDE_DOLLARS = 'dollars of the JICA slide at the rate of January 2022, 114.889 yen; the row may be interchanged'
const NOBODY = 'total paid and paid to sending organisations are the same published figure: nobody paid anybody else'
const TOTAL = 'what the published mean of totals leaves'
const ANSWERED = '2,107 answered the debt question (Jiji); who did not is spread over the countries'
const FEW_AROUND =
  'the doubtful 97.2 % leaves three who paid nothing, whom the page must hold back; the nearest number that leaves five'
const DEBT_OF_ALL = '1,152 in debt in all, less Viet Nam and Cambodia'
const DEBT_MEAN = 'chosen so that the mean of all countries, 547,788, comes out'

/**
 * What the demonstration makes come out, and every value that had to be assumed with the reason. The figures are those of
 * lib/domain/statistics/survey-baseline.ts, with its correction of Indonesia and Cambodia. As in the survey, averages are over
 * those who paid and gave an amount.
 */
export const SURVEY_PLAN: Readonly<Record<DemoCountry, CountryPlan>> = {
  VN: {
    sending: {
      payers: publishedPeople('VN', 'sendingShareTenths', 930),
      withAmount: assumed(604, GAVE_AMOUNT),
      meanJpy: publishedMean('VN', 'sendingAverageJpy'),
    },
    broker: {
      payers: publishedPeople('VN', 'brokerShareTenths', 930),
      withAmount: assumed(76, BROKER_AMOUNTS),
      withoutSendingAmount: assumed(23, BROKER_AMOUNTS),
      meanJpy: publishedMean('VN', 'brokerAverageJpy'),
    },
    other: { people: assumed(58, TOTAL), sumJpy: assumed(1_264_017, TOTAL) },
    debt: {
      answers: assumed(900, ANSWERED),
      inDebt: publishedPeople('VN', 'debtShareTenths', 900),
      meanJpy: publishedMean('VN', 'debtAverageJpy'),
    },
  },
  CN: {
    sending: {
      payers: assumed(400, SHARE_OF_ALL),
      withAmount: assumed(291, GAVE_AMOUNT),
      meanJpy: publishedMean('CN', 'sendingAverageJpy'),
    },
    broker: {
      payers: assumed(52, BROKERS_OF_ALL),
      withAmount: assumed(52, BROKER_AMOUNTS),
      withoutSendingAmount: assumed(25, BROKER_AMOUNTS),
      meanJpy: assumed(358_105, 'chosen so that the mean of all countries, 335,378, comes out'),
    },
    other: { people: assumed(4, TOTAL), sumJpy: assumed(87_206, TOTAL) },
    debt: {
      answers: assumed(400, ANSWERED),
      inDebt: assumed(100, DEBT_OF_ALL),
      meanJpy: publishedMean('CN', 'debtAverageJpy'),
    },
  },
  ID: {
    sending: {
      payers: publishedPeople('ID', 'sendingShareTenths', 324),
      withAmount: assumed(226, GAVE_AMOUNT),
      meanJpy: publishedMean('ID', 'sendingAverageJpy'),
    },
    broker: {
      payers: assumed(20, NEAREST),
      withAmount: assumed(15, BROKER_AMOUNTS),
      withoutSendingAmount: assumed(0, BROKER_AMOUNTS),
      meanJpy: assumed(49_402, SLIDE_DOLLARS),
    },
    other: { people: assumed(30, TOTAL), sumJpy: assumed(466_488, TOTAL) },
    debt: { answers: assumed(313, ANSWERED), inDebt: assumed(150, DEBT_OF_ALL), meanJpy: assumed(197_527, DEBT_MEAN) },
  },
  PH: {
    sending: {
      payers: publishedPeople('PH', 'sendingShareTenths', 281),
      withAmount: assumed(35, GAVE_AMOUNT),
      meanJpy: publishedMean('PH', 'sendingAverageJpy'),
    },
    broker: {
      payers: assumed(9, NEAREST),
      withAmount: assumed(9, BROKER_AMOUNTS),
      withoutSendingAmount: assumed(3, BROKER_AMOUNTS),
      meanJpy: assumed(34_467, SLIDE_DOLLARS),
    },
    other: { people: assumed(1, TOTAL), sumJpy: assumed(2_995, TOTAL) },
    debt: { answers: assumed(271, ANSWERED), inDebt: assumed(36, DEBT_OF_ALL), meanJpy: assumed(60_000, DEBT_MEAN) },
  },
  MM: {
    sending: {
      payers: assumed(120, SHARE_OF_ALL),
      withAmount: assumed(90, GAVE_AMOUNT),
      meanJpy: publishedMean('MM', 'sendingAverageJpy'),
    },
    broker: {
      payers: assumed(0, NOBODY),
      withAmount: assumed(0, NOBODY),
      withoutSendingAmount: assumed(0, NOBODY),
      meanJpy: assumed(0, NOBODY),
    },
    other: { people: assumed(0, NOBODY), sumJpy: assumed(0, NOBODY) },
    debt: { answers: assumed(120, ANSWERED), inDebt: assumed(60, DEBT_OF_ALL), meanJpy: assumed(200_000, DEBT_MEAN) },
  },
  KH: {
    sending: {
      payers: assumed(103, FEW_AROUND),
      withAmount: assumed(71, GAVE_AMOUNT),
      meanJpy: publishedMean('KH', 'sendingAverageJpy'),
    },
    broker: {
      payers: assumed(10, NEAREST),
      withAmount: assumed(10, BROKER_AMOUNTS),
      withoutSendingAmount: assumed(1, BROKER_AMOUNTS),
      meanJpy: assumed(68_933, SLIDE_DOLLARS),
    },
    other: { people: assumed(2, TOTAL), sumJpy: assumed(29_614, TOTAL) },
    debt: {
      answers: assumed(103, ANSWERED),
      inDebt: publishedPeople('KH', 'debtShareTenths', 103),
      meanJpy: publishedMean('KH', 'debtAverageJpy'),
    },
  },
}
