import { z } from 'zod'
import { parseSecretCode, type SecretCodeError } from '@/lib/domain/secret-code'
import { typedText } from '@/lib/domain/writing/typed-text'

/** Digits in a secret code, the check digit included. */
export const SECRET_CODE_LENGTH = 21

const WORDS: Readonly<Record<SecretCodeError, string>> = {
  code_incomplete: 'errors.code_length',
  code_slip: 'errors.code_slip',
  code_not_digits: 'errors.code_not_digits',
}

/** The secret code as typed, with blanks, dashes and any script's digits; becomes 21 Latin digits. */
export const openCaseSchema = z.object({
  code: z.string().transform((typed, context) => {
    const parsed = parseSecretCode(typed)
    if (parsed.ok) return parsed.value
    const given = typedText(typed.slice(0, 200)).replace(/\D/gu, '').length
    const isEmpty = given === 0 && parsed.error === 'code_incomplete'
    context.addIssue({
      code: 'custom',
      message: isEmpty ? 'errors.code_required' : WORDS[parsed.error],
      params: { expected: SECRET_CODE_LENGTH, given },
    })
    return z.NEVER
  }),
})
