/** Languages that definitions of statistics are written in for staff. A test holds them to the screens' list. */
export const STAFF_LANGUAGES = ['en', 'vi', 'ja'] as const
export type ExportLanguage = (typeof STAFF_LANGUAGES)[number]
