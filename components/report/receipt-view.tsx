import type { ReactNode } from 'react'
import { Note } from '@/components/ui/note'
import { Ticket, TicketPart } from '@/components/ui/ticket'
import { formatSecretCode } from '@/lib/domain/secret-code'
import type { Translator } from '@/lib/i18n/translate'
import { QuestionHead } from './question-head'
import { ReceiptTools } from './receipt-tools'

/** Number and code, the ways to keep them, and `kept`: the form that says they are kept. */
export function ReceiptView({
  t,
  lead,
  number,
  code,
  fileHref,
  pictureHref,
  kept,
}: {
  t: Translator
  lead: string
  number: string
  code: string
  fileHref: string
  /** The picture from the server, for who has no scripts; with them it is drawn on the phone. */
  pictureHref: string
  kept: ReactNode
}) {
  return (
    <>
      <QuestionHead question={t('report.receipt_heading')} lead={lead} />
      <Ticket>
        <TicketPart title={t('report.receipt_number')} code={number} hint={t('report.receipt_number_hint')} />
        <TicketPart
          title={t('report.receipt_code')}
          code={formatSecretCode(code).split(' ')}
          hint={t('report.receipt_code_hint')}
        />
      </Ticket>
      <div className="acts">
        <a className="btn" href={fileHref} download={`${t('report.receipt_file_name')}.txt`}>
          {t('report.receipt_save')}
        </a>
        <noscript>
          <a className="btn alt" href={pictureHref} download={`${t('report.receipt_file_name')}.png`}>
            {t('report.receipt_picture')}
          </a>
        </noscript>
        <ReceiptTools
          text={ticketText(t, number, code)}
          fileName={t('report.receipt_file_name')}
          words={{
            picture: t('report.receipt_picture'),
            copy: t('report.receipt_copy'),
            copied: t('report.receipt_copied'),
            print: t('report.receipt_print'),
          }}
        />
      </div>
      <Note>
        <p>{t('report.receipt_paper')}</p>
        <noscript>
          <p>{t('report.receipt_print_hint')}</p>
        </noscript>
      </Note>
      {kept}
    </>
  )
}

/** The ticket as plain text, for a file or the clipboard. It names nothing of what it is about. */
export function ticketText(t: Translator, number: string, code: string): string {
  return `Passage\n${t('report.receipt_number')}: ${number}\n${t('report.receipt_code')}: ${formatSecretCode(code)}\n`
}
