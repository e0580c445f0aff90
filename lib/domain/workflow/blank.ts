/** Whether somebody wrote nothing where words are asked for. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}
