import type { FieldValues } from '@/lib/http/form-fields'
import { BEFORE_FIELD } from '@/lib/http/lost-race'

/** What the form is shown with, sent along: after a lost race it tells what was changed here from what a colleague changed. */
export function BeforeField({ values }: { values: FieldValues }) {
  return <input type="hidden" name={BEFORE_FIELD} value={JSON.stringify(values)} />
}
