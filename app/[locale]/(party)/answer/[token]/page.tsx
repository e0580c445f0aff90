import { headers } from 'next/headers'
import { AnswerFields } from '@/components/answers/answer-fields'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { Note } from '@/components/ui/note'
import { doorGrant, partyGrant } from '@/lib/access/door'
import { PARTY_LOCALES } from '@/lib/domain/answers/request'
import { networkOf } from '@/lib/http/network-address'
import { formatWeekdayOf } from '@/lib/i18n/format'
import { isToken } from '@/lib/platform/token'
import { openQuestion, readAnswerDraft } from '@/lib/usecases/answers/answer-as-party'
import { KEEP_IN } from '@/lib/schemas/answers/answer'
import { partyWords } from '../party-locale'
import { answerAction } from './actions'

type Props = PageProps<'/[locale]/answer/[token]'>

/** What an organisation is asked, and the one answer. A link that is used, over or wrong shows that it shows nothing. */
export default async function AnswerPage({ params, searchParams }: Props) {
  const { locale, token } = await params
  const t = partyWords(locale, `/answer/${token}`)
  const network = networkOf((await headers()).get('x-forwarded-for'))
  const question = isToken(token)
    ? await openQuestion({ door: doorGrant(), party: partyGrant(token) }, { token, network })
    : null
  if (!question)
    return (
      <div className="page">
        <main id="main">
          <h1>{t('answers.over_heading')}</h1>
          <p>{t('answers.over_lead')}</p>
        </main>
      </div>
    )
  const { kept } = await searchParams
  const draft = await readAnswerDraft(partyGrant(token), token)
  return (
    <div className="page">
      <main id="main">
        {kept === undefined || draft === null ? null : (
          <Note tone="ok" announced>
            {t('answers.draft_kept')}
          </Note>
        )}
        <div className="tight">
          <h1>{t('answers.party_heading')}</h1>
          <p className="lead">{t('answers.party_lead')}</p>
        </div>
        <p className="said" lang={question.language}>
          {question.allegation}
        </p>
        <p>
          <b>{t('answers.party_due', { day: formatWeekdayOf(question.dueAt, t.locale) })}</b>
        </p>
        <Note pictogram="scale">
          <p>{t('answers.party_rights')}</p>
          <p>{t('answers.party_no_retaliation')}</p>
        </Note>
        <ActionForm
          locale={t.locale}
          action={answerAction.bind(null, t.locale, token)}
          values={draft ?? { currency: 'JPY' }}
          refusals={{ link_over: 'answers.over_heading' }}
        >
          <AnswerFields t={t} />
          <div className="acts">
            <SubmitButton>{t('answers.party_button')}</SubmitButton>
            <SubmitButton look="alt" name="act" value="keep" unchecked>
              {t('answers.draft_keep')}
            </SubmitButton>
          </div>
          <p className="mute">{t('answers.draft_help')}</p>
          <div className="row">
            {PARTY_LOCALES.filter((one) => one !== t.locale).map((one) => (
              <SubmitButton key={one} look="bare" name="act" value={`${KEEP_IN}${one}`} unchecked>
                <span lang={one}>{new Intl.DisplayNames([one], { type: 'language' }).of(one)}</span>
              </SubmitButton>
            ))}
          </div>
        </ActionForm>
      </main>
    </div>
  )
}
