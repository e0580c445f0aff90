import 'server-only'
import type { Labeller, Labels, PackLanguage } from '@/lib/domain/referral/pack/pack'
import type { PrintWords } from '@/lib/domain/referral/pack/print-pack'
import type { SentHow } from '@/lib/domain/referral/outcomes'

/** The words of a pack: labels, printed sentences, the name of who gets it. Catalogs are not read here. */
export type PackWords = {
  readonly labels: Labeller
  readonly print: (language: PackLanguage) => PrintWords
  readonly recipient: Labels
}

/** What a move that prepares or sends a referral says beyond the rules of the workflow. */
export type ReferralOfMove = {
  readonly purpose?: string | undefined
  readonly words?: PackWords | undefined
  /** To a body outside: how the pack was handed over. */
  readonly sentHow?: SentHow | undefined
}
