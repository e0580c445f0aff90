import type { MessageKey } from '@/lib/i18n/message-key'
import { escaped } from './escaped'
import type { Renewed } from './renewed-form'
import { wordsAt, writtenPage } from './written-page'

/** For a form that was open while the page was made new: what was typed, to be sent as the page has it now, or to be copied. */
export function renewedPage(address: string, { words, form, isPartGone }: Renewed): string {
  const t = wordsAt(address)
  const say = (key: MessageKey) => escaped(t(key))
  // The first line break behind the tag is the tag's own.
  const shown = words.map((value) => `<p><textarea readonly rows="6" cols="28">\n${escaped(value)}</textarea></p>`)
  const hidden = form?.fields.map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  )
  const buttons = form?.buttons.map(({ name, value, words: said }) => {
    const own = name === '' ? '' : ` name="${escaped(name)}" value="${escaped(value)}"`
    return `<p><button${own}>${escaped(said)}</button></p>`
  })
  return writtenPage(
    t,
    'errors.renewed_heading',
    [
      `<p>${say('errors.renewed_lead')}</p>`,
      isPartGone ? `<p>${say('errors.renewed_not_kept')}</p>` : '',
      form === null && words.length === 0
        ? ''
        : `<p>${say(form === null ? 'errors.renewed_copy' : 'errors.renewed_again')}</p>`,
      ...shown,
      hidden === undefined
        ? ''
        : `<form method="post" action="${escaped(address)}" enctype="multipart/form-data">${[...hidden, ...(buttons ?? [])].join('')}</form>`,
      `<p><a href="${escaped(address)}">${say('errors.renewed_open')}</a></p>`,
    ].join(''),
  )
}
