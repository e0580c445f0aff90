import type { Pack, PackField, PackLanguage } from './pack'

/** The sentences and formats of one language that a printed pack needs. */
export type PrintWords = {
  readonly language: PackLanguage
  readonly say: (key: PrintKey, params?: Readonly<Record<string, string>>) => string
  readonly money: (minor: string, currency: string, digits: number) => string
  readonly day: (on: string) => string
  readonly languageName: (code: string) => string
}

/** Sentences of the printed pack, under `referrals.print_`. */
export type PrintKey =
  | 'title'
  | 'reference'
  | 'made'
  | 'from'
  | 'to'
  | 'purpose'
  | 'basis'
  | 'basis_consent'
  | 'basis_vital'
  | 'nothing_known'
  | 'attached'
  | 'translation'
  | 'only_this'

/** A line of the page. `instead`: said where the letters of the text cannot be drawn rightly; the text then goes along as a file. */
export type PrintLine =
  | { readonly kind: 'title' | 'heading' | 'note'; readonly text: string }
  | { readonly kind: 'gap' }
  | {
      readonly kind: 'pair'
      readonly label: string
      readonly text: string
      readonly instead: { readonly text: string; readonly fileName: string } | null
    }

/** A pack as lines of text in one language. */
export type PrintedPack = {
  readonly language: PackLanguage
  readonly title: string
  readonly lines: readonly PrintLine[]
}

/** Says a pack in one language: words from the codes, amounts and days as they are written there, free text as given. */
export function printPack(pack: Pack, words: PrintWords): PrintedPack {
  const { say, language } = words
  const title = say('title')
  const basis =
    pack.basis === 'vital_interest'
      ? say('basis_vital')
      : say('basis_consent', { day: pack.consentUntil === null ? '' : words.day(pack.consentUntil.slice(0, 10)) })
  const texts = { count: 0 }
  return {
    language,
    title,
    lines: [
      { kind: 'title', text: title },
      pair(say('reference'), pack.reference),
      pair(say('made'), words.day(pack.madeAt.slice(0, 10))),
      pair(say('from'), pack.from),
      pair(say('to'), pack.to[language]),
      pair(say('purpose'), pack.purpose.labels[language]),
      pair(say('basis'), basis),
      { kind: 'note', text: say('only_this') },
      ...pack.items.flatMap(({ labels, rows }): PrintLine[] => [
        { kind: 'heading', text: labels[language] },
        ...(rows.length === 0 ? [{ kind: 'note' as const, text: say('nothing_known') }] : []),
        ...rows.flatMap((row, index): PrintLine[] => [
          ...(index === 0 ? [] : [{ kind: 'gap' as const }]),
          ...row.flatMap((one) => fieldLines(one, words, texts)),
        ]),
      ]),
    ],
  }
}

function pair(label: string, text: string): PrintLine {
  return { kind: 'pair', label, text, instead: null }
}

function fieldLines(field: PackField, words: PrintWords, texts: { count: number }): PrintLine[] {
  const { value } = field
  const label = field.labels[words.language]
  switch (value.type) {
    case 'code':
      return [pair(label, value.labels[words.language])]
    case 'money':
      return [pair(label, words.money(value.minor, value.currency, value.digits))]
    case 'date':
      return [pair(label, words.day(value.on))]
    case 'number':
      return [pair(label, String(value.value))]
    case 'file':
      return [{ ...asGiven(label, value.name, 'und', words, texts) }, pair('SHA-256', value.sha256)]
    case 'text': {
      const named = value.language === 'und' ? label : `${label} (${words.languageName(value.language)})`
      const lines = [asGiven(named, value.text, value.language, words, texts)]
      if (value.translation === null) return lines
      const { text, language, by } = value.translation
      const translated = words.say('translation', { language: words.languageName(language), name: by })
      return [...lines, asGiven(translated, text, language, words, texts)]
    }
    default:
      throw new Error(`no line for ${String(value satisfies never)}`)
  }
}

function asGiven(
  label: string,
  text: string,
  language: string,
  words: PrintWords,
  texts: { count: number },
): PrintLine {
  texts.count++
  const fileName = `text-${texts.count}.txt`
  const instead = words.say('attached', { language: words.languageName(language), file: fileName })
  return { kind: 'pair', label, text, instead: { text: instead, fileName } }
}
