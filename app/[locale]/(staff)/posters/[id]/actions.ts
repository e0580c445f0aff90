'use server'

import { redirect } from 'next/navigation'
import { findGrant } from '@/lib/access/door'
import { refused, type FormState } from '@/lib/http/form-state'
import { toLocale } from '@/lib/i18n/locales'
import { isId } from '@/lib/platform/ids'
import { retirePoster } from '@/lib/usecases/posters/retire-poster'

/** Takes a poster down. */
export async function retirePosterAction(locale: string, id: string, _previous: FormState): Promise<FormState> {
  const grant = await findGrant('poster.make')
  if (!grant) return refused('session_over', {})
  if (isId(id)) await retirePoster(grant, id)
  redirect(`/${toLocale(locale)}/posters`)
}
