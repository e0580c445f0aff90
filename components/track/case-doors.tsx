import { Door, Doors } from '@/components/ui/doors'
import type { Money } from '@/lib/domain/money/money'
import { sumByCurrency } from '@/lib/domain/money/money'
import { formatMoney } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** What the worker can do besides writing. */
export function CaseDoors({
  t,
  feeLineCount,
  amounts,
  agreed,
  notAgreed,
  canStop,
}: {
  t: Translator
  feeLineCount: number
  amounts: readonly Money[]
  agreed: number
  notAgreed: number
  canStop: boolean
}) {
  const sums = sumByCurrency(amounts).map(({ amountMinor, currency }) => formatMoney(amountMinor, currency, t.locale))
  const count = t('track.door_payments_help', { count: feeLineCount })
  return (
    <Doors label={t('track.doors')}>
      <Door
        href={`/${t.locale}/track/case/payments`}
        pictogram="coins"
        name={t('track.door_payments')}
        help={sums.length === 0 ? count : t('track.door_payments_sum', { text: count, sums: sums.join(' + ') })}
      />
      <Door
        href={`/${t.locale}/track/case/consents`}
        pictogram="check"
        name={t('track.door_consents')}
        help={t('track.door_consents_help', { yes: agreed, no: notAgreed })}
      />
      <Door href={`/${t.locale}/help`} pictogram="phone" name={t('track.door_help')} help={t('track.door_help_help')} />
      {canStop ? (
        <Door
          href={`/${t.locale}/track/case/stop`}
          pictogram="noentry"
          name={t('track.door_stop')}
          help={t('track.door_stop_help')}
        />
      ) : null}
    </Doors>
  )
}
