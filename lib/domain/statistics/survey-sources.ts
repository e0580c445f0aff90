/** Where the published figures were read. */
export const SURVEY_SOURCES = {
  isa_2022: {
    title: 'Results of the fact-finding survey on costs paid by technical intern trainees',
    publisher: 'Immigration Services Agency of Japan, with OTIT',
    date: '2022-07-26',
    url: 'https://www.moj.go.jp/isa/content/001377469.pdf',
  },
  viet_jo: { title: 'Report on the ISA survey', publisher: 'Viet-Jo', date: '2022-07-27', url: null },
  jiji: {
    title: 'Majority of Trainees in Debt before Arriving in Japan',
    publisher: 'Jiji Press / The Japan News',
    date: '2022-07-27',
    url: null,
  },
  poste: {
    title: 'Debt of Cambodian interns before coming to Japan',
    publisher: 'Poste Cambodia',
    date: '2022-08-15',
    url: null,
  },
  nippon_com: {
    title: 'Japan Data: more than half of technical interns in debt before arrival',
    publisher: 'nippon.com',
    date: '2022-08',
    url: null,
  },
  mydo: {
    title: 'What sending organisations charge (rounded to 10,000 yen)',
    publisher: 'MY-DO',
    date: null,
    url: null,
  },
  jp_mirai: {
    title: 'FERI, table of average payments before arrival',
    publisher: 'JP-MIRAI',
    date: '2025',
    url: 'https://jp-mirai.org/jp/activity/feri',
  },
  jica_2024: {
    title: "JICA's Support for Countries of Origin to Enhance Net Gains from Migration",
    publisher: 'JICA',
    date: '2024',
    url: null,
  },
  corrected: {
    title: 'Correction of two interchanged rows, see the footnote',
    publisher: 'Fair Passage',
    date: '2026-11-20',
    url: null,
  },
} as const satisfies Record<string, { title: string; publisher: string; date: string | null; url: string | null }>

/** The id of a source of published figures. */
export type SurveySource = keyof typeof SURVEY_SOURCES
