import type { Metadata } from 'next'
import { languageWord } from '@/components/case/words'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { TickBox } from '@/components/form/tick-box'
import { TakingPart } from '@/components/groups/taking-part'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { leftOutOf } from '@/lib/domain/group-acts'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { wordsField } from '@/lib/schemas/case/groups'
import { heldValues } from '../../../cases/[number]/held-form'
import { messageGroupAction } from '../actions'
import { openGroup } from '../open-group'

type Props = PageProps<'/[locale]/groups/[id]/message'>

/** Templates that fit everybody: they name no case and no day. */
const TEMPLATES = ['ask_receipt', 'ask_papers', 'ask_when_safe', 'check_in'] as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('cases.group_message') }
}

/** A message to all: who gets it and who not stands above the words, which are written once for each language. */
export default async function GroupMessagePage({ params, searchParams }: Props) {
  const { locale: language, id } = await params
  const locale = toLocale(language)
  const { group, members } = await openGroup(locale, id, '/message')
  const { template } = await searchParams
  const chosen = TEMPLATES.find((one) => one === template)
  const held = await heldValues({ name: 'group-message', number: id })
  const t = translatorFor(locale)
  const here = `/${locale}/groups/${id}`
  const at = now()
  const takers = members.map((member) => ({ ...member, leftOut: leftOutOf('message', member, at) }))
  const takingPart = takers.filter(({ leftOut }) => leftOut === null)
  const languages = [...new Set(takingPart.map((one) => one.language))].toSorted()
  const begun = chosen
    ? Object.fromEntries(
        languages.map((one) => [wordsField(one), translatorFor(toLocale(one))(`track.template_${chosen}`)]),
      )
    : {}
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: `/${locale}/groups`, name: t('cases.groups_title') },
          { href: here, name: group.title },
        ]}
        here={t('cases.group_message')}
      />
      <PageTitle title={t('cases.group_message')} />
      {held ? <Note announced>{t('cases.held_back')}</Note> : null}
      <Note>{t('cases.group_message_about')}</Note>
      <div className="split">
        <div className="stack">
          {takingPart.length === 0 ? (
            <Note tone="still">{t('cases.group_nobody')}</Note>
          ) : (
            <>
              <p className="chips">
                {t('cases.group_templates')}{' '}
                {TEMPLATES.map((one) => (
                  <a key={one} className="chip" href={`${here}/message?template=${one}`}>
                    {t(`cases.template_${one}`)}
                  </a>
                ))}
              </p>
              <ActionForm
                key={chosen ?? 'own'}
                locale={locale}
                action={messageGroupAction.bind(null, locale, id, languages)}
                values={held ?? begun}
                refusals={{ group_empty: 'cases.group_empty' }}
                className="stack narrow"
              >
                <input type="hidden" name="requestId" value={newId()} />
                {languages.map((one) => (
                  <TextAreaField
                    key={one}
                    name={wordsField(one)}
                    label={t('cases.group_words_in', {
                      language: languageWord(t, one),
                      count: takingPart.filter((taker) => taker.language === one).length,
                    })}
                    rows={4}
                    lang={one}
                  />
                ))}
                {languages.length > 1 ? <TickBox name="skipMissing" text={t('cases.group_skip')} /> : null}
                <TickBox
                  name="isQuestion"
                  text={t('cases.message_is_question')}
                  help={t('cases.message_is_question_help')}
                />
                <div className="acts">
                  <SubmitButton>{t('cases.group_send', { count: takingPart.length })}</SubmitButton>
                </div>
              </ActionForm>
            </>
          )}
        </div>
        <aside className="stack" aria-label={t('cases.aside')}>
          <TakingPart t={t} takers={takers} />
        </aside>
      </div>
    </>
  )
}
