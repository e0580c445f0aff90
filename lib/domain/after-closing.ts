import { APPEAL_WITHIN_DAYS, REOPEN_WITHIN_MONTHS } from './workflow/fact-guards'

/** Until when a worker can have a closed case opened again. */
export function reopenUntil(closedAt: Date): Date {
  const end = new Date(closedAt)
  end.setUTCMonth(end.getUTCMonth() + REOPEN_WITHIN_MONTHS)
  return end
}

/** Until when a worker can ask that another officer looks at a closed case. */
export function appealUntil(closedAt: Date): Date {
  return new Date(closedAt.getTime() + APPEAL_WITHIN_DAYS * 86_400_000)
}
