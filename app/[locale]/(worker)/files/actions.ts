'use server'

import { redirect } from 'next/navigation'
import { findFileHolder } from '@/lib/access/file-holder'
import type { FormState } from '@/lib/http/form-state'
import { safeNext } from '@/lib/http/safe-next'
import { toLocale } from '@/lib/i18n/locales'
import { removeFile } from '@/lib/usecases/files/remove-file'

type Place = {
  readonly locale: string
  readonly for: 'draft' | 'case'
  readonly id: string
  readonly next: string
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Takes a file back and says so where the form stood. One that is gone already, or somebody else's, changes nothing. */
export async function removeFileAction(place: Place): Promise<FormState> {
  const next = safeNext(place.next) ?? `/${toLocale(place.locale)}`
  const holder = await findFileHolder(place.for === 'case' ? 'case' : 'draft')
  if (holder === null || !UUID.test(place.id)) redirect(`${next}?file=not_here#files`)
  const removed = await removeFile(holder, place.id)
  redirect(`${next}?file=${removed.ok ? 'removed' : removed.error.code}#files`)
}
