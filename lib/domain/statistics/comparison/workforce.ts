import type { ComparisonSeries } from './series'

/** Foreign workers in Japan by nationality, October 2025 (notification status). */
export const FOREIGN_WORKERS = {
  total: 2_571_037,
  byOrigin: { VN: 605_906, CN: 431_949, PH: 260_869, NP: 235_874, ID: 228_118 },
} as const

/** Specified skilled workers (i) in Japan by nationality, end of June 2025. */
export const SKILLED_WORKERS = {
  total: 333_123,
  byOrigin: {
    VN: 146_270,
    ID: 69_384,
    MM: 35_557,
    PH: 32_396,
    CN: 19_901,
    NP: 9_329,
    KH: 7_159,
    TH: 6_212,
    OTHER: 6_915,
  },
} as const

/** Who works in Japan, beside who reports: shares of the workforce for shares of reports. */
export const WORKFORCE_SERIES: readonly ComparisonSeries[] = [
  {
    id: 'foreign_workers_2025',
    title: 'Notification status of employment of foreigners, end of October 2025',
    publisher: 'Ministry of Health, Labour and Welfare of Japan',
    period: 'October 2025',
    url: null,
    evidence: ['Gifu Shimbun and Kyodo, 30 January 2026'],
    caveats: ['all_statuses'],
    points: shares(FOREIGN_WORKERS),
  },
  {
    id: 'ssw_2025',
    title: 'Specified skilled workers (i), end of June 2025',
    publisher: 'Immigration Services Agency of Japan',
    period: 'June 2025',
    url: null,
    evidence: ['Viet-Jo, 3 October 2025'],
    caveats: ['one_scheme'],
    points: shares(SKILLED_WORKERS),
  },
]

function shares({ total, byOrigin }: { total: number; byOrigin: Readonly<Record<string, number>> }) {
  return Object.entries(byOrigin).map(([origin, people]) => ({
    measure: 'reports',
    dimension: 'origin' as const,
    value: origin,
    number: people / total,
    unit: 'share' as const,
    confidence: 'medium' as const,
    isRounded: false,
    isDoubtful: false,
    people,
  }))
}
