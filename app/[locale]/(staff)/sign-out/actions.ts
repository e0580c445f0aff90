'use server'

import { redirect } from 'next/navigation'
import { signOut } from '@/lib/auth/sign-in'

/** Ends the session and leads to the sign-in page. */
export async function signOutAction(locale: string): Promise<void> {
  await signOut()
  redirect(`/${locale}/sign-in?out=1`)
}
