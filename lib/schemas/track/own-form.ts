import { z } from 'zod'

/**
 * What every form on a worker's page carries unseen: which form it is, so that sending it twice is sending it once, and which
 * case it was shown for, so that words meant for one case never reach another that was opened on the same phone meanwhile.
 */
export const ownFormShape = {
  requestId: z.uuid({ error: 'errors.refused' }),
  caseId: z.uuid({ error: 'errors.refused' }),
}
