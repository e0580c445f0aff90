import { ReplyTemplates, type ChosenTemplate } from '@/components/case/reply-templates'
import { WordsForm } from '@/components/case/words-form'
import { TickBox } from '@/components/form/tick-box'
import type { CaseFile } from '@/lib/domain/case-file'
import { ASKING_TEMPLATES, isMessageTemplate, newsPromisedBy } from '@/lib/domain/message-templates'
import type { FieldValues } from '@/lib/http/form-fields'
import { formatDayOf } from '@/lib/i18n/format'
import { toLocale, type Locale } from '@/lib/i18n/locales'
import { translatorFor, type Translator } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { writeMessageAction } from './actions'

type Param = string | string[] | undefined

/** The answer to the worker: a template in their language if wanted, its meaning beside it, and the words that are sent. */
export function ReplyForm({
  t,
  file,
  at,
  template,
  name,
  held,
  address,
}: {
  t: Translator
  file: CaseFile
  at: Date
  /** Of the address. */
  template: Param
  /** Another one after every message that went out, see formName. */
  name: string
  held: FieldValues | null
  address: string
}) {
  const { head } = file
  const chosen = held === null ? chosenTemplate(file, at, template, t.locale) : null
  const values = chosen && {
    message: chosen.forWorker,
    ...(ASKING_TEMPLATES.includes(chosen.code) && { isQuestion: 'yes' }),
  }
  return (
    <>
      <ReplyTemplates key={`templates ${chosen?.code ?? ''}`} t={t} address={address} chosen={chosen} />
      <WordsForm
        key={`${name} ${chosen?.code ?? ''}`}
        t={t}
        id="reply"
        action={writeMessageAction.bind(null, t.locale, head.number)}
        requestId={newId()}
        field="message"
        label={t('cases.reply_label')}
        lang={head.language}
        button={t('cases.send_to_worker')}
        values={held ?? values}
      >
        {chosen === null ? null : <input type="hidden" name="template" value={chosen.code} />}
        <TickBox name="isQuestion" text={t('cases.message_is_question')} help={t('cases.message_is_question_help')} />
      </WordsForm>
    </>
  )
}

function chosenTemplate(
  { head, deadlines }: CaseFile,
  at: Date,
  template: Param,
  locale: Locale,
): ChosenTemplate | null {
  if (!isMessageTemplate(template)) return null
  const news = newsPromisedBy(deadlines, at)
  const wordsIn = (language: Locale) =>
    translatorFor(language)(`track.template_${template}`, { number: head.number, day: formatDayOf(news, language) })
  return { code: template, forWorker: wordsIn(toLocale(head.language)), forOfficer: wordsIn(locale) }
}
