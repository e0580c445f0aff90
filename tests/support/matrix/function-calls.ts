import { ownerPool } from '../database'
import type { FunctionEntry } from './functions'
import { fixedId, type World } from './people'
import { valueIn } from './rows'

export type OwnerFunction = {
  readonly name: string
  readonly isTrigger: boolean
  readonly path: string
  readonly isEverybodys: boolean
  readonly isCalled: boolean
  readonly names: readonly string[] | null
  readonly types: readonly string[] | null
}

/** Every function of the application's schema that runs with the rights of its owner. `isEverybodys`: any role may call it. */
export async function readOwnerFunctions(): Promise<readonly OwnerFunction[]> {
  const { rows } = await ownerPool().query<OwnerFunction>(
    `SELECT p.proname AS name, p.prorettype = 'trigger'::regtype AS "isTrigger", coalesce((SELECT c FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=%'), '') AS path,
            EXISTS (SELECT 1 FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee = 0) AS "isEverybodys",
            has_function_privilege('fair_passage_app', p.oid, 'EXECUTE') AS "isCalled", p.proargnames AS names,
            (SELECT array_agg(format_type(t, NULL) ORDER BY n) FROM unnest(p.proargtypes) WITH ORDINALITY x (t, n)) AS types
       FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace AND p.prosecdef ORDER BY 1`,
  )
  return rows
}

const ID_BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/party|^list$/u, '$id:party'],
  [/referral/u, '$id:referral'],
  [/pack/u, '$id:referral_pack'],
  [/share/u, '$id:referral_share'],
  [/request/u, '$id:party_request'],
  [/behind|after_id/u, '00000000-0000-0000-0000-000000000000'],
]

/** What an argument gets that the matrix says nothing about. */
function usual(name: string, type: string): string {
  if (type === 'uuid') return ID_BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? '$case'
  if (type === 'uuid[]') return '{$case}'
  if (type.endsWith('[]')) return '{}'
  if (type.startsWith('timestamp')) return name === 'after_at' ? '2000-01-01T00:00:00Z' : '2026-11-20T00:00:00Z'
  if (type === 'integer' && name.includes('month')) return '202610'
  const byType: Readonly<Record<string, string>> = {
    interval: '1 day',
    jsonb: '[]',
    date: '2026-11-20',
    boolean: 'true',
    bytea: '\\x01',
    integer: '10',
    bigint: '10',
  }
  return byType[type] ?? 'x'
}

function inWorld(world: World, value: string): string {
  const inner = value.startsWith('{$') ? value.slice(1, -1) : value
  const [, table, column] = /^\$id:(\w+)\/(\w+)$/u.exec(inner) ?? []
  const found =
    table === undefined || column === undefined ? String(valueIn(world, inner, null)) : fixedId(table, column, world)
  return value.startsWith('{$') ? `{${found}}` : found
}

/** The statement that calls a function about a world; its answer is the beginning of what it says. */
export function callOf(one: OwnerFunction, entry: FunctionEntry, world: World): string {
  const given = (one.types ?? []).map((type, at) => {
    const name = one.names?.[at] ?? ''
    const value = inWorld(world, entry.with?.[name] ?? usual(name, type))
    return `'${value.replaceAll("'", "''")}'::${type}`
  })
  return `SELECT left(string_agg(f::text, ';'), 60) FROM app.${one.name}(${given.join(', ')}) f`
}

/** Nothing at all, no, none, or a row of nothing. */
export const isNothing = (text: string | null): boolean =>
  text === null || /^(?:f|false|0|\([0,]*\))?$/u.test(text.trim())
