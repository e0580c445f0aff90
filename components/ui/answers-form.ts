/** The id of the form of a report's question; the languages in the bar above send it, so that nothing typed is lost. */
export const ANSWERS_FORM = 'answers'

const QUESTION =
  /^\/[^/]+\/(?:report|kiosk|cases\/new)\/(?:fees\/\d+\/[a-z]+|(?!(?:fees|check|receipt|delete|files|pin|rest|done)$)[a-z_]+)$/u

/** Whether the page at an address is a question with such a form. */
export function hasAnswersForm(pathname: string): boolean {
  return QUESTION.test(pathname)
}
