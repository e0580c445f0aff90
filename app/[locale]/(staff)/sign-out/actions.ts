'use server'

import { redirect } from 'next/navigation'
import { clearCookie } from '@/lib/access/cookies'
import { signOut } from '@/lib/auth/sign-in'
import { toLocale } from '@/lib/i18n/locales'

/** Ends the session, forgets in this browser what was being written for a worker, and leads to the sign-in page. */
export async function signOutAction(locale: string): Promise<void> {
  await signOut()
  await clearCookie('filing')
  redirect(`/${toLocale(locale)}/sign-in?out=1`)
}
