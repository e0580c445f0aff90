import 'server-only'
import { passwordProblem } from '@/lib/domain/password-rules'
import { err, ok, type Result } from '@/lib/domain/result'
import { COMMON_PASSWORDS } from './common-passwords'
import { hashPassword, PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './password'

/** Why a new password is not taken. */
export type PasswordRefusal =
  | { readonly code: 'password_short'; readonly minimum: number }
  | { readonly code: 'password_long'; readonly maximum: number }
  | { readonly code: 'password_common' | 'password_personal' }

/** What is wrong with the length alone; found without knowing whose it is. */
export function lengthRefusal(password: string): PasswordRefusal | null {
  const length = [...password.normalize('NFKC')].length
  if (length < PASSWORD_MIN_LENGTH) return { code: 'password_short', minimum: PASSWORD_MIN_LENGTH }
  return length > PASSWORD_MAX_LENGTH ? { code: 'password_long', maximum: PASSWORD_MAX_LENGTH } : null
}

/** The hash of a new password of somebody, or why it is not taken. `personal`: e-mail, name and office. */
export async function hashChosen(
  password: string,
  personal: readonly string[],
): Promise<Result<string, PasswordRefusal>> {
  const refusal = lengthRefusal(password)
  if (refusal) return err(refusal)
  const problem = passwordProblem(password, { common: COMMON_PASSWORDS, personal })
  return problem === null ? ok(await hashPassword(password)) : err({ code: `password_${problem}` })
}
