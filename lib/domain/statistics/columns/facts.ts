/**
 * What is known of one report, as `app.statistic_facts` lists it. Codes as stored, null where not told; money in whole yen (`interest`
 * in hundredths of a per cent a year); `month` is year × 12 + month − 1 of receipt in Japan.
 */
export type ReportFacts = readonly [
  ref: number,
  office: string,
  month: number,
  origin: string | null,
  corridor: string | null,
  scheme: string | null,
  channel: string | null,
  language: string | null,
  severity: string | null,
  state: string | null,
  closingCode: string | null,
  feeVerdict: string | null,
  sex: string | null,
  ageBand: string | null,
  sector: string | null,
  grievances: readonly string[] | null,
  indicators: readonly string[] | null,
  programmes: readonly string[] | null,
  isAnonymous: boolean,
  isAdmissible: boolean | null,
  isRemedied: boolean,
  paidAnswer: string | null,
  payments: number,
  hasPaidSending: boolean,
  hasPaidBroker: boolean,
  inDebt: boolean | null,
  tellsPay: boolean,
  ruledPayments: number,
  overPayments: number,
  paidTotal: number | null,
  paidSending: number | null,
  paidBroker: number | null,
  aboveCap: number | null,
  aboveZeroFee: number | null,
  recruitmentCost: number | null,
  firstMonth: number | null,
  lastMonth: number | null,
  debt: number | null,
  interest: number | null,
  toldGap: number | null,
  toldPayGap: number | null,
  deductions: number | null,
  claimed: number | null,
  repaid: number | null,
  paid: readonly PaymentFacts[] | null,
]

/** One payment: `isCertain` is false where only rules say so that an officer must confirm; `paidOn` is `YYYY` or `YYYY-MM`. */
export type PaymentFacts = readonly [
  payee: string | null,
  category: string | null,
  verdict: string | null,
  isCertain: boolean,
  paidOn: string | null,
  jpy: number | null,
]

/** A report that is counted, or the number of one that is not (any more). */
export type FactRow = ReportFacts | readonly [ref: number]

/** Whether a row is a report that is counted. */
export function isCounted(row: FactRow): row is ReportFacts {
  return row.length > 1
}
