/**
 * What an office writes again and again, to begin a message with. The words are `track.template_<code>` in every language of
 * workers; an officer may change them before sending, so what was sent is the message and not the template.
 */
export const MESSAGE_TEMPLATES = [
  'received_thanks',
  'ask_receipt',
  'ask_papers',
  'ask_when_safe',
  'check_in',
  'still_working',
  'ask_to_pass_on',
  'remedy_offer_explained',
  'closing_reason',
  'retaliation_check',
] as const

export type MessageTemplate = (typeof MESSAGE_TEMPLATES)[number]

/** Templates that ask: the worker is shown them as a question. */
export const ASKING_TEMPLATES: readonly MessageTemplate[] = [
  'ask_receipt',
  'ask_papers',
  'ask_when_safe',
  'check_in',
  'ask_to_pass_on',
  'retaliation_check',
]

/** Whether a text of an address or a form names a template. */
export function isMessageTemplate(text: unknown): text is MessageTemplate {
  return (MESSAGE_TEMPLATES as readonly unknown[]).includes(text)
}

/** When news is promised that no clock names: a week. */
const NEWS_DAYS = 7

/** By when a template promises news: when the office owes the next status, else in a week. */
export function newsPromisedBy(
  deadlines: readonly { readonly kind: string; readonly dueAt: Date; readonly pausedAt: Date | null }[],
  at: Date,
): Date {
  const status = deadlines.find(
    ({ kind, dueAt, pausedAt }) => kind === 'status_update' && pausedAt === null && dueAt > at,
  )
  return status?.dueAt ?? new Date(at.getTime() + NEWS_DAYS * 86_400_000)
}
