import { money, wordOf } from '@/components/case/words'
import { SourceLine } from '@/components/fees/source-line'
import { VerdictTag } from '@/components/fees/verdict-tag'
import { saidOf } from '@/components/fees/verdict-words'
import { limitText } from '@/components/settings/rule-words'
import { FactList } from '@/components/ui/facts'
import type { AssessmentChange, LineChange } from '@/lib/domain/fees/assessment/assessment-changes'
import type { Ledger } from '@/lib/domain/fees/ledger/ledger'
import type { FeeRule, RuleRef } from '@/lib/domain/fees/rules/fee-rule'
import { versionKey } from '@/lib/domain/fees/rules/live-rules'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { sayLine } from './line-words'

/** What a changed rule or rate made different: the case, each payment before and after, rules gone and new. */
export function ChangeView({
  t,
  ledger,
  change,
  rules,
  reasons,
}: {
  t: Translator
  ledger: Ledger
  change: AssessmentChange
  /** Every version of every rule, old ones too. */
  rules: readonly FeeRule[]
  /** Why an administrator made a version, by its key. */
  reasons: ReadonlyMap<string, string>
}) {
  const { before, after } = change
  return (
    <>
      <FactList
        facts={[
          { name: t('ledger.change_cause'), value: wordOf(t, `ledger.cause_${after.cause}`, after.cause) },
          {
            name: t('ledger.change_before', { at: formatInstant(before.assessedAt, t.locale) }),
            value: (
              <VerdictTag
                t={t}
                verdict={before.verdict}
                isLikelyBan={before.isLikelyBan}
                isLikelyWithin={before.isLikelyWithin}
              />
            ),
          },
          {
            name: t('ledger.change_after', { at: formatInstant(after.assessedAt, t.locale) }),
            value: (
              <VerdictTag
                t={t}
                verdict={after.verdict}
                isLikelyBan={after.isLikelyBan}
                isLikelyWithin={after.isLikelyWithin}
              />
            ),
          },
          {
            name: t('ledger.change_claim'),
            value: `${money(t, change.claimedBeforeJpy, 'JPY')} → ${money(t, change.claimedAfterJpy, 'JPY')}`,
          },
          ...(change.likelyBeforeJpy + change.likelyAfterJpy === 0n
            ? []
            : [
                {
                  name: t('ledger.claims_likely'),
                  value: `${money(t, change.likelyBeforeJpy, 'JPY')} → ${money(t, change.likelyAfterJpy, 'JPY')}`,
                },
              ]),
        ]}
      />
      {change.lines.length === 0 ? (
        <p>{t('ledger.change_no_line')}</p>
      ) : (
        <table className="grid ledger" role="table">
          <caption className="vh">{t('ledger.change_lines')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {(['column_what', 'change_then', 'change_now'] as const).map((key) => (
                <th key={key} role="columnheader" scope="col">
                  {t(`ledger.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {change.lines.map((line) => (
              <ChangedLine key={line.lineId} t={t} ledger={ledger} change={line} />
            ))}
          </tbody>
        </table>
      )}
      <Rules t={t} heading={t('ledger.change_rules_new')} refs={change.rulesNew} rules={rules} reasons={reasons} />
      <Rules t={t} heading={t('ledger.change_rules_gone')} refs={change.rulesGone} rules={rules} />
    </>
  )
}

function ChangedLine({ t, ledger, change }: { t: Translator; ledger: Ledger; change: LineChange }) {
  const line = [...ledger.lines, ...ledger.setAside].find(({ id }) => id === change.lineId)
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {line ? sayLine(t, line) : t('ledger.a_payment')}
      </th>
      <td role="cell" data-label={t('ledger.change_then')}>
        <Judged t={t} judged={change.before} />
      </td>
      <td role="cell" data-label={t('ledger.change_now')}>
        <Judged t={t} judged={change.after} />
      </td>
    </tr>
  )
}

function Judged({ t, judged }: { t: Translator; judged: LineChange['before'] }) {
  if (judged === null) return <>–</>
  const over = judged.over && money(t, judged.over.amountMinor, judged.over.currency)
  const inAll = judged.overLikely && money(t, judged.overLikely.amountMinor, judged.overLikely.currency)
  return (
    <>
      <VerdictTag t={t} {...saidOf(judged)} />
      {over ? <small>{t('ledger.over', { amount: over })}</small> : null}
      {inAll ? <small>{t('fees.over_in_all', { amount: inAll })}</small> : null}
    </>
  )
}

function Rules({
  t,
  heading,
  refs,
  rules,
  reasons,
}: {
  t: Translator
  heading: string
  refs: readonly RuleRef[]
  rules: readonly FeeRule[]
  reasons?: ReadonlyMap<string, string>
}) {
  if (refs.length === 0) return null
  return (
    <section className="block">
      <h2>{heading}</h2>
      {refs.map((ref) => {
        const rule = rules.find((one) => versionKey(one) === versionKey(ref))
        const reason = reasons?.get(versionKey(ref))
        return rule ? (
          <div key={versionKey(ref)}>
            <p>{limitText(t, rule)}</p>
            {reason === undefined ? null : (
              <p>
                {t('ledger.change_reason')} <span className="words">{reason}</span>
              </p>
            )}
            <SourceLine t={t} rule={rule} staff />
          </div>
        ) : (
          <p key={versionKey(ref)} className="src">
            {versionKey(ref)}
          </p>
        )
      })}
    </section>
  )
}
