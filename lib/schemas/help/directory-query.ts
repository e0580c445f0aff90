import { z } from 'zod'
import { answeredLanguages, PROBLEMS, type DirectoryFilter } from '@/lib/domain/referral/directory'
import { PLACES } from '@/lib/domain/referral/referral-body'

type Search = Readonly<Record<string, string | string[] | undefined>>

/** What the form of the directory asks for, each empty for "all". A value that is none of ours counts as empty. */
export const DIRECTORY_FIELDS = { language: 'lang', place: 'place', problem: 'problem' } as const

/** The reader's choice out of the address, and whether there is one at all. */
export function readDirectoryQuery(search: Search): { readonly isAsked: boolean; readonly filter: DirectoryFilter } {
  const { language, place, problem } = DIRECTORY_FIELDS
  return {
    isAsked: [language, place, problem].some((name) => search[name] !== undefined),
    filter: {
      language: z.enum(answeredLanguages()).nullable().catch(null).parse(search[language]),
      place: z.enum(PLACES).nullable().catch(null).parse(search[place]),
      problem: z.enum(PROBLEMS).nullable().catch(null).parse(search[problem]),
    },
  }
}
