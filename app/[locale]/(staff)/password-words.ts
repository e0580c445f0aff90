import type { PasswordRefusal } from '@/lib/auth/choose-password'
import type { ErrorMessage } from '@/lib/http/form-state'

/** What is said at a new password that is not taken. */
export function passwordWords(refusal: PasswordRefusal): ErrorMessage {
  switch (refusal.code) {
    case 'password_short':
      return { key: 'errors.password_short', params: { minimum: refusal.minimum } }
    case 'password_long':
      return { key: 'errors.too_long', params: { maximum: refusal.maximum } }
    case 'password_common':
      return { key: 'account.password_common' }
    case 'password_personal':
      return { key: 'account.password_personal' }
    default:
      throw new Error(`unhandled refusal ${String(refusal satisfies never)}`)
  }
}
