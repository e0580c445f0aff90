import type { ChoiceSection } from '@/components/form/choice-group'

/** What stands below a question on paper: boxes to tick, or lines to write on. `more`: a heading for who knows more. */
export type PaperPart =
  | {
      readonly kind: 'boxes'
      readonly legend?: string
      readonly hint?: string | undefined
      readonly sections: readonly ChoiceSection[]
    }
  | {
      readonly kind: 'line'
      readonly label: string
      readonly hint?: string
      readonly lines?: number
      readonly beside?: readonly string[]
    }
  | { readonly kind: 'more'; readonly text: string }

/** A question with its number on paper. */
export type PaperQuestion = {
  readonly question: string
  readonly lead?: string | undefined
  readonly parts: readonly PaperPart[]
}

/** All words of a question in the order they are read. */
export function paperWords({ question, parts }: PaperQuestion): string[] {
  return [question, ...parts.flatMap(partWords)]
}

function partWords(part: PaperPart): string[] {
  if (part.kind === 'more') return [part.text]
  if (part.kind === 'line') return [part.label, ...(part.beside ?? [])]
  const sections = part.sections.flatMap(({ title, choices }) => [
    ...(title === undefined ? [] : [title]),
    ...choices.map(({ text }) => text),
  ])
  return [...(part.legend === undefined ? [] : [part.legend]), ...sections]
}
