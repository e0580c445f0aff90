import { STAFF_ROLES } from '@/lib/access/policy'
import type { Translator } from '@/lib/i18n/translate'

/** The roles as cards to choose from, each with what it may do. */
export function roleChoices(t: Translator) {
  return [
    {
      choices: STAFF_ROLES.map((role) => ({
        value: role,
        text: t(`codes.staff_role.${role}`),
        help: t(`settings.role_${role}_help`),
      })),
    },
  ]
}
