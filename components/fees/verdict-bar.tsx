import { sayMoney } from '@/components/report/amount-words'
import { headline, type ShareKind, type VerdictShares } from '@/lib/domain/fees/check/verdict-shares'
import { formatMoney } from '@/lib/i18n/format'
import type { MessageKey } from '@/lib/i18n/message-key'
import type { Translator } from '@/lib/i18n/translate'

const LOOKS: Readonly<Record<ShareKind, { readonly word: MessageKey; readonly fill: string }>> = {
  may: { word: 'fees.part_may', fill: 'may' },
  over: { word: 'fees.part_over', fill: 'over' },
  ban: { word: 'fees.part_ban', fill: 'ban' },
  likely: { word: 'fees.part_likely', fill: 'over' },
  none: { word: 'fees.part_none', fill: 'all' },
  missing: { word: 'fees.part_missing', fill: 'ask' },
}

const WIDTH = 800
const GAP = 3

/** The number that matters, one bar with all parts, and the list with the same order. */
export function VerdictBar({ t, shares }: { t: Translator; shares: VerdictShares }) {
  const { money: over, isSure } = headline(shares)
  const total = sayMoney(shares.total, t)
  return (
    <section className="stack">
      {over.amountMinor === 0n ? null : (
        <div>
          <p className="hero">{formatMoney(over.amountMinor, over.currency, t.locale)}</p>
          <p className="lead">{t(isSure ? 'fees.hero_over' : 'fees.hero_likely', { total })}</p>
        </div>
      )}
      <div className="tight">
        <svg className="measure" viewBox={`0 0 ${WIDTH} 36`} preserveAspectRatio="none" aria-hidden="true">
          {barOf(shares).map(({ kind, x, width }) => (
            <g key={kind}>
              <rect className={LOOKS[kind].fill} x={x} y="4" width={width} height="28" />
              {kind === 'likely' ? <path className="hatch" d={hatchOf(x, width)} /> : null}
            </g>
          ))}
        </svg>
        <ul className="parts">
          {shares.shares.map(({ kind, money }) => (
            <li key={kind}>
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <rect className={LOOKS[kind].fill} width="16" height="16" rx="2" />
                {kind === 'likely' ? <path className="hatch" d="M6 0L0 12M12 0L4 16M18 0l-8 16" /> : null}
              </svg>
              <span>{t(LOOKS[kind].word)}</span>
              <b className="num">{formatMoney(money.amountMinor, money.currency, t.locale)}</b>
            </li>
          ))}
        </ul>
      </div>
      {shares.isConverted ? <p className="src">{t('fees.in_yen')}</p> : null}
    </section>
  )
}

/** Where each part begins and how wide it is; nothing gets lost that is too small to see. */
function barOf({ shares, total }: VerdictShares): { kind: ShareKind; x: number; width: number }[] {
  const room = WIDTH - GAP * (shares.length - 1)
  let x = 0
  return shares.map(({ kind, money }) => {
    const width = Math.max(GAP, Number((money.amountMinor * BigInt(room)) / total.amountMinor))
    const part = { kind, x, width }
    x += width + GAP
    return part
  })
}

function hatchOf(x: number, width: number): string {
  const lines = Math.max(1, Math.floor(width / 10))
  return Array.from({ length: lines }, (_, index) => `M${x + 10 * (index + 1)} 4l-9 28`).join('')
}
