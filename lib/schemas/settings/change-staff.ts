import { z } from 'zod'
import { STAFF_ROLES } from '@/lib/access/policy'
import type { MessageKey } from '@/lib/i18n/message-key'

const chooseOne: MessageKey = 'errors.choose_one'
const changedMeanwhile: MessageKey = 'errors.changed_meanwhile'

const version = z
  .string({ error: changedMeanwhile })
  .regex(/^\d{1,9}$/, { error: changedMeanwhile })
  .transform(Number)

/** The version of the row that was on the page: disabling and enabling. */
export const changeStaffSchema = z.object({ version })

/** Another role, for the row as it was on the page. */
export const changeStaffRoleSchema = z.object({ version, role: z.enum(STAFF_ROLES, { error: chooseOne }) })

/** The id of a person in an address; anything else is somebody who is not there. */
export const staffIdSchema = z.uuid()
