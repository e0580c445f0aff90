import 'server-only'
import type { ConsentKind } from '@/lib/domain/consents'
import type { Scoped } from './within'

/** How often one wording was agreed to: counts of the own office, no case and no person. */
export type ConsentCount = {
  readonly textVersion: string
  readonly kind: ConsentKind
  readonly language: string
  readonly method: string
  readonly given: number
  readonly withdrawn: number
  readonly ranOut: number
  readonly firstOn: string
  readonly lastOn: string
}

/** Every wording that was agreed to in the cases of the office, by kind, language and way of saying yes. */
export async function listConsentCounts(on: Scoped<'consent.register'>, at: Date): Promise<ConsentCount[]> {
  return on.db.$queryRaw<ConsentCount[]>`
    SELECT k.text_version AS "textVersion", k.kind, k.language, k.method, count(*)::int AS given, count(k.withdrawn_at)::int AS withdrawn,
      (count(*) FILTER (WHERE k.withdrawn_at IS NULL AND k.expires_at <= ${at}))::int AS "ranOut",
      to_char(min(k.given_at) AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM-DD') AS "firstOn", to_char(max(k.given_at) AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM-DD') AS "lastOn"
    FROM consent k JOIN cases c ON c.id = k.case_id WHERE c.office_id = ${on.grant.actor.officeId}::uuid AND NOT c.is_test
    GROUP BY 1, 2, 3, 4 ORDER BY 1 DESC, 2, 3, 4`
}
