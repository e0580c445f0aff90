import type { RefusalKeys } from '@/lib/http/spoken-state'

/** What a code is refused with. */
export const CODE_REFUSALS: RefusalKeys = {
  code_wrong: 'account.code_wrong',
  code_used: 'account.code_used',
  code_tries: 'account.code_tries',
  password_wrong: 'account.password_wrong',
}
