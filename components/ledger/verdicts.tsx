import { money } from '@/components/case/words'
import { VerdictTag } from '@/components/fees/verdict-tag'
import { noRuleNote, saidOf, verdictLook } from '@/components/fees/verdict-words'
import type { LineAssessment, RuleFinding } from '@/lib/domain/fees/assessment/assessment'
import type { MissingFact } from '@/lib/domain/fees/assessment/facts'
import type { Ledger, LedgerLine, StoredAssessment } from '@/lib/domain/fees/ledger/ledger'
import { formatInstant } from '@/lib/i18n/format'
import type { MessageKey } from '@/lib/i18n/message-key'
import type { Translator } from '@/lib/i18n/translate'
import { wordOf } from '@/components/case/words'
import { answerAt } from './answer-at'
import { questionOf } from './missing-question'
import { FindingSaid, ruleOf } from './finding-said'
import { sayAmount, sayLine, sayPayee, sayWhat, sayWhen } from './line-words'

/** The verdict on each payment under the law, with what it rests on; what standards and promises say stands apart in each. */
export function Verdicts({ t, ledger, fees }: { t: Translator; ledger: Ledger; fees: string }) {
  const stored = ledger.assessment
  if (stored === null || ledger.lines.length === 0) return null
  return (
    <section className="block" id="verdicts">
      <h2>{t('ledger.verdicts_heading')}</h2>
      <p className="by">
        {t('ledger.assessed_at', {
          at: formatInstant(stored.assessedAt, t.locale),
          cause: wordOf(t, `ledger.cause_${stored.cause}`, stored.cause),
        })}
      </p>
      <div className="verdict-cards">
        {stored.assessment.lines.map((judged) => {
          const line = ledger.lines.find(({ id }) => id === judged.lineId)
          return line ? (
            <VerdictCard key={line.id} t={t} line={line} judged={judged} stored={stored} fees={fees} />
          ) : null
        })}
      </div>
      <Benchmarks t={t} lines={ledger.lines} stored={stored} />
      <p className="by">{t('ledger.not_court')}</p>
    </section>
  )
}

function VerdictCard({
  t,
  line,
  judged,
  stored,
  fees,
}: {
  t: Translator
  line: LedgerLine
  judged: LineAssessment
  stored: StoredAssessment
  fees: string
}) {
  const { findings } = stored.assessment
  const decisive = judged.decidedBy === null ? undefined : findings[judged.decidedBy]
  const others = judged.findings.filter((index) => index !== judged.decidedBy).flatMap((index) => findings[index] ?? [])
  const laws = others.filter(({ lane }) => lane === 'law')
  const commitments = others.filter(({ lane }) => lane === 'commitment')
  const over = judged.over && money(t, judged.over.amountMinor, judged.over.currency)
  const inAll = judged.overLikely && money(t, judged.overLikely.amountMinor, judged.overLikely.currency)
  return (
    <article className={`verdict ${verdictLook(judged).look}`} id={`verdict-${line.id}`}>
      <header>
        <h3>{sayWhat(t, line)}</h3>
        <p className="amount">{sayAmount(t, line)}</p>
        <p className="mute">
          {sayPayee(t, line).name} · {sayWhen(t, line)}
        </p>
      </header>
      <p>
        <VerdictTag t={t} {...saidOf(judged)} />
        {over === null ? null : <b className="num"> {t('ledger.over', { amount: over })}</b>}
      </p>
      {inAll === null ? null : <p className="by">{t('fees.over_in_all', { amount: inAll })}</p>}
      {decisive === undefined ? (
        <p>{t(undecidedNote(judged))}</p>
      ) : (
        <FindingSaid t={t} finding={decisive} rule={ruleOf(stored, decisive)} />
      )}
      {judged.verdict === 'within_cap' ? null : (
        <MissingQuestions t={t} missing={judged.missing} lineId={line.id} fees={fees} />
      )}
      <More t={t} heading={t('ledger.also_laws')} findings={laws} stored={stored} />
      <More t={t} heading={t('ledger.also_commitments')} findings={commitments} stored={stored} />
      <More
        t={t}
        heading={t('ledger.also_benchmark')}
        note={t(`ledger.zero_${judged.zeroFee}`)}
        findings={[]}
        stored={stored}
      />
    </article>
  )
}

/** What the standards say, once for the case, with the payments each is about. */
function Benchmarks({ t, lines, stored }: { t: Translator; lines: readonly LedgerLine[]; stored: StoredAssessment }) {
  const findings = stored.assessment.findings.filter(({ lane }) => lane === 'benchmark')
  return findings.map((finding) => (
    <section key={`${finding.rule.id}@${finding.rule.version}`} className="also narrow">
      <h3>{t('ledger.also_benchmark')}</h3>
      <FindingSaid t={t} finding={finding} rule={ruleOf(stored, finding)} isAside />
      <ul className="asks">
        {lines
          .filter(({ id }) => finding.lineIds.includes(id))
          .map((line) => (
            <li key={line.id}>
              <a href={`#verdict-${line.id}`}>{sayLine(t, line)}</a>
            </li>
          ))}
      </ul>
    </section>
  ))
}

function undecidedNote(judged: LineAssessment): MessageKey {
  if (judged.note !== null) return `fees.${noRuleNote(judged)}`
  return judged.verdict === 'no_rule_known' ? 'ledger.no_rule_note' : 'ledger.undecided_note'
}

function More({
  t,
  heading,
  note,
  findings,
  stored,
}: {
  t: Translator
  heading: string
  note?: string
  findings: readonly RuleFinding[]
  stored: StoredAssessment
}) {
  if (findings.length === 0 && note === undefined) return null
  return (
    <div className="also">
      <h4>{heading}</h4>
      {note === undefined ? null : <p>{note}</p>}
      {findings.map((finding) => (
        <FindingSaid
          key={`${finding.rule.id}@${finding.rule.version}`}
          t={t}
          finding={finding}
          rule={ruleOf(stored, finding)}
          isAside
        />
      ))}
    </div>
  )
}

/** What a verdict misses, each with the way to the page that asks it. */
export function MissingQuestions({
  t,
  missing,
  lineId,
  fees,
}: {
  t: Translator
  missing: readonly MissingFact[]
  lineId: string | null
  fees: string
}) {
  if (missing.length === 0) return null
  return (
    <div className="also">
      <h4>{t('ledger.missing_heading')}</h4>
      <ul className="asks">
        {missing.map((fact) => {
          const href = answerAt(fees, fact, lineId)
          const question = t(questionOf(fact))
          return (
            <li key={fact}>
              {question}{' '}
              {href === null ? null : (
                <a className="noprint" href={href}>
                  {t('ledger.missing_answer')}
                  <span className="vh">: {question}</span>
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
