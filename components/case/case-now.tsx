import type { ReactNode } from 'react'
import type { CaseFile } from '@/lib/domain/case-file'
import type { CaseMessage, Statement } from '@/lib/domain/case-words'
import type { PossibleMove } from '@/lib/domain/case-workflow'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { CaseNext } from './case-aside'
import { CaseMoves } from './case-moves'
import { codeWord, partialDate } from './words'

/** More of the last words than this is for the thread. */
const LETTERS_SHOWN = 280

/** What somebody with ten minutes needs first: what is due and whose it is, danger, the worker's last words, where the case can go. */
export function CaseNow({
  t,
  file,
  moves,
  at,
  address,
  children,
}: {
  t: Translator
  file: CaseFile
  moves: readonly PossibleMove[]
  at: Date
  address: string
  /** What of other rooms must be seen at once. */
  children?: ReactNode
}) {
  return (
    <div className="now-band">
      <CaseNext t={t} deadlines={file.deadlines} at={at} address={address} />
      <section className="block">
        <Danger t={t} file={file} />
        <LastWords t={t} file={file} />
        {children}
      </section>
      <CaseMoves t={t} moves={moves} address={address} />
    </div>
  )
}

function Danger({ t, file: { head } }: { t: Translator; file: CaseFile }) {
  if (head.dangers.length === 0 && head.departureOn === null) return null
  return (
    <>
      <h2>{t('cases.now_danger')}</h2>
      <p className="danger-told">
        {[
          ...head.dangers.map((code) => codeWord(t, 'danger', code)),
          ...(head.departureOn === null
            ? []
            : [`${t('cases.fact_departure')}: ${partialDate(t, head.departureOn) ?? head.departureOn}`]),
        ].join('; ')}
      </p>
    </>
  )
}

function LastWords({ t, file }: { t: Translator; file: CaseFile }) {
  const last = lastWords(file)
  if (!last) return null
  const { text, language, at, translation } = last
  return (
    <>
      <h2>{t('cases.now_last_word')}</h2>
      <div className="words">
        <p className="said" lang={language}>
          {startOf(text)}
        </p>
        {translation === null ? null : (
          <p className="said mute" lang={translation.language}>
            {startOf(translation.text)}
          </p>
        )}
        <p className="by">
          <time dateTime={at.toISOString()}>{formatInstant(at, t.locale)}</time>{' '}
          <a className="noprint" href={file.messages.length > 0 ? '#messages' : '#facts'}>
            {t('cases.now_reads')}
          </a>
        </p>
      </div>
    </>
  )
}

function lastWords(file: CaseFile) {
  const isTheirs = ({ direction, text }: CaseMessage) => direction === 'from_worker' && text !== ''
  const message = file.messages.findLast(isTheirs)
  if (message) return { ...message, at: message.sentAt }
  const told = file.statements.findLast(({ authorKind }: Statement) => authorKind === 'worker')
  return told ? { ...told, at: told.createdAt } : null
}

function startOf(text: string): string {
  return text.length > LETTERS_SHOWN ? `${text.slice(0, LETTERS_SHOWN).trimEnd()}…` : text
}
