import type { CaseFile } from '@/lib/domain/case-file'
import { INDICATOR_CODES } from '@/lib/domain/grievances/indicators'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { codeWord, wordOf } from './words'

/** Signs of forced labour that answers raised or an officer saw. The product points, an officer judges. */
export function CaseSigns({
  t,
  file,
  address,
}: {
  t: Translator
  file: Pick<CaseFile, 'indicators' | 'judgements'>
  /** Null on paper. */
  address: string | null
}) {
  const { indicators, judgements } = file
  const missing = INDICATOR_CODES.filter((code) => !indicators.some(({ indicator }) => indicator === code))
  return (
    <section className="block" id="signs">
      <h2>
        {t('cases.signs_heading')} <span className="mute">{t('cases.signs_count', { count: indicators.length })}</span>
      </h2>
      {indicators.length === 0 ? null : (
        <table className="grid cards stacked signs">
          <thead>
            <tr>
              <th scope="col">{t('cases.signs_sign')}</th>
              <th scope="col">{t('cases.signs_raised_by')}</th>
              <th scope="col">{t('cases.signs_judgement')}</th>
            </tr>
          </thead>
          <tbody>
            {indicators.map((sign) => {
              const reason = judgements.findLast(({ indicator }) => indicator === sign.indicator)?.reason
              return (
                <tr key={sign.id}>
                  <th scope="row">{codeWord(t, 'indicator', sign.indicator)}</th>
                  <td>
                    {sign.raisedBy.length === 0
                      ? t('cases.sign_raised_by_officer')
                      : sign.raisedBy.map((code) => codeWord(t, 'grievance', code)).join('; ')}
                  </td>
                  <td>
                    <Judged t={t} sign={sign} reason={reason} />
                    {address === null ? null : (
                      <a className="noprint" href={`${address}/signs/${sign.indicator}`}>
                        {t(sign.judgement === null ? 'cases.sign_judge' : 'cases.sign_again')}
                        <span className="vh">: {codeWord(t, 'indicator', sign.indicator)}</span>
                      </a>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {address === null || missing.length === 0 ? null : (
        <details className="more noprint">
          <summary>{t('cases.sign_add')}</summary>
          <ul className="plainlist">
            {missing.map((code) => (
              <li key={code}>
                <a href={`${address}/signs/${code}`}>{codeWord(t, 'indicator', code)}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="by">{t('cases.sign_ilo')}</p>
    </section>
  )
}

function Judged({
  t,
  sign,
  reason,
}: {
  t: Translator
  sign: CaseFile['indicators'][number]
  reason: string | undefined
}) {
  if (sign.judgement === null) return <>{t('cases.signs_open')} </>
  const day = sign.judgedAt && formatDayOf(sign.judgedAt, t.locale)
  return (
    <>
      <b>{wordOf(t, `cases.judgement_${sign.judgement}`, sign.judgement)}</b>
      <small>{t('cases.judged_by', { name: sign.judgedBy?.displayName ?? t('cases.unsaid'), day: day ?? '' })}</small>
      {reason === undefined ? null : <small>{reason}</small>}
    </>
  )
}
