import { notHere } from '@/lib/access/not-here'
import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { CaseLinks } from '@/components/case/case-links'
import { candidateHelp } from '@/components/case/related-words'
import { languageWord } from '@/components/case/words'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { Note } from '@/components/ui/note'
import { requireGrant } from '@/lib/access/door'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { MOVE_ERROR_CODES } from '@/lib/domain/workflow/move-errors'
import { toLocale } from '@/lib/i18n/locales'
import type { MessageKey } from '@/lib/i18n/message-key'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { readRelated } from '@/lib/usecases/read-related'
import { heldValues } from '../held-form'
import { linkCasesAction, unlinkCasesAction } from './actions'

type Props = PageProps<'/[locale]/cases/[number]/related'>

const REFUSALS: Record<string, MessageKey> = {
  ...Object.fromEntries(MOVE_ERROR_CODES.map((code) => [code, `codes.move_error.${code}` satisfies MessageKey])),
  linked_already: 'cases.related_linked_already',
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.related_title', { number }) }
}

/** Linking a case to another one of the office, undoing a link, and the way to a group. */
export default async function RelatedPage({ params, searchParams }: Props) {
  const { locale: language, number } = await params
  const locale = toLocale(language)
  const here = `/${locale}/cases/${number}/related`
  const grant = await requireGrant('case.read', { locale, returnTo: here })
  const reading = parseCaseNumber(number).ok ? await readRelated(grant, number) : null
  if (!reading) notHere(locale)
  const { head, links, candidates, groups } = reading
  const { undo } = await searchParams
  const held = await heldValues({ name: 'related', number })
  const heldWhy = await heldValues({ name: 'unlink', number })
  const t = translatorFor(locale)
  const undone = links.find(({ id }) => id === undo)
  return (
    <ActFrame t={t} head={head} last={null} heading={t('cases.related_heading')}>
      {held || heldWhy ? <Note announced>{t('cases.held_back')}</Note> : null}
      {undone ? (
        <section className="block" id="undo">
          <h2>{t('cases.related_undo_heading', { number: undone.other.number })}</h2>
          {undone.kind === 'duplicate' ? <p>{t('cases.related_undo_duplicate')}</p> : null}
          <ActionForm
            locale={locale}
            action={unlinkCasesAction.bind(null, locale, number)}
            values={heldWhy ?? {}}
            refusals={REFUSALS}
            className="stack narrow"
          >
            <input type="hidden" name="linkId" value={undone.id} />
            <input type="hidden" name="requestId" value={newId()} />
            <TextAreaField name="reason" label={t('cases.related_reason')} hint={t('cases.reason_hint')} rows={2} />
            <div className="acts">
              <SubmitButton>{t('cases.related_undo')}</SubmitButton>
            </div>
          </ActionForm>
        </section>
      ) : null}
      <div className="split">
        <ActionForm
          locale={locale}
          action={linkCasesAction.bind(null, locale, number)}
          values={held ?? { kind: 'related' }}
          refusals={REFUSALS}
          className="stack narrow"
        >
          <input type="hidden" name="version" value={head.version} />
          <input type="hidden" name="requestId" value={newId()} />
          {candidates.length === 0 ? (
            <p className="mute">{t('cases.related_none')}</p>
          ) : (
            <ChoiceGroup
              name="chosen"
              kind="radio"
              legend={t('cases.related_offered')}
              slim
              sections={[
                {
                  choices: candidates.map((one) => ({
                    value: one.number,
                    text: one.number,
                    help: candidateHelp(t, one),
                  })),
                },
              ]}
            />
          )}
          <TextField name="typed" label={t('cases.related_number')} width="m" />
          <ChoiceGroup
            name="kind"
            kind="radio"
            legend={t('cases.related_kind')}
            slim
            sections={[
              {
                choices: (['related', 'duplicate'] as const).map((value) => ({
                  value,
                  text: t(`cases.related_kind_${value}`),
                  help: t(`cases.related_kind_${value}_help`),
                })),
              },
            ]}
          />
          <TextAreaField
            name="reason"
            label={t('cases.related_reason')}
            hint={t('cases.related_reason_hint', { language: languageWord(t, head.language) })}
            rows={3}
          />
          <div className="acts">
            <SubmitButton>{t('cases.related_link')}</SubmitButton>
          </div>
        </ActionForm>
        <aside className="stack" aria-label={t('cases.aside')}>
          <CaseLinks t={t} links={links} undoHref={here} />
          <section className="block">
            <h2>{t('cases.groups_title')}</h2>
            <ul className="todo">
              {groups.map((group) => (
                <li key={group.id}>
                  <a href={`/${locale}/groups/${group.id}`}>{group.title}</a>
                </li>
              ))}
            </ul>
            <p>
              <a href={`/${locale}/groups/new?from=${head.number}`}>{t('cases.group_make_from_case')}</a>
            </p>
          </section>
        </aside>
      </div>
    </ActFrame>
  )
}
