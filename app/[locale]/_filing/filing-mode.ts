import type { ReactNode } from 'react'
import type { CookieName } from '@/lib/access/cookies'
import type { Grant } from '@/lib/access/grant'
import type { Proof } from '@/lib/domain/challenge'
import type { FileView } from '@/lib/domain/files/upload'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import type { Result } from '@/lib/domain/result'
import type { Locale } from '@/lib/i18n/locales'
import type { MessageKey } from '@/lib/i18n/message-key'
import type { Translator } from '@/lib/i18n/translate'
import type { ReportDraft } from '@/lib/schemas/report/draft-payload'
import type { HeldError } from '@/lib/usecases/abuse/take-turn'
import type { FilingPermission, ReportDraftKind } from '@/lib/usecases/save-report-step'

/**
 * Who fills in the report: the worker without an account, or staff for a worker. Pages, forms and actions are the same;
 * this is all that differs. `_filing` is a private folder of the router: nothing in it has an address of its own.
 */
export type FilingMode = {
  readonly kind: ReportDraftKind
  readonly cookie: CookieName
  /** Address of the first page; every other one is below it. */
  readonly base: (locale: Locale) => string
  /** Whether the first question may be seen before anything is kept. */
  readonly beginsWithoutDraft: boolean
  /** Where "I have kept it" leads; the number is null when nothing was there to keep. */
  readonly afterReceipt: (locale: Locale, number: string | null) => string
  /** Whether one more draft may begin now; left out where only staff begin one. */
  readonly takeTurn?: (proof: Proof | null, answers: ReportAnswers) => Promise<Result<null, HeldError>>
  /** Lets a reader in or sends them to where they can get in; before anything is read. */
  readonly enter: (locale: Locale) => Promise<void>
  /** The pass for the draft of a token; null when a session has ended meanwhile. */
  readonly grantFor: (token: string) => Promise<Grant<FilingPermission> | null>
  /** The files of this browser's draft; left out where none can be added. */
  readonly files?: () => Promise<readonly FileView[]>
  /** Puts the draft of a token to rest; left out where nothing rests. */
  readonly rest?: (token: string) => Promise<void>
  /** What else is asked on the check page before sending. */
  readonly BeforeSending?: (props: { readonly t: Translator; readonly draft: ReportDraft }) => ReactNode
  /** What is said to the one who gets the ticket. */
  readonly receiptWords: { readonly lead: MessageKey; readonly kept: MessageKey }
  /** The page around a screen. */
  readonly Frame: (props: {
    readonly aside: ReactNode
    readonly isWide?: boolean
    readonly children: ReactNode
  }) => ReactNode
}
