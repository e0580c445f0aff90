import { Door, Doors } from '@/components/ui/doors'
import type { PictogramName } from '@/components/ui/pictogram-shapes'
import type { Money } from '@/lib/domain/money/money'
import { sumByCurrency } from '@/lib/domain/money/money'
import { formatMoney } from '@/lib/i18n/format'
import type { MessageKey } from '@/lib/i18n/message-key'
import type { Translator } from '@/lib/i18n/translate'

/** What the doors say of the case. */
export type DoorFacts = {
  readonly feeLineCount: number
  readonly amounts: readonly Money[]
  readonly agreed: number
  readonly notAgreed: number
  readonly isOpen: boolean
  /** The yes to statistics stands. */
  readonly isCounted: boolean
  /** Something was agreed that the worker has not confirmed. */
  readonly awaitsArrival: boolean
  /** It has ended, and its worker has not said how it was. */
  readonly canRate: boolean
}

type DoorRow = {
  readonly to: string
  readonly pictogram: PictogramName
  readonly name: MessageKey
  readonly help?: MessageKey | { readonly text: string }
  readonly isShown?: boolean
}

/** What the worker can do besides writing, and what belongs to the worker. */
export function CaseDoors({ t, facts }: { t: Translator; facts: DoorFacts }) {
  const { feeLineCount, amounts, agreed, notAgreed, isOpen, isCounted, awaitsArrival, canRate } = facts
  const sums = sumByCurrency(amounts).map(({ amountMinor, currency }) => formatMoney(amountMinor, currency, t.locale))
  const count = t('track.door_payments_help', { count: feeLineCount })
  const payments = sums.length === 0 ? count : t('track.door_payments_sum', { text: count, sums: sums.join(' + ') })
  const work: readonly DoorRow[] = [
    {
      to: 'arrived',
      pictogram: 'coins',
      name: 'track.door_arrived',
      help: 'track.door_arrived_help',
      isShown: awaitsArrival,
    },
    { to: 'rate', pictogram: 'list', name: 'track.door_rate', help: 'track.door_rate_help', isShown: canRate },
    { to: 'payments', pictogram: 'wallet', name: 'track.door_payments', help: { text: payments } },
    { to: 'pay', pictogram: 'payslip', name: 'track.door_pay', help: 'track.door_pay_help' },
    { to: 'files', pictogram: 'camera', name: 'track.door_files', help: 'track.door_files_help' },
    {
      to: 'officer',
      pictogram: 'person',
      name: 'track.door_officer',
      help: 'track.door_officer_help',
      isShown: isOpen,
    },
    { to: 'stop', pictogram: 'noentry', name: 'track.door_stop', help: 'track.door_stop_help', isShown: isOpen },
  ]
  const data: readonly DoorRow[] = [
    { to: 'facts', pictogram: 'records', name: 'track.door_facts', help: 'track.door_facts_help' },
    { to: 'contact', pictogram: 'mobile', name: 'track.door_contact' },
    {
      to: 'about',
      pictogram: 'list',
      name: 'track.door_about',
      help: 'track.door_about_help',
      isShown: isCounted,
    },
    {
      to: 'consents',
      pictogram: 'check',
      name: 'track.door_consents',
      help: { text: t('track.door_consents_help', { yes: agreed, no: notAgreed }) },
    },
    { to: 'readers', pictogram: 'person', name: 'track.door_readers', help: 'track.door_readers_help' },
    { to: 'download', pictogram: 'download', name: 'track.door_download', help: 'track.door_download_help' },
    { to: 'download?format=json', pictogram: 'records', name: 'track.door_download_data' },
    { to: 'request', pictogram: 'list', name: 'track.door_request', help: 'track.door_request_help' },
    { to: 'delete', pictogram: 'trash', name: 'track.door_delete', help: 'track.door_delete_help' },
  ]
  return (
    <>
      <section className="stack rule">
        <h2>{t('track.doors')}</h2>
        <Doors label={t('track.doors')}>
          <Rows t={t} rows={work} />
          <Door
            href={`/${t.locale}/help`}
            pictogram="phone"
            name={t('track.door_help')}
            help={t('track.door_help_help')}
          />
        </Doors>
      </section>
      <section className="stack rule">
        <h2>{t('track.doors_data')}</h2>
        <Doors label={t('track.doors_data')}>
          <Rows t={t} rows={data} />
        </Doors>
      </section>
    </>
  )
}

function Rows({ t, rows }: { t: Translator; rows: readonly DoorRow[] }) {
  return rows
    .filter(({ isShown }) => isShown !== false)
    .map(({ to, pictogram, name, help }) => (
      <Door
        key={to}
        href={`/${t.locale}/track/case/${to}`}
        pictogram={pictogram}
        name={t(name)}
        help={help === undefined ? undefined : typeof help === 'string' ? t(help) : help.text}
      />
    ))
}
