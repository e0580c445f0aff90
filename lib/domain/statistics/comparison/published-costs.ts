import type { ComparisonPoint, ComparisonSeries } from './series'

/**
 * What national surveys found of SDG indicator 10.7.1, as published; only what concerns our measures is a point. Each counts workers
 * who left for any country, not for Japan alone: caveat `all_destinations`.
 */
export const PUBLISHED_COSTS: readonly ComparisonSeries[] = [
  {
    id: 'sdg_1071_vn_2021',
    title: 'SDG 10.7.1, Viet Nam, Labour Force Survey 2021',
    publisher: 'General Statistics Office of Viet Nam with ILO, December 2022',
    period: 'left 2018 to 2021',
    url: null,
    evidence: ['gso.gov.vn 2022-12', 'consosukien.vn', 'pdsag.com', 'ilo.org WCMS_866860'],
    caveats: ['all_destinations', 'no_table_by_destination'],
    points: [indicator('VN', 7.4, 250_300)],
  },
  {
    id: 'sdg_1071_ph_2019',
    title: 'SDG 10.7.1, Philippines, Survey on Overseas Filipinos 2019 (pilot)',
    publisher: 'Philippine Statistics Authority with ILO, 2024',
    period: 'October 2016 to September 2019',
    url: null,
    evidence: ['ILO news of 6 June 2024, as carried by journal.com.ph', 'devdiscourse'],
    caveats: ['all_destinations', 'pilot_survey'],
    points: [indicator('PH', 1.2, null)],
  },
  {
    id: 'lfs_la_2017',
    title: 'Lao PDR Labour Force Survey 2017 (pilot)',
    publisher: 'ILO, paper for the ISI World Statistics Congress 2019',
    period: '2017',
    url: null,
    evidence: ['isi2019.org, contributed paper session 4, page 413'],
    caveats: ['no_cost_figures'],
    points: [],
  },
  {
    id: 'knomad_2015_16',
    title: 'KNOMAD-ILO Migration Costs Surveys',
    publisher: 'World Bank and ILO',
    period: '2015 to 2016',
    url: null,
    evidence: ['catalog.ihsn.org 7355', 'Martin, background paper, 2016'],
    caveats: ['no_corridor_to_japan', 'range_only'],
    points: [],
  },
]

/** Figures of these publications that are no measure of ours; amounts in whole units of the currency. For the notes and their proof. */
export const PUBLISHED_COST_FACTS = {
  sdg_1071_vn_2021: {
    workers: 250_300,
    destinationShares: { JP: 0.406, TW: 0.319, KR: 0.109, CN: 0.028 },
    maleShare: 0.68,
    ruralShare: 0.86,
    meanCostVnd: 165_000_000,
    months: 7.4,
  },
  sdg_1071_ph_2019: {
    totalCostPhp: 100_000_000_000,
    totalCostUsd: 1_900_000_000,
    meanFirstMonthPhp: 45_000,
    months: 1.2,
  },
  lfs_la_2017: { returnMigrants: 52_600, shareOfPopulation: 0.007 },
  /** One to seven months of earnings abroad (Martin, 2016). */
  knomad_2015_16: { people2016: 2_454, monthsFrom: 1, monthsTo: 7 },
} as const

function indicator(origin: string, months: number, people: number | null): ComparisonPoint {
  return {
    measure: 'rci_first_month',
    dimension: 'origin',
    value: origin,
    number: months,
    unit: 'months',
    confidence: 'medium',
    isRounded: true,
    isDoubtful: false,
    people,
  }
}
