'use server'

import { redirect } from 'next/navigation'
import type { CodesState } from '@/components/account/codes-form'
import { doorGrant, requireGrant } from '@/lib/access/door'
import { hasProvedLately, proveAgainPath } from '@/lib/access/step-up'
import { toLocale } from '@/lib/i18n/locales'
import { makeRecoveryCodes } from '@/lib/usecases/account/make-recovery-codes'

/** Makes recovery codes and answers with them, once. */
export async function makeCodesAction(locale: string, returnTo: string, _previous: CodesState): Promise<CodesState> {
  const grant = await requireGrant('session.own', { locale: toLocale(locale), returnTo })
  if (!(await hasProvedLately(grant))) redirect(proveAgainPath(toLocale(locale), returnTo))
  return { status: 'made', codes: await makeRecoveryCodes(grant, doorGrant()) }
}
