/** Whom the survey of 2021–22 asked, by stage of training and by sector (ISA with OTIT, July 2022). */
export const SURVEY_BY_STAGE = { stage_1: 57, stage_2: 1691, stage_3: 436 } as const
export const SURVEY_BY_SECTOR = {
  agriculture: 257,
  fisheries: 16,
  construction: 334,
  food_manufacturing: 413,
  textile_apparel: 185,
  machinery_metal: 313,
  other_transferable: 638,
  non_transferable: 28,
} as const

/** What the payment to a sending organisation was for, mean in yen: parts that were named, not all of it. Source: Viet-Jo. */
export const SURVEY_SENDING_PARTS = {
  all: { dispatch_fee: 269_303, pre_departure_education: 73_663, deposit_penalty: 19_503 },
  VN: { dispatch_fee: 320_272, pre_departure_education: 94_302, deposit_penalty: 29_339 },
} as const

/** Labour inspections of technical intern workplaces, picked on suspicion. Sources: JILPT 2023, Ministry of Health, Labour and Welfare. */
export const INSPECTIONS = {
  2021: { inspected: 9_036, inBreach: 6_556, share: 0.726 },
  2022: { inspected: 9_829, inBreach: 7_247, share: 0.737 },
} as const

/** What 500 people asked JP-MIRAI Assist about, May 2022 to April 2024. Source: CINGA, 2024. */
export const ASSIST_PILOT = {
  people: 500,
  topics: 3_203,
  byTopic: {
    labour: 1_174,
    daily_life: 994,
    medical_welfare: 383,
    residence_status: 354,
    tax_social_insurance: 195,
    education: 103,
  },
} as const
